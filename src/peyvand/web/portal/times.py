"""The two times that a page is asked to answer for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from django.http import QueryDict
from django.utils import timezone

from peyvand.web.shared.dates import typed_day
from peyvand.web.telling.colophon import timeframe
from peyvand.web.telling.pages import AsOf

PARAMS = ("as_of", "known_at")


@dataclass(frozen=True, slots=True)
class Times:
    """``as_of`` None is today, ``known_at`` None is all that is known; ``faults`` are the fields that hold no date."""

    as_of: date | None
    known_at: datetime | None
    faults: tuple[str, ...] = ()

    @classmethod
    def asked(cls, query: QueryDict) -> Times:
        """From ``?as_of=1403-05-17&known_at=2024-08-07``, in either calendar and any digits."""
        today = timezone.localdate()
        typed = {name: query.get(name, "").strip() for name in PARAMS}
        days = {name: typed_day(words) for name, words in typed.items()}
        faults = tuple(name for name, words in typed.items() if words and days[name] is None)
        as_of, known = days["as_of"], days["known_at"]
        return cls(None if as_of == today else as_of, _end_of(known) if known else None, faults)

    @property
    def query(self) -> dict[str, str]:
        """The two times as a query asks for them, empty where nothing was asked."""
        known = timezone.localtime(self.known_at).date().isoformat() if self.known_at else ""
        return {"as_of": self.as_of.isoformat() if self.as_of else "", "known_at": known}

    def shown(self, language: str) -> AsOf:
        """As the line under the masthead says it."""
        today = timezone.localdate()
        known = timezone.localtime(self.known_at).date() if self.known_at else None
        return timeframe(self.as_of or today, known, today, language, self.faults)


def _end_of(day: date) -> datetime:
    """What was known on a day is what was known when it ended."""
    return timezone.make_aware(datetime.combine(day, time.max))
