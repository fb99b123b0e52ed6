"""What the pages of letters, documents and contacts have in common: what they belong to, and what was changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from peyvand.records.casework.actions import CannotRecord, step_of
from peyvand.records.casework.models import Case
from peyvand.records.contacts.models import Contact
from peyvand.records.documents.models import Document, Tie
from peyvand.records.history.queries import Changed
from peyvand.records.ledger.models import Entry
from peyvand.records.letters.models import Letter
from peyvand.records.places.queries import slugs_of
from peyvand.records.register.rows import bond_slug
from peyvand.web.office.casebook import said
from peyvand.web.shared.dates import day, when
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import spell_controls
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.papers import language_name, letter_number
from peyvand.web.telling.paperwords import CHANGES, FIELDS, KINDS, SILENT_FIELDS, TIES, VISIBILITIES

_SHOWN_KEY = 8
# Fields of forms that hold a code, and those that changes call otherwise.
_CODES = frozenset({"visibility", "kind", "language"})
_TYPED_AS = {
    "own": "place_a",
    "partner": "place_b",
    "senders": "from",
    "receivers": "to",
    "date": "date_said",
    "answers": "answers_id",
    "answer_within": "answer_by",
}


@dataclass(frozen=True, slots=True)
class TieShown:
    """What a paper belongs to, with the way there, empty where none leads there; ``kind`` and ``ref`` take it back."""

    kind: str
    ref: str
    kind_word: str
    words: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChanged:
    """A field of a change: as it was before and as it was after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """A change with who made it when; ``erased``: its words are gone."""

    what: str
    by: str
    at: str
    clock: str
    reason: str
    erased: bool
    fields: tuple[FieldChanged, ...]


def ties_shown(ties: Iterable[Tie], naming: Naming) -> list[TieShown]:
    """What a paper belongs to."""
    found = list(ties)
    known = _Known.of(found)
    return [
        TieShown(one.kind, one.ref, _(TIES.get(one.kind, one.kind)), *_tie_words(one, known, naming)) for one in found
    ]


def changes_shown(changes: Iterable[Changed], naming: Naming) -> list[ChangeShown]:
    """What was changed, the last one first."""
    found = list(changes)
    names = _names_in(found)
    return [
        ChangeShown(
            what=_(CHANGES.get(one.what, one.what)),
            by=str(one.member),
            at=day(localtime(one.at).date(), naming.language).main,
            clock=in_language(f"{localtime(one.at):%H:%M}", naming.language),
            reason=spell_controls(one.reason),
            erased=one.erased,
            fields=tuple(_fields(one.values, naming, names)),
        )
        for one in found
    ]


