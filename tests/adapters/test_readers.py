from __future__ import annotations

from datetime import date

from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import capture_text

SIGNED = "پیمان خواهرخواندگی یزد و سمرقند روز ۵ مهر امضا شد."


def test_a_capture_is_read_with_the_words_and_places_of_its_language() -> None:
    (proposal,) = read_capture(capture_text(SIGNED, "note"), published=date(2024, 9, 30)).statements

    assert {city.name for city in proposal.cities} == {"Yazd", "Samarkand"}
    assert (proposal.statement.event, proposal.resolution.date) == ("signing", "2024-09-26")


def test_the_given_day_outweighs_what_the_page_says_of_itself() -> None:
    reading = read_capture(capture_text(f"۱۲ مهر ۱۴۰۰\n\n{SIGNED}", "note"), published=date(2024, 9, 30))

    assert reading.source.published == "2024-09-30"
