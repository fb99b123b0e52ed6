from __future__ import annotations

import pytest

from peyvand.core.gazetteer.letters import own_letters
from peyvand.core.gazetteer.sound import key_heard, keys_spelled, strangeness


@pytest.mark.parametrize(
    ("persian", "latin", "country"),
    [
        ("آرژانتوی", "Argenteuil", "FR"),
        ("شاتلرو", "Châtellerault", "FR"),
        ("ووپرتال", "Wuppertal", "DE"),
        ("بایرویت", "Bayreuth", "DE"),
        ("لافبرو", "Loughborough", "GB"),
        ("پوتزویولی", "Pozzuoli", "IT"),
        ("سنیگالیا", "Senigallia", "IT"),
        ("گوادالاخارا", "Guadalajara", "ES"),
        ("لوگرونیو", "Logroño", "ES"),
        ("ژوندیای", "Jundiaí", "BR"),
        ("کوچی", "Kōchi", "JP"),
        ("چینگدایو", "Qingdao", "CN"),
        ("چونگجو", "Chungju", "KR"),
        ("ایغدیر", "Iğdır", "TR"),
        ("پشمیشل", "Przemyśl", "PL"),
        ("چنستوخووا", "Częstochowa", "PL"),
        ("سولنوک", "Szolnok", "HU"),
        ("پلویشت", "Ploiești", "RO"),
        ("لیبرتس", "Liberec", "CZ"),
        ("آیندهوون", "Eindhoven", "NL"),
        ("اودنسه", "Odense", "DK"),
        ("خانیا", "Chaniá", "GR"),
        ("وجده", "Oujda", "MA"),
        ("نها ترانگ", "Nha Trang", "VN"),
    ],
)
def test_name_is_read_by_the_letters_of_its_country(persian: str, latin: str, country: str) -> None:
    heard = persian.replace(" ", "")
    assert key_heard(heard) in keys_spelled(latin, country)
    assert strangeness(heard, latin, country=country) <= 0.3


def test_letters_of_one_country_are_not_those_of_another() -> None:
    assert strangeness("خرز", "Jerez", country="ES") < strangeness("خرز", "Jerez", country="FR")
    assert key_heard("خرز") not in keys_spelled("Jerez", "FR")


def test_letters_of_arabic_stand_in_no_name_of_a_european_country() -> None:
    assert strangeness("صور", "Sur", country="LB") == 0.0
    assert strangeness("صور", "Sur", country="FR") == 9.0


def test_country_of_several_languages_has_the_letters_of_all() -> None:
    assert own_letters("BE")["oi"]["وا"] == 0.0
    assert own_letters("BE")["ij"]["ای"] == 0.0


def test_country_of_other_languages_has_none_of_its_own() -> None:
    assert own_letters("XX") == {}
