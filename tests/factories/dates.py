"""Dates as the scanner finds them, for tests that say them in words."""

from __future__ import annotations

from datetime import date

from peyvand.core.calendar import DateMention, SettledDate, scan_dates, settle
from peyvand.core.calendar.choosing import Tense
from peyvand.core.calendar.extent import Days
from peyvand.core.text import fold
from peyvand.lexicon.calendar import calendar_words


def dates(text: str, language: str = "fa") -> tuple[DateMention, ...]:
    """Every date said in a sentence."""
    return scan_dates(fold(text), calendar_words(language))


def said(text: str, language: str = "fa") -> list[tuple[str, str]]:
    """The words of each date of a sentence, with their value."""
    return [(mention.text, mention.value) for mention in dates(text, language)]


def settled(
    text: str, published: str | None = None, tense: Tense | None = None, near: tuple[Days, ...] = ()
) -> SettledDate:
    """The one date of a Persian sentence, settled; ``published`` is an ISO day."""
    (mention,) = dates(text)
    day = date.fromisoformat(published) if published else None
    return settle(mention, published=day, tense=tense, near=near)
