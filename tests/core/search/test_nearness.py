from __future__ import annotations

import pytest

from peyvand.core.search.nearness import is_slip, near_spellings, sounds_like, sounds_of


@pytest.mark.parametrize(
    ("typed", "name", "is_near"),
    [
        ("kazzan", "kazan", True),
        ("kaan", "kazan", True),
        ("kasan", "kazan", True),
        ("kzaan", "kazan", True),
        ("اصفهن", "اصفهان", True),
        ("berlin", "kazan", False),
        ("rom", "rome", False),
    ],
)
def test_a_slip_is_one_letter(typed: str, name: str, is_near: bool) -> None:
    assert is_slip(typed, name) is is_near


def test_of_a_short_name_nothing_is_near() -> None:
    assert near_spellings("rom") == ()
    assert near_spellings("x" * 30) == ()


@pytest.mark.parametrize(
    ("typed", "name", "alike"),
    [
        ("دوسلدورف", "dusseldorf", True),
        ("dusseldorf", "دوسلدورف", True),
        ("لایپزیگ", "leipzig", True),
        ("تهران", "leipzig", False),
        ("leipzig", "leipzig", False),
    ],
)
def test_one_script_writes_the_other_by_ear(typed: str, name: str, alike: bool) -> None:
    assert sounds_like(typed, name) is alike


def test_names_that_sound_alike_share_a_key() -> None:
    assert set(sounds_of("دوسلدورف")) & set(sounds_of("dusseldorf"))
    assert sounds_of("آئا") == ()
