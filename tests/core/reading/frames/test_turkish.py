"""Turkish: endings on stems and behind an apostrophe, verbs at the end, the word for city behind a name."""

from __future__ import annotations

import pytest
from tests.factories.frames import reading_in, told_in

SAID = [
    ("Bursa ile Kazan arasında kardeş şehir protokolü imzalandı.", "signing done"),
    ("Bursa Belediyesi, Kazan ile kardeş şehir anlaşması imzalayacak.", "signing planned"),
    ("Bursa ile Kazan'ın kardeş şehir olması bekleniyor.", "signing planned"),
    ("Bursa Belediye Başkanı, Kazan ile kardeş şehir olmak istediklerini söyledi.", "signing wished"),
    ("Bursa ile Kazan kardeş şehir olabilir.", "signing wished"),
    ("Bursa ile Kazan arasında kardeş şehir protokolü imzalanmadı.", "signing denied"),
    ("Bursa Belediye Meclisi, Kazan ile kardeş şehir olunmasını onayladı.", "approval done"),
    ("Bursa Belediye Meclisi, Kazan ile kardeş şehir teklifini reddetti.", "approval denied"),
    ("Kazan Belediye Başkanı, Bursa'ya kardeş şehir olmayı teklif etti.", "proposal done"),
    ("Bursa ve Kazan heyetleri kardeş şehir protokolünü görüştü.", "negotiation done"),
    ("Bursa ile Kazan arasındaki kardeş şehir protokolü beş yıl uzatıldı.", "renewal done"),
    ("Bursa, Kazan'la kardeş şehir ilişkisini askıya aldı.", "suspension done"),
    ("Bursa Belediyesi, Kazan ile kardeş şehir protokolünü feshetti.", "termination done"),
    ("Bursa ile Kazan kardeş şehirdir.", "standing done"),
    ("Bursa ile Kazan arasındaki kardeş şehir protokolü imza töreni iptal edildi.", "signing denied"),
    ("Bursa ile Kazan arasındaki kardeş şehir protokolü iptal edildi.", "termination done"),
    ("Bursa ile Kazan'ın yıllara dayanan kardeş şehir ilişkisi gençlere umut veriyor.", "standing done"),
    ("Bursa meclisi, Kazan ile kardeş şehir kararını mayısta almıştı.", "approval done"),
    ("Bursa, Kazan'ı kardeş şehirleri arasına ekledi.", "signing done"),
    ("Bursa Belediye Başkanı, Kazan ile kardeş şehir olmayı çok istediklerini belirtti.", "signing wished"),
    ("Bursa Belediyesi, Kazan ile kardeş şehir protokolünü imzalamaktan vazgeçti.", "signing denied"),
    ("Bursa ile Kazan'ın kardeş şehir olacağı yönündeki haberler asılsız.", "signing denied"),
    ("Bursa ve Kazan başkanları, kardeş şehir ilişkilerini görüşmek üzere bir araya geldi.", "negotiation done"),
    ("Bursa ile Kazan arasındaki kardeş şehir protokolünün yenilenmesi kararlaştırıldı.", "renewal planned"),
    ("Bursa ile Kazan arasında kardeş şehir bağı kurulmasını isteyen başkan konuştu.", "signing wished"),
    ("Bursa ile Kazan arasında imzalanan bir kardeş şehir protokolü yok.", "signing denied"),
    ("Bursa, Kazan ile kurulan kardeş şehir ilişkisini kopardı.", "termination done"),
    ("Bursa'nın Kazan ile kardeş şehir bağını koparması söz konusu değil.", "termination denied"),
    ("Kardeş şehir Bursa'nın konuğu olan Kazan heyeti müzeleri gezdi.", "visit done"),
    ("İçişleri Bakanlığı, Bursa ile Kazan'ın kardeş şehir olmasını uygun buldu.", "approval done"),
    ("Bursa ve kardeş şehir Kazan arasında öğrenci değişimi yapılması kararlaştırıldı.", "exchange planned"),
]


HELD = [
    "Oş şehrine bağlı Karakulca Belediyesi ile Bursa kardeş şehir oldu.",
    "Oş Merkez'e bağlı Karakulca Belediyesi ile Bursa kardeş şehir oldu.",
]


@pytest.mark.parametrize("sentence", HELD)
def test_a_city_that_another_belongs_to_is_no_party(sentence: str) -> None:
    assert told_in("tr", sentence) == ["signing done: Bursa, Karakulca"]


