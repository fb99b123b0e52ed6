from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from tests.factories.dates import dates, said

from peyvand.core.calendar import Calendar, CalendarWords, Word
from peyvand.core.text import fold_words
from peyvand.lexicon import calendar
from peyvand.lexicon.calendar import calendar_words, date_wording, describe_date, month_name, spellings
from peyvand.lexicon.loader import LexiconFault, load_yaml

LANGUAGES = ("en", "fa")


def senses(language: str) -> Iterator[dict[str, Any]]:
    """Every sense of a file that carries a witness, the traps aside."""
    page = load_yaml(language, "calendar")
    for group in page["months"].values():
        yield from group["names"]
    yield from (*page["weekdays"], *page["seasons"], *page["words"])


def every(kind: str) -> list[Any]:
    found = []
    for language in LANGUAGES:
        rows = load_yaml(language, "calendar")["traps"] if kind == "traps" else senses(language)
        found += [pytest.param(language, row, id=f"{language}-{row['witness']}") for row in rows]
    return found


def holds(language: str, sense: dict[str, Any], text: str) -> bool:
    page = fold_words(text)
    return any(
        " ".join(form).replace(" ", "") in page.replace(" ", "") for f in sense["forms"] for form in spellings(f)
    )


@pytest.mark.parametrize(("language", "sense"), every("senses"))
def test_each_sense_is_found_in_its_own_witness(language: str, sense: dict[str, Any]) -> None:
    assert holds(language, sense, sense["witness"])
    assert len(dates(sense["witness"], language)) == (0 if sense.get("none") else 1)


@pytest.mark.parametrize(("language", "sense"), [row for row in every("senses") if "number" in row.values[1]])
def test_a_month_a_weekday_and_a_season_mean_their_number(language: str, sense: dict[str, Any]) -> None:
    (mention,) = dates(sense["witness"], language)
    first = mention.said.first

    assert sense["number"] in (first.month, first.weekday, first.season)


@pytest.mark.parametrize(("language", "trap"), every("traps"))
def test_no_trap_gives_a_date(language: str, trap: dict[str, Any]) -> None:
    assert holds(language, trap, trap["witness"])
    assert said(trap["witness"], language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_serves_two_masters(language: str) -> None:
    masters: defaultdict[tuple[str, ...], set[object]] = defaultdict(set)
    for sense in senses(language):
        who = (
            sense.get("word"),
            sense.get("number"),
            sense.get("value"),
            sense.get("slice"),
            "weekday" * ("city" in sense),
        )
        for form in sense["forms"]:
            for spelling in spellings(form):
                masters[spelling].add(who)

    assert {form: who for form, who in masters.items() if len(who) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_word_that_both_languages_need_is_there(language: str) -> None:
    kinds = {entry.word for entries in calendar_words(language).entries.values() for entry in entries}

    assert set(Word) - kinds <= {Word.DIGITS, Word.DECADE_END, Word.DECADE_UNIT, Word.OF, Word.RELATIVE_YEAR}


def test_a_joiner_stands_for_the_glued_and_the_spaced_word() -> None:
    assert set(spellings("سه‌شنبه")) == {("سهشنبه",), ("سه", "شنبه")}


def test_compound_numbers_are_built_in_every_spelling() -> None:
    words = calendar_words("fa")

    assert {
        _meaning(words, *form) for form in (("بیست", "و", "دوم"), ("بیستو", "دوم"), ("بیست", "ودوم"), ("بیستودوم",))
    } == {(Word.ORDINAL, 22)}


def _meaning(words: CalendarWords, first: str, *rest: str) -> tuple[Word, int]:
    return next((entry.word, entry.value) for entry in words.entries[first] if entry.rest == rest)


@pytest.mark.parametrize(
    ("asked", "month", "fa", "en"),
    [
        (Calendar.SOLAR, 1, "فروردین", "Farvardin"),
        (Calendar.LUNAR, 9, "رمضان", "Ramadan"),
        (Calendar.GREGORIAN, 12, "دسامبر", "December"),
    ],
)
def test_months_have_names(asked: Calendar, month: int, fa: str, en: str) -> None:
    assert (month_name(asked, month, "fa"), month_name(asked, month, "en")) == (fa, en)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_calendar_has_twelve_months(language: str) -> None:
    assert {(of, len(names)) for of, names in date_wording(language).months.items()} == {(of, 12) for of in Calendar}


def test_dates_are_told_in_a_language() -> None:
    assert describe_date("2025-04-09", "fa") == "۲۰ فروردین ۱۴۰۴"
    assert describe_date("2025-04-09", "fa", Calendar.GREGORIAN) == "۹ آوریل ۲۰۲۵"
    assert describe_date("2025-04-09", "en") == "9 April 2025"


def test_a_language_without_words_is_named() -> None:
    with pytest.raises(LexiconFault, match=r"lexicon/xx/calendar\.yaml"):
        calendar_words("xx")


def test_a_fault_in_the_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar, "load_yaml", lambda *_: {"months": {}})

    with pytest.raises(LexiconFault, match=r"lexicon/yy/calendar\.yaml: .*numbers"):
        calendar_words("yy")
