from __future__ import annotations

from datetime import UTC, date, datetime

from icalendar import Calendar

from peyvand.adapters.calendar_feed import DayEntry, calendar_feed

MADE = datetime(2025, 4, 1, 6, tzinfo=UTC)


def test_a_program_reads_what_is_due_on_which_day() -> None:
    entry = DayEntry(
        "gate:1:0:council@peyvand", "لایحه در شورای شهر – اصفهان – کازان\nX-EVIL:1", date(2025, 4, 9), "http://a/"
    )
    read = Calendar.from_ical(calendar_feed("پیوند", [entry], made_at=MADE))
    (event,) = read.walk("VEVENT")

    assert str(read["X-WR-CALNAME"]) == "پیوند"
    assert (str(event["UID"]), event.decoded("DTSTART"), event.decoded("DTEND")) == (
        entry.uid,
        date(2025, 4, 9),
        date(2025, 4, 10),
    )
    assert str(event["SUMMARY"]).startswith("لایحه در شورای شهر")
    assert "X-EVIL" not in event


def test_nothing_due_is_a_calendar_too() -> None:
    assert Calendar.from_ical(calendar_feed("a", [], made_at=MADE)).walk("VEVENT") == []
