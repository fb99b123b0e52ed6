from __future__ import annotations

from peyvand.web.shared.direction import foreign, runs_rtl, spell_controls


def test_control_characters_are_spelled_and_joiners_kept() -> None:
    assert spell_controls("می‌شود \u202eabc\u202c") == "می‌شود ⟨RLO⟩abc⟨PDF⟩"


def test_direction_goes_by_language_and_else_by_letters() -> None:
    assert runs_rtl("Isfahan", "fa")
    assert not runs_rtl("اصفهان", "en")
    assert runs_rtl("اصفهان و Kazan")
    assert not runs_rtl("Isfahan and کازان are")
    assert not runs_rtl("123")


def test_foreign_words_are_isolated() -> None:
    assert foreign("کازان") == "\u2068کازان\u2069"