def differing(before: Mapping[str, str], after: Mapping[str, str], naming: Naming) -> list[FieldChanged]:
    """The fields that two versions of one form do not have alike, as they were typed."""
    found = []
    for name, words in after.items():
        if name == "version" or name.endswith("_place") or before.get(name, "") == words:
            continue
        told = [_said(name, one, naming, {}) if name in _CODES else one for one in (before.get(name, ""), words)]
        label = str(FIELDS.get(_TYPED_AS.get(name, name), name))
        found.append(FieldChanged(field=label, before=spell_controls(told[0]), after=spell_controls(told[1])))
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What the ties of a page lead to, asked for once."""

    slugs: Mapping[str, str]
    captures: Mapping[str, str]
    contacts: Mapping[int, str]
    letters: Mapping[int, Letter]
    cases: Mapping[int, Case]

    @classmethod
    def of(cls, ties: Iterable[Tie]) -> _Known:
        refs: dict[str, list[str]] = {}
        for one in ties:
            refs.setdefault(one.kind, []).append(one.ref)
        places = [place for ref in refs.get("bond", ()) for place in ref.split(" ")]
        entries = Entry.objects.filter(key__in=refs.get("statement", ()))
        return cls(
            slugs=slugs_of(places) if places else {},
            captures=dict(entries.values_list("key", "subject")),
            contacts=dict(Contact.objects.filter(pk__in=map(int, refs.get("contact", ()))).values_list("pk", "name")),
            letters=Letter.objects.in_bulk([int(ref) for ref in refs.get("letter", ())]),
            cases=Case.objects.in_bulk(
                [int(ref.partition("/")[0]) for ref in (*refs.get("case", ()), *refs.get("gate", ()))]
            ),
        )


def _tie_words(tie: Tie, known: _Known, naming: Naming) -> tuple[str, str]:
    """The words of a tie and the way to it."""
    ref = tie.ref
    if tie.kind == "bond":
        first, second = ref.split(" ")
        href = reverse("portal:bond", args=[bond_slug((first, second), dict(known.slugs))]) if _both(ref, known) else ""
        return f"{naming.place(first)} – {naming.place(second)}", href
    if tie.kind == "case":
        return _case_words(ref, known, naming), reverse("office:case", args=[int(ref)])
    if tie.kind == "gate":
        number, side, step = ref.split("/")
        name = _step_words(known.cases.get(int(number)), int(side), step, naming)
        words = f"{name} ({_case_words(number, known, naming)})"
        return words, f"{reverse('office:case', args=[int(number)])}#step-{side}-{step}"
    if tie.kind == "statement":
        capture = known.captures.get(ref, "")
        return ref[:_SHOWN_KEY], reverse("portal:source", args=[capture]) if capture else ""
    if tie.kind == "letter":
        letter = known.letters.get(int(ref))
        words = letter_number(letter, naming.language) if letter else ref
        return words, reverse("office:letter", args=[int(ref)])
    return known.contacts.get(int(ref), "") or ref, reverse("office:contact", args=[int(ref)])


def _case_words(number: str, known: _Known, naming: Naming) -> str:
    case = known.cases.get(int(number))
    shown = in_language(number, naming.language)
    return f"{' – '.join(map(naming.place, case.places))}, {shown}" if case else shown


def _step_words(case: Case | None, side: int, step: str, naming: Naming) -> str:
    """A step by its name, as the law that holds today has it; by its key where that has it no more."""
    if case:
        with suppress(CannotRecord):
            return said(step_of(case, side, step).name, naming.language)
    return step


def _both(ref: str, known: _Known) -> bool:
    return all(place in known.slugs for place in ref.split(" "))


def _names_in(changes: Iterable[Changed]) -> dict[str, str]:
    """The contacts, letters and documents that changes name by number, as ``kind number``."""
    numbers: dict[str, set[int]] = {"contact": set(), "letter": set(), "document": set()}
    for change in changes:
        for name, pair in change.values.items():
            for value in pair:
                _gather(name, value, numbers)
    found = {f"contact {pk}": name for pk, name in _rows(Contact, "name", numbers["contact"])}
    found |= {f"document {pk}": name for pk, name in _rows(Document, "name", numbers["document"])}
    letters = Letter.objects.in_bulk(numbers["letter"])
    return found | {f"letter {pk}": str(letter) for pk, letter in letters.items()}


def _rows(model: type[Contact] | type[Document], column: str, numbers: set[int]) -> list[tuple[int, str]]:
    return list(model._default_manager.filter(pk__in=numbers).values_list("pk", column)) if numbers else []


def _gather(name: str, value: Any, numbers: dict[str, set[int]]) -> None:
    if name in ("from", "to") and isinstance(value, list):
        numbers["contact"].update(one for one in value if isinstance(one, int))
    elif name in ("double", "merged_into") and isinstance(value, int):
        numbers["contact"].add(value)
    elif name == "answers_id" and isinstance(value, int):
        numbers["letter"].add(value)
    elif name == "document" and isinstance(value, int):
        numbers["document"].add(value)


def _fields(values: Mapping[str, tuple[Any, Any]], naming: Naming, names: Mapping[str, str]) -> Iterator[FieldChanged]:
    for name, (before, after) in values.items():
        told = [spell_controls(_said(name, value, naming, names)) for value in (before, after)]
        if name not in SILENT_FIELDS and told[0] != told[1]:
            yield FieldChanged(field=str(FIELDS.get(name, name)), before=told[0], after=told[1])


def _said(name: str, value: Any, naming: Naming, names: Mapping[str, str]) -> str:
    """A value of a change in words."""
    comma = "، " if naming.language == "fa" else ", "
    if value in (None, "", []):
        return ""
    if name in ("place", "place_a", "place_b"):
        return naming.place(value)
    if name == "visibility":
        return _(VISIBILITIES[value])
    if name == "kind":
        return _(KINDS[value])
    if name == "language":
        return language_name(value)
    if name == "answer_by":
        return when(value, naming.language).main
    if name == "answers_id":
        return in_language(names.get(f"letter {value}", str(value)), naming.language)
    if name == "document":
        return names.get(f"document {value}", str(value))
    if name in ("double", "merged_into"):
        return names.get(f"contact {value}", str(value))
    if name == "tie":
        return _tie_said(value, naming)
    if name == "term":
        return comma.join(filter(None, (value["role"], value["body"], value["starts"], value["ends"])))
    if name == "names":
        return comma.join(one for _language, one in value)
    if isinstance(value, list):
        return comma.join(names.get(f"contact {one}", f"#{one}") if isinstance(one, int) else one for one in value)
    return str(value)


def _tie_said(value: str, naming: Naming) -> str:
    """A tie as a change has it: its kind and what it named."""
    kind, _space, ref = value.partition(" ")
    named = naming.listed(tuple(ref.split(" "))) if kind == "bond" else in_language(ref, naming.language)
    return f"{_(TIES.get(kind, kind))}: {named}"
