"""Days with something to do, as a calendar that other programs subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True)
class DayEntry:
    """Something due on a day; ``uid`` names it for good, so that a program moves it rather than doubles it."""

    uid: str
    title: str
    day: date
    address: str = ""


def calendar_feed(name: str, entries: Iterable[DayEntry], *, made_at: datetime) -> bytes:
    """The feed of some entries. Whole days, which are nobody's time."""
    calendar = Calendar()
    calendar.add("prodid", "-//Peyvand//agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", made_at)
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("transp", "TRANSPARENT")
        if entry.address:
            event.add("url", entry.address)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
