from __future__ import annotations

import pytest

from peyvand.core.gazetteer.sound import key_heard, keys_spelled, plain_sound, strangeness


@pytest.mark.parametrize(
    ("persian", "latin"),
    [
        ("کچکمت", "Kecskemét"),
        ("شوپرون", "Sopron"),
        ("چسکه‌بودیوویتسه", "České Budějovice"),
        ("تیرگوویشته", "Târgoviște"),
        ("گدیز", "Gediz"),
        ("چرکسک", "Cherkessk"),
        ("ژیلینا", "Žilina"),
        ("ووشیان", "Wuxi'an"),
        ("مورهارت", "Murrhardt"),
    ],
)
def test_name_in_persian_shares_a_key_with_the_name_it_writes(persian: str, latin: str) -> None:
    assert key_heard(persian) in keys_spelled(latin)
    assert strangeness(persian.replace("\u200c", ""), latin) <= 1.0


def test_key_has_consonants_alone() -> None:
    assert key_heard("آییوه") == ""
    assert key_heard("بابا") == "p"
    assert keys_spelled("Aia") == set()


def test_marks_tell_sounds() -> None:
    assert plain_sound("Çeşme") == "cheshme"
    assert strangeness("چشمه", "Çeşme") < strangeness("چشمه", "Cesme")


def test_letters_that_no_language_gives_a_sound_do_not_match() -> None:
    assert strangeness("گرم", "Lyon") == 9.0


def test_long_names_have_few_keys() -> None:
    assert len(keys_spelled("Chchchchchchchch Gegegegegege")) <= 16


def test_what_is_beyond_the_limit_is_no_match() -> None:
    far = strangeness("کچکمت", "Kecskemét")
    assert 0 < far < 1
    assert strangeness("کچکمت", "Kecskemét", far) == far
    assert strangeness("کچکمت", "Kecskemét", far - 0.01) == 9.0
