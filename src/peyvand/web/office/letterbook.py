"""Letters for the eye: one letter with all that belongs to it, and a year of the register as it goes on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from peyvand.records.accounts.scopes import Visibility
from peyvand.records.letters.models import Letter
from peyvand.records.letters.queries import STATES, LetterLine, LetterView
from peyvand.web.office.paperbook import ChangeShown, TieShown, changes_shown, ties_shown
from peyvand.web.shared.dates import When, day
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import spell_controls
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.papers import (
    DocumentShown,
    LetterShown,
    document_lines,
    language_name,
    letter_lines,
    letter_number,
)
from peyvand.web.telling.paperwords import CALENDARS, DIRECTIONS, LANGUAGES, TIES, VISIBILITIES
from peyvand.web.telling.paperwords import STATES as STATE_WORDS

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the fields of forms are chosen from, as codes and words."""

    directions: tuple[Choice, ...]
    visibilities: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    states: tuple[Choice, ...]
    ties: tuple[Choice, ...]
    letters: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """One letter. ``said`` is its date in its own words, where the page says it otherwise."""

    key: int
    line: LetterShown
    their_number: str
    said: str
    calendar: str
    registered: When
    by: str
    language: str
    note: str
    places: str
    answers: LetterShown | None
    thread: tuple[LetterShown, ...]
    documents: tuple[DocumentShown, ...]
    ties: tuple[TieShown, ...]
    changes: tuple[ChangeShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A row of the register on paper."""

    number: str
    their_number: str
    when: When
    registered: When
    senders: str
    receivers: str
    subject: str
    answers: str
    voided: bool


def choices(letters: Iterable[Letter] = ()) -> Choices:
    """What may be chosen; ``letters`` are those that a letter may answer."""
    return Choices(
        directions=tuple((str(code), _(words)) for code, words in DIRECTIONS.items()),
        visibilities=tuple((str(code), _(VISIBILITIES[code])) for code in Visibility),
        languages=tuple((code, _(words)) for code, words in LANGUAGES.items()),
        states=tuple((code, _(STATE_WORDS[code])) for code in STATES),
        ties=tuple((code, _(TIES[code])) for code in ("bond", "case", "gate", "statement", "contact")),
        letters=tuple((str(one.pk), f"{one} · {spell_controls(one.subject)}") for one in letters),
    )


def letter_page(view: LetterView, naming: Naming, today: date, *, contacts: bool = True) -> LetterPage:
    """All of a letter's page; ``contacts``: with the way to those whom it names."""
    letter, language = view.line.letter, naming.language
    (line,) = letter_lines([view.line], naming, today, contacts=contacts)
    thread = letter_lines(view.thread, naming, today, contacts=contacts)
    answered = next((one for one in view.thread if one.letter.pk == letter.answers_id), None)
    return LetterPage(
        key=letter.pk,
        line=line,
        their_number=spell_controls(letter.their_number),
        said=spell_controls(letter.date_said),
        calendar=_(CALENDARS[letter.date_calendar]),
        registered=day(letter.registered_on, language),
        by=str(letter.member),
        language=language_name(letter.language),
        note=spell_controls(letter.note),
        places=naming.listed(letter.places),
        answers=letter_lines([answered], naming, today)[0] if answered else None,
        thread=tuple(thread),
        documents=tuple(document_lines(view.documents, naming)),
        ties=tuple(ties_shown(view.ties, naming)),
        changes=tuple(changes_shown(view.changes, naming)),
    )


def register_page(
    lines: Iterable[LetterLine], naming: Naming, today: date, *, whole: bool = True
) -> list[tuple[str, tuple[RegisterRow, ...]]]:
    """A year of the register: each direction with its rows, in the order of their numbers; ``whole``: with the numbers
    of letters that are answered and may be hidden from who sees a part alone."""
    found = list(lines)
    return [
        (_(words), tuple(_row(one, naming, today, whole) for one in found if one.letter.direction == code))
        for code, words in DIRECTIONS.items()
        if any(one.letter.direction == code for one in found)
    ]


def _row(line: LetterLine, naming: Naming, today: date, whole: bool) -> RegisterRow:
    letter, language = line.letter, naming.language
    (shown,) = letter_lines([line], naming, today)
    comma = "، " if language == "fa" else ", "
    return RegisterRow(
        number=in_language(str(letter.number), language),
        their_number=spell_controls(letter.their_number),
        when=shown.when,
        registered=day(letter.registered_on, language),
        senders=comma.join(name.words for name in shown.senders),
        receivers=comma.join(name.words for name in shown.receivers),
        subject=shown.subject,
        answers=letter_number(letter.answers, language) if letter.answers and whole else "",
        voided=shown.voided,
    )
