"""Letters are registered, changed, answered, tied to what they belong to, and voided. The one door for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.core.text import fold_words
from peyvand.lexicon.said_dates import SaidDate, said_date
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.accounts.scopes import Visibility, sees
from peyvand.records.contacts.queries import numbered
from peyvand.records.documents.actions import Facts as DocumentFacts
from peyvand.records.documents.actions import bring
from peyvand.records.documents.models import Document, Tie
from peyvand.records.documents.ties import fasten, tie_up, untie
from peyvand.records.history.actions import erase_history, note
from peyvand.records.history.keeping import CannotKeep, ChangedMeanwhile, check_places, put
from peyvand.records.ledger.actions import writing
from peyvand.records.letters.models import Direction, Letter, Party, Side
from peyvand.records.letters.numbering import next_number, office_year

HISTORY = "letter"
# How long an answer is waited for at most, in days.
_LONGEST_WAIT = 3_650
_LONGEST = {"subject": 300, "their_number": 100, "note": 20_000, "language": 10}
_LONGEST_REASON, _LONGEST_PARTY, _MOST_PARTIES = 1_000, 300, 50
_DEEPEST_THREAD = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who wrote or to whom: the number of a contact, or the words of the letter."""

    words: str = ""
    contact: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is said of a letter. ``date`` is as the letter has it; ``answer_within`` are the days from its registration
    in which an answer is waited for, None where none is; ``places`` as those of a document."""

    direction: str
    date: str
    subject: str
    senders: tuple[Named, ...]
    receivers: tuple[Named, ...]
    their_number: str = ""
    language: str = ""
    note: str = ""
    answers: int | None = None
    answer_within: int | None = None
    places: tuple[str, ...] = ()
    visibility: str = Visibility.INTERNAL


def register(facts: Facts, *, by: Member) -> Letter:
    """Register a letter under the next number of its year and direction. Raises `NotAllowed` or `CannotKeep`."""
    allow(by, "letter.keep", places=facts.places)
    date = _checked(facts, by)
    with writing() as moment:
        today = timezone.localdate(moment)
        year = office_year(today)
        letter = Letter(
            direction=facts.direction, year=year, number=next_number(facts.direction, year), registered_on=today,
            member=by, at=moment,
        )  # fmt: skip
        values = _put(letter, facts, date, moment, by)
        letter.save()
        values |= _put_parties(letter, facts)
        letter.save(update_fields=["folded"])
        _note(letter, "registered", values, by)
        return letter


def register_scanned(facts: Facts, data: bytes, name: str, *, by: Member) -> Letter:
    """Register a letter with its scan. The file is looked at before anything is locked, and where it is refused no
    number is taken. Raises as `register`, or `UnreadableSource`."""
    allow(by, "letter.keep", places=facts.places)
    _checked(facts, by)
    about = DocumentFacts(title=facts.subject.strip(), places=facts.places, visibility=facts.visibility)
    scan = bring(data, name, about, by=by)
    with writing():
        letter = register(facts, by=by)
        attach(letter, scan, by=by)
        return letter


def change(letter: Letter, facts: Facts, *, follows: int, by: Member) -> Letter:
    """Say something else of a letter; ``follows`` is the version that the member saw. Number and direction stay.

    Raises `NotAllowed`, `CannotKeep` or `ChangedMeanwhile`.
    """
    with writing() as moment:
        found = _standing(letter.pk, by)
        allow(by, "letter.keep", places=facts.places)
        date = _checked(facts, by)
        if facts.direction != found.direction:
            raise CannotKeep(_("A letter that came in does not go out."), "direction")
        if found.version != follows:
            raise ChangedMeanwhile(found)
        values = _put(found, facts, date, moment, by) | _put_parties(found, facts)
        if values:
            found.version += 1
            found.save()
            _note(found, "changed", values, by)
        return found


def void(letter: Letter, *, reason: str, by: Member) -> None:
    """Take a letter that was registered by mistake out of the register; its number stays taken, with the reason.
    Raises `NotAllowed` or `CannotKeep`."""
    _set_void(letter, reason, by, void=True)


def restore(letter: Letter, *, reason: str, by: Member) -> None:
    """Take a voided letter up again. As `void`."""
    _set_void(letter, reason, by, void=False)


def tie(letter: Letter, kind: str, ref: str, *, by: Member) -> Tie:
    """Say what a letter belongs to. Raises `NotAllowed`, `CannotKeep` or `ties.NoSuchThing`."""
    with writing():
        found = _standing(letter.pk, by)
        made = tie_up(HISTORY, found.pk, kind, ref, by=by)
        _note(found, "tied", {"tie": (None, f"{made.kind} {made.ref}")}, by)
        return made


def loosen(letter: Letter, kind: str, ref: str, *, by: Member) -> None:
    """Take back what was said by `tie`. Raises `NotAllowed` or `CannotKeep`."""
    with writing():
        found = _standing(letter.pk, by)
        if untie(HISTORY, found.pk, kind, ref):
            _note(found, "loosened", {"tie": (f"{kind} {ref}", None)}, by)


def attach(letter: Letter, document: Document, *, by: Member) -> Tie:
    """Say that a document is a scan of a letter, or lay with it. Raises `NotAllowed` or `CannotKeep`."""
    with writing():
        found = _standing(letter.pk, by)
        if not sees(by, places=document.places, visibility=document.visibility):
            raise CannotKeep(_("There is no such document."), "document")
        made = fasten("document", document.pk, HISTORY, str(found.pk), by=by)
        _note(found, "attached", {"document": (None, document.pk)}, by)
        return made


def detach(letter: Letter, document: Document, *, by: Member) -> None:
    """Take back what was said by `attach`. As `attach`."""
    with writing():
        found = _standing(letter.pk, by)
        if untie("document", document.pk, HISTORY, str(found.pk)):
            _note(found, "detached", {"document": (document.pk, None)}, by)


def forget_changes(letter: Letter, *, by: Member) -> int:
    """Erase what stood in a letter's entry before it was changed, names of persons among it; how many words of changes
    there were. What the entry says now is changed by `change`. Raises `NotAllowed`."""
    allow(by, "personal.erase")
    with writing():
        _note(letter, "forgot", {}, by)
        return erase_history(HISTORY, letter.pk, by=by)


def _standing(number: int, by: Member) -> Letter:
    found = Letter.objects.filter(pk=number, voided_at=None).first()
    if found is None:
        raise CannotKeep(_("There is no such letter."))
    allow(by, "letter.keep", places=found.places)
    return found


def _put(
    letter: Letter, facts: Facts, date: SaidDate, moment: datetime, by: Member
) -> dict[str, tuple[object, object]]:
    first, second = (*facts.places, "", "")[:2]
    waits = timedelta(days=facts.answer_within) if facts.answer_within is not None else None
    told = {
        "their_number": facts.their_number.strip(),
        "date_said": date.text,
        "date_calendar": str(date.calendar),
        "date": date.edtf,
        "day": date.first,
        "subject": facts.subject.strip(),
        "language": facts.language,
        "note": facts.note.strip(),
        "answers_id": _answered(letter, facts.answers, by),
        "answer_by": letter.registered_on + waits if waits is not None else None,
        "place_a": first,
        "place_b": second,
        "visibility": str(facts.visibility),
    }
    letter.changed_at = moment
    return put(letter, told)


def _answered(letter: Letter, answers: int | None, by: Member) -> int | None:
    """The letter that is answered; no letter answers one that answers it."""
    if answers is None:
        return None
    found = Letter.objects.filter(pk=answers).first()
    if found is None or not sees(by, places=found.places, visibility=found.visibility):
        raise CannotKeep(_("There is no such letter."), "answers")
    above: int | None = found.pk
    for _step in range(_DEEPEST_THREAD):
        if above is None:
            return found.pk
        if above == letter.pk:
            break
        above = Letter.objects.filter(pk=above).values_list("answers", flat=True).first()
    raise CannotKeep(_("A letter cannot answer one that comes after it."), "answers")


def _put_parties(letter: Letter, facts: Facts) -> dict[str, tuple[object, object]]:
    """Who wrote and to whom, where that is otherwise than before; and the words by which the letter is found."""
    values: dict[str, tuple[object, object]] = {}
    wanted = {Side.FROM: facts.senders, Side.TO: facts.receivers}
    names: list[str] = []
    for side, parties in wanted.items():
        rows = Party.objects.filter(letter=letter, side=side).order_by("position").select_related("contact")
        before = list(rows)
        made = [
            Party(letter=letter, side=side, position=at, contact_id=one.contact, words=one.words.strip())
            for at, one in enumerate(parties)
        ]
        told = [_told(one) for one in before], [_told(one) for one in made]
        if told[0] != told[1]:
            rows.delete()
            Party.objects.bulk_create(made)
            values[str(side)] = told
        names += [one.contact.name if one.contact else one.words for one in made]
    letter.folded = folded_of(letter, names)
    return values


def _told(party: Party) -> int | str:
    """A contact by its number, which no words can pass for."""
    return party.contact_id or party.words


def folded_of(letter: Letter, names: Iterable[str]) -> str:
    """The words by which a letter from and to these is found in the register."""
    found_by = (letter.subject, letter.their_number, f"{letter.year}/{letter.number}", letter.note, *names)
    return " ".join(fold_words(words).casefold() for words in found_by)


def _checked(facts: Facts, by: Member) -> SaidDate:
    """The date of a letter whose facts hold. Raises `CannotKeep`."""
    if facts.direction not in Direction.values:
        raise CannotKeep(_("Choose one of the list."), "direction")
    if facts.visibility not in set(Visibility):
        raise CannotKeep(_("Choose one of the list."), "visibility")
    if not facts.subject.strip():
        raise CannotKeep(_("A letter needs a subject."), "subject")
    for field, most in _LONGEST.items():
        if len(getattr(facts, field)) > most:
            raise CannotKeep(_("This is too long."), field)
    if facts.answer_within is not None and not 0 <= facts.answer_within <= _LONGEST_WAIT:
        raise CannotKeep(_("Say in how many days an answer is due."), "answer_within")
    _check_parties(facts, by)
    check_places(facts.places)
    date = said_date(facts.date, by.language)
    if date is None:
        raise CannotKeep(_("This is no date."), "date")
    if date.first > timezone.localdate():
        raise CannotKeep(_("This day lies ahead."), "date")
    return date


def _check_parties(facts: Facts, by: Member) -> None:
    for field, parties in (("senders", facts.senders), ("receivers", facts.receivers)):
        if not parties:
            raise CannotKeep(_("Say who wrote it and to whom."), field)
        if len(parties) > _MOST_PARTIES or any(len(one.words) > _LONGEST_PARTY for one in parties):
            raise CannotKeep(_("This is too long."), field)
        for one in parties:
            if one.contact is not None and numbered(one.contact, by) is None:
                raise CannotKeep(_("There is no such contact."), field)
            if one.contact is None and not one.words.strip():
                raise CannotKeep(_("Say who wrote it and to whom."), field)


def _set_void(letter: Letter, reason: str, by: Member, *, void: bool) -> None:
    if not reason.strip():
        raise CannotKeep(_("This needs its reason."), "reason")
    with writing() as moment:
        rows = Letter.objects.filter(pk=letter.pk, voided_at__isnull=void)
        found = rows.first()
        if found is None:
            raise CannotKeep(_("There is no such letter."))
        allow(by, "letter.keep", places=found.places)
        rows.update(voided_at=moment if void else None, changed_at=moment)
        _note(found, "voided" if void else "restored", {}, by, reason.strip()[:_LONGEST_REASON])


def _note(letter: Letter, what: str, values: Mapping[str, tuple[object, object]], by: Member, reason: str = "") -> None:
    note(HISTORY, letter.pk, what, values, by=by, places=letter.places, reason=reason)
