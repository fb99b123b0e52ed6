"""The words of dates, built from ``lexicon/<language>/calendar.yaml``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from types import MappingProxyType
from typing import Any

from peyvand.core.calendar import (
    Calendar,
    CalendarWords,
    Caution,
    DateWording,
    Entry,
    MonthName,
    Slice,
    Word,
    describe,
    tokens_of,
)
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import LexiconFault, load_yaml

_JOINER = "\u200c"
_SEPARATORS = re.compile("[\u200c ]")
_VOWELS = frozenset("اوه")
_CALENDARS = tuple(Calendar)
_SLICES = tuple(Slice)

Ways = defaultdict[str, dict[tuple[str, ...], Entry]]


@cache
def calendar_words(language: str) -> CalendarWords:
    """The date words of a language. Raises `LexiconFault` where the file does not hold what is expected."""
    try:
        return _build(load_yaml(language, "calendar"))
    except (KeyError, TypeError, ValueError) as fault:
        raise LexiconFault(f"lexicon/{language}/calendar.yaml: {fault!r}") from fault


@cache
def date_wording(language: str) -> DateWording:
    """How a language tells dates. Raises `LexiconFault` where the file does not hold what is expected."""
    try:
        data = load_yaml(language, "calendar")["display"]
        months = {Calendar(calendar): tuple(names) for calendar, names in data["months"].items()}
        return DateWording(
            calendar=Calendar(data["calendar"]),
            months=MappingProxyType(months),
            seasons=tuple(data["seasons"]),
            digits=data["digits"],
            patterns=MappingProxyType(data["patterns"]),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise LexiconFault(f"lexicon/{language}/calendar.yaml: {fault!r}") from fault


def month_name(calendar: Calendar, month: int, language: str) -> str:
    """The name of a month (1 to 12) of a calendar in a language."""
    return date_wording(language).months[calendar][month - 1]


def describe_date(edtf: str, language: str, calendar: Calendar | None = None) -> str:
    """An EDTF date in the words of a language, in ``calendar`` or the language's own. Raises `ValueError`."""
    return describe(edtf, date_wording(language), calendar)


def _build(data: Any) -> CalendarWords:
    ways: Ways = defaultdict(dict)
    months = _months(data, ways)
    if "months_from" in data:
        months += _months(load_yaml(data["months_from"], "calendar"), ways, len(months))
    _numbers(data["numbers"], ways)
    _weekdays(data, ways)
    for season in data["seasons"]:
        _enter(ways, season["forms"], Word.SEASON, season["number"])
    for sense in data["words"]:
        _enter(ways, sense["forms"], Word[sense["word"].upper()], _value(sense))
    for name, forms in data["signs"].items():
        _enter(ways, forms, Word[name.upper()], 0)
    for trap in data["traps"]:
        _enter(ways, trap["forms"], Word.GAP, 0)
    return CalendarWords(
        calendar=Calendar(data["calendar"]),
        week_starts=data["week_starts"],
        entries=_frozen(ways),
        months=tuple(months),
        named_after=_folded(data["named_after"]),
        numbered=_folded(data["numbered"]),
        measured=_folded(data["measured"]),
        counted=_folded(data["counted"]),
        city_weekdays=frozenset(day["number"] for day in data["weekdays"] if day.get("city")),
        shy_seasons=frozenset(season["number"] for season in data["seasons"] if season.get("shy")),
        followers=_folded(data["followers"]),
        plurals=_folded(data.get("plurals", ())),
        dotted_days=data.get("dotted_days", False),
        counted_dates=data.get("counted_dates", False),
    )


def _frozen(ways: Ways) -> MappingProxyType[str, tuple[Entry, ...]]:
    longest_first = {
        first: tuple(sorted(entries.values(), key=lambda entry: -len(entry.rest))) for first, entries in ways.items()
    }
    return MappingProxyType(longest_first)


def _folded(forms: Iterable[str]) -> frozenset[str]:
    """Single tokens: of a form with a joiner, the glued spelling and its last part."""
    return frozenset(spelling for form in forms for spelling in (fold_words(form), fold_words(form.split(_JOINER)[-1])))


def _value(sense: dict[str, Any]) -> int:
    if "slice" in sense:
        return _SLICES.index(Slice(sense["slice"]))
    if "calendar" in sense:
        return _CALENDARS.index(Calendar(sense["calendar"]))
    return int(sense.get("value", 0))


def _enter(ways: Ways, forms: Iterable[str], word: Word, value: int) -> None:
    for form in forms:
        for first, *rest in spellings(form):
            ways[first].setdefault(tuple(rest), Entry(tuple(rest), word, value))


def spellings(form: str) -> Iterator[tuple[str, ...]]:
    """The token rows of a form: a joiner is left out or turned into a space."""
    parts = _SEPARATORS.split(form)
    marks = [("", " ") if mark == _JOINER else (" ",) for mark in _SEPARATORS.findall(form)]
    for chosen in product(*marks):
        text = "".join(part + mark for part, mark in zip(parts, (*chosen, ""), strict=True))
        yield tokens_of(fold_words(text))


def _months(data: Any, ways: Ways, offset: int = 0) -> list[MonthName]:
    names: list[MonthName] = []
    for family, group in data["months"].items():
        for sense in group["names"]:
            name = MonthName(
                calendar=Calendar(group["calendar"]),
                number=sense["number"],
                family=family,
                caution=Caution(sense.get("caution", "plain")),
                not_after=_folded(sense.get("not_after", ())),
                not_before=_folded(sense.get("not_before", ())),
                capital=group.get("capital", False),
                day_follows=group.get("day_follows", False),
                prefix=sense.get("prefix", False),
            )
            names += (name, replace(name, unit_said=True))
            at = offset + len(names)
            _enter(ways, _with_ending(sense["forms"], data.get("ending", "")), Word.MONTH, at - 2)
            if unit := data.get("glued_month"):
                _enter(ways, (form + unit for form in sense["forms"]), Word.MONTH, at - 1)
    return names


def _with_ending(forms: list[str], ending: str) -> list[str]:
    return forms + [form + ending for form in forms if ending and form[-1] in _VOWELS and len(form) > 2]


def _weekdays(data: Any, ways: Ways) -> None:
    day, night = data.get("glued_day", ""), data.get("glued_night", "")
    for sense in data["weekdays"]:
        forms = [
            f"{before}{form}{after}" for form in sense["forms"] for before, after in (("", ""), (day, ""), ("", night))
        ]
        _enter(ways, forms, Word.WEEKDAY, sense["number"])


def _numbers(data: Any, ways: Ways) -> None:
    for word, table in ((Word.CARDINAL, data["cardinals"]), (Word.ORDINAL, data["ordinals"])):
        for number, forms in table.items():
            _enter(ways, forms, word, number)
        for ten in data["tens"]:
            for unit in range(1, 10):
                compounds = _compounds(data["cardinals"][ten], data["and"], table[unit])
                _enter(ways, compounds, word, ten + unit)


def _compounds(tens: list[str], joint: str, units: list[str]) -> Iterator[str]:
    """«بیست و یکم» with its parts apart, glued to either side, or all in one word."""
    for ten, unit in product(tens, units):
        for before, after in product((" ", ""), repeat=2):
            yield f"{ten}{before}{joint}{after}{unit}"