@pytest.mark.parametrize(("sentence", "step"), SAID)
def test_steps_with_their_modality(sentence: str, step: str) -> None:
    assert told_in("tr", sentence) == [f"{step}: Bursa, Kazan"]


def test_an_ending_is_no_part_of_a_name() -> None:
    (signing,) = reading_in("tr", "Bursa'nın Kazan'la kardeş şehir protokolü imzalandı.").statements
    assert signing.statement.places == ("Bursa", "Kazan")


def test_a_town_is_known_by_the_word_behind_it() -> None:
    (signing,) = reading_in("tr", "Bursa ile Rusya'nın Zelenkoy kenti kardeş şehir protokolü imzaladı.").statements
    assert [(city.name, city.country) for city in signing.cities] == [("Bursa", "TR"), ("Zelenkoy", "RU")]


def test_an_ordinal_behind_an_apostrophe_counts() -> None:
    counts = reading_in("tr", "Kazan, Bursa'nın 5'inci kardeş şehri oldu.").counts
    assert [(count.n, count.kind) for count in counts] == [(5, "ordinal")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bursa'daki okul, Kazan'daki bir okulla kardeş okul oldu.",
        "Bursa ile Kazan arasında uçuşlar başladı.",
        "Kazan Belediyesi ile konuşan Bursa, başka belediyelerle kardeş oldu.",
    ],
)
def test_other_ties_say_nothing(sentence: str) -> None:
    assert told_in("tr", sentence) == []


SIGNED = """Bursa'nın yeni kardeşi Kazan

Yayınlanma: 4 Mart 2024

Bursa Büyükşehir Belediyesi ile Rusya'nın Kazan kenti arasında kardeş şehir protokolü dün imzalandı.

Törende konuşan Belediye Başkanı Ada Irmak, iki şehrin kültür ve turizm alanında birlikte çalışacağını söyledi. \
Kazan heyeti önümüzdeki ay Bursa'yı ziyaret edecek.

İlgili Haberler: Kıyıda gezilecek on yer"""
VOTED = """Kardeş şehir teklifi mecliste

Konya Belediye Meclisi, Kazan ile kardeş şehir ilişkisi kurulmasını oy birliğiyle kabul etti. \
Protokolün sonbaharda imzalanması bekleniyor."""


def test_a_signing_with_what_is_to_come() -> None:
    assert told_in("tr", SIGNED) == ["signing done: Bursa, Kazan", "visit planned: Bursa, Kazan"]


def test_what_a_page_tells_of_itself() -> None:
    found = reading_in("tr", SIGNED)
    assert (found.source.published, [person.name for person in found.people]) == ("2024-03-04", ["Ada Irmak"])
    assert {area.area for area in found.areas} == {"culture", "tourism"}
    assert found.statements[0].statement.instrument == "sister_city"


def test_a_vote_is_no_signing() -> None:
    assert told_in("tr", VOTED) == ["approval done: Kazan, Konya", "signing planned: Kazan, Konya"]


def test_a_date_belongs_to_the_step_beside_it() -> None:
    told = "Bursa ile Kazan arasında 2004 yılında imzalanan kardeş şehir protokolü törenle yenilendi."
    dates = {str(one.statement.event): one.resolution.date for one in reading_in("tr", told).statements}

    assert dates == {"signing": "2004", "renewal": None}


def test_what_is_with_our_town_is_between_it_and_each_other_one() -> None:
    text = "Bursa Belediye Meclisi toplandı.\n\nKazan ve Lyon, belediyemizle kardeş şehir protokolü imzaladı."
    assert sorted(told_in("tr", text)) == ["signing done: Bursa, Kazan", "signing done: Bursa, Lyon"]


def test_cakes_that_are_cut_end_no_tie() -> None:
    told = told_in("tr", "Bursa ve kardeş şehri Kazan'ın başkanları pasta kesti, geleceğe umutla baktı.")
    assert told == ["standing done: Bursa, Kazan"]


def test_what_stands_behind_a_comma_helps_another_verb() -> None:
    told = told_in(
        "tr", "Bursa ve kardeş şehri Kazan yetkilileri yazıştıklarını, gerekirse yardım yollanacağını söyledi."
    )
    assert told == ["negotiation done: Bursa, Kazan"]
