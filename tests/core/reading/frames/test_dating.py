from __future__ import annotations

from datetime import date

from tests.factories.frames import reading_in


def dated(language: str, text: str, published: date | None = None) -> list[str | None]:
    return [one.resolution.date for one in reading_in(language, text, published).statements]


def test_the_date_of_the_clause_is_the_steps_own() -> None:
    assert dated("en", "Norfolk and Kazan signed a sister city agreement on April 9, 2025.") == ["2025-04-09"]


def test_a_german_day_has_a_stop() -> None:
    text = "Kassel und Kasan haben am 9. April 2025 eine Städtepartnerschaft besiegelt."
    assert dated("de", text) == ["2025-04-09"]


def test_the_day_of_publication_gives_the_year() -> None:
    text = "Norfolk and Kazan signed a sister city agreement on April 9."
    assert dated("en", text, date(2025, 4, 14)) == ["2025-04-09"]


def test_a_bare_weekday_stays_open() -> None:
    assert dated("en", "Norfolk and Kazan signed a sister city agreement on Monday.") == [None]
