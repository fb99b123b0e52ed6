"""The register, asked. Each answers a member, or a visitor (None), with what they may see; hidden is as missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from peyvand.core.text import fold_words
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.accounts.scopes import rows_seen, rows_within
from peyvand.records.contacts.models import Contact
from peyvand.records.documents.models import Document, Tie
from peyvand.records.documents.queries import belonging_to as documents_of
from peyvand.records.documents.ties import bond_ref, tied_to, ties_of
from peyvand.records.history.queries import Changed, changes_of
from peyvand.records.intake.paging import PAGE, pages_of
from peyvand.records.letters.actions import HISTORY
from peyvand.records.letters.models import Direction, Letter, Party, Side

_MOST_BESIDE = 50
# A thread, and a year of the register on paper, end somewhere.
_MOST_IN_THREAD, _MOST_ON_PAPER = 200, 5_000
STATES = ("waiting", "late", "voided")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the register: a direction, words, places (ids; none: any), a year of the office's calendar, one
    of `STATES`, a page from 1."""

    direction: str = ""
    words: str = ""
    places: Collection[str] = ()
    year: int | None = None
    state: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """A letter in a list: who wrote it, to whom, and whether an answer is waited for."""

    letter: Letter
    senders: tuple[Party, ...]
    receivers: tuple[Party, ...]
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of the register, how many letters there are in all, and the years that it has."""

    lines: tuple[LetterLine, ...]
    found: int
    page: int
    pages: int
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """A letter with those that it answers and that answer it (oldest first, itself among them), its documents, what it
    belongs to, and its changes."""

    line: LetterLine
    thread: tuple[LetterLine, ...]
    documents: tuple[Document, ...]
    ties: tuple[Tie, ...]
    changes: tuple[Changed, ...]


def letters(member: Member, asked: Asked, *, today: date) -> Listed:
    """A page of the letters that a member may see, the newest number first. Raises `NotAllowed`."""
    allow(member, "letter.see")
    rows = _asked(_seen(member), asked, today)
    found = rows.count()
    page = min(max(asked.page, 1), pages_of(found))
    lines = _lines(_ordered(rows)[(page - 1) * PAGE : page * PAGE])
    years = _seen(member).order_by("-year").values_list("year", flat=True).distinct()
    return Listed(lines=lines, found=found, page=page, pages=pages_of(found), years=tuple(years))


def register_of(member: Member, year: int, direction: str) -> tuple[LetterLine, ...]:
    """A whole year of the register in the order of its numbers, the voided ones too, for paper. Raises `NotAllowed`."""
    allow(member, "letter.see")
    rows = _seen(member).filter(year=year)
    if direction in Direction.values:
        rows = rows.filter(direction=direction)
    return _lines(rows.order_by("direction", "number")[:_MOST_ON_PAPER])


def letter_view(number: int, member: Member) -> LetterView | None:
    """One letter; None for none that the member may see. Raises `NotAllowed`."""
    allow(member, "letter.see")
    lines = _lines(_seen(member).filter(pk=number))
    if not lines:
        return None
    letter = lines[0].letter
    whole = may(member, "source.see_internal", places=letter.places)
    return LetterView(
        line=lines[0],
        thread=_thread(letter, member),
        documents=tuple(documents_of(HISTORY, [str(letter.pk)], member).get(str(letter.pk), ())),
        ties=tuple(ties_of(HISTORY, letter.pk, whole=whole)),
        changes=tuple(changes_of(HISTORY, letter.pk)) if whole else (),
    )


def to_answer(member: Member, chosen: int | None) -> list[Letter]:
    """Letters that another may answer: the latest ones, and the one that is chosen already."""
    rows = _seen(member).filter(voided_at=None)
    found = list(_ordered(rows)[:_MOST_BESIDE])
    if chosen is None or chosen in {row.pk for row in found}:
        return found
    return found + list(rows.filter(pk=chosen))


def awaiting(member: Member) -> list[LetterLine]:
    """The letters whose answer is waited for, what is due first: for the work list. None for a member who may see
    none."""
    if not may(member, "letter.see"):
        return []
    return list(_lines(_waiting(_seen(member)).order_by("answer_by", "pk")[: 4 * _MOST_BESIDE]))


def belonging_to(kind: str, refs: Iterable[str], member: Member | None) -> dict[str, list[LetterLine]]:
    """The letters that belong to things of a kind, by thing."""
    numbers = tied_to(kind, refs, HISTORY)
    if not numbers:
        return {}
    found: dict[str, list[LetterLine]] = defaultdict(list)
    for line in _lines(_ordered(_seen(member).filter(pk__in=list(numbers), voided_at=None))):
        for ref in numbers[line.letter.pk]:
            found[ref].append(line)
    return dict(found)


def of_pair(first: str, second: str, member: Member | None) -> tuple[LetterLine, ...]:
    """The letters of a bond, and those that were tied to it, the newest first."""
    of_bond = Q(place_a=first, place_b=second) | Q(place_a=second, place_b=first)
    tied = tied_to("bond", [bond_ref((first, second))], HISTORY)
    rows = _seen(member).filter(of_bond | Q(pk__in=list(tied)), voided_at=None)
    return _lines(_ordered(rows)[:_MOST_BESIDE])


def of_contact(contacts: Collection[int], member: Member) -> tuple[LetterLine, ...]:
    """The letters from or to a contact, with its doubles."""
    rows = _seen(member).filter(pk__in=Party.objects.filter(contact__in=contacts).values("letter"), voided_at=None)
    return _lines(_ordered(rows)[:_MOST_BESIDE])


def naming(contacts: Collection[int]) -> QuerySet[Letter]:
    """Every letter whose words change with the names of these contacts: theirs, and those of their doubles."""
    named = Q(parties__contact__in=contacts) | Q(parties__contact__merged_into__in=contacts)
    return Letter.objects.filter(named).distinct()


def name_of(party: Party) -> str:
    """How somebody is called: the name of the contact as it stands, or the words of the letter."""
    contact = standing(party)
    return contact.name if contact else party.words


def standing(party: Party) -> Contact | None:
    """The contact of a party as it stands: of a double the one that it was merged into."""
    return (party.contact.merged_into or party.contact) if party.contact else None


PARTIES = Prefetch(
    "parties", Party.objects.select_related("contact__merged_into").order_by("side", "position", "pk")
)  # fmt: skip


def _seen(member: Member | None) -> QuerySet[Letter]:
    """What is voided is seen by the office of its places alone, whatever it was before."""
    standing = Q(voided_at=None) | rows_within(member, "source.see_internal")
    return Letter.objects.filter(rows_seen(member), standing)


def _asked(rows: QuerySet[Letter], asked: Asked, today: date) -> QuerySet[Letter]:
    rows = rows.filter(voided_at__isnull=asked.state != "voided")
    if asked.direction in Direction.values:
        rows = rows.filter(direction=asked.direction)
    if asked.year:
        rows = rows.filter(year=asked.year)
    if asked.places:
        rows = rows.filter(Q(place_a__in=asked.places) | Q(place_b__in=asked.places))
    for word in fold_words(asked.words).casefold().split():
        rows = rows.filter(folded__contains=word)
    if asked.state in ("waiting", "late"):
        rows = _waiting(rows)
    return rows.filter(answer_by__lt=today) if asked.state == "late" else rows


def _waiting(rows: QuerySet[Letter]) -> QuerySet[Letter]:
    answers = Letter.objects.filter(answers=OuterRef("pk"), voided_at=None)
    return rows.filter(~Exists(answers), voided_at=None, answer_by__isnull=False)


def _ordered(rows: QuerySet[Letter]) -> QuerySet[Letter]:
    return rows.order_by("-pk")


def _lines(rows: QuerySet[Letter]) -> tuple[LetterLine, ...]:
    found = list(rows.select_related("member", "answers").prefetch_related(PARTIES))
    answered = _answered(found)
    return tuple(_line(row, answered) for row in found)


def _answered(rows: Sequence[Letter]) -> set[int]:
    ids = [row.pk for row in rows]
    if not ids:
        return set()
    answers = Letter.objects.filter(answers__in=ids, voided_at=None).values_list("answers", flat=True)
    return {number for number in answers if number is not None}


def _line(row: Letter, answered: set[int]) -> LetterLine:
    parties = list(row.parties.all())
    return LetterLine(
        letter=row,
        senders=tuple(one for one in parties if one.side == Side.FROM),
        receivers=tuple(one for one in parties if one.side == Side.TO),
        waits=row.answer_by is not None and row.voided_at is None and row.pk not in answered,
    )


def _thread(letter: Letter, member: Member) -> tuple[LetterLine, ...]:
    """From the first letter on, all that answer it or one another, as far as the member may see them; level by level,
    so that a long thread asks few questions."""
    first = letter
    for _step in range(_MOST_IN_THREAD):
        if first.answers_id is None:
            break
        first = Letter.objects.get(pk=first.answers_id)
    found, level = {first.pk}, [first.pk]
    while level and len(found) < _MOST_IN_THREAD:
        below = Letter.objects.filter(answers__in=level).values_list("pk", flat=True)
        level = [pk for pk in below[:_MOST_IN_THREAD] if pk not in found]
        found.update(level)
    if len(found) == 1:
        return ()
    return _lines(_seen(member).filter(pk__in=found).order_by("day", "pk"))
