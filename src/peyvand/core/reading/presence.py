"""Visits that a place tells: what both sides did face to face in one of their cities, and who attended it there."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.core.gazetteer import Level, Role
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.meetings import offices_in
from peyvand.core.reading.modality import mode_of
from peyvand.core.reading.mode import Force, Mode, governed
from peyvand.core.reading.sentence import TIES, Clause
from peyvand.core.reading.trigger import Trigger, as_head
from peyvand.core.reading.vocabulary import Atom

# So many words may stand between «در» and the city: «در تالار شهرداری …».
_VENUE_REACH = 5
_UNKNOWN = 2
# With one of these between, «در» leads in something else.
_OTHER_PLACE = (
    "with", "from", "to", "and", "meet", "talk", "relation", "between", "sign", "travel", "sister", "pact", "document",
    "memorandum", "friendship",
)  # fmt: skip
_HAPPENED = (Modality.DONE, Modality.PLANNED)
_ATTENDING = ("be", "have", "attain", "make", "bring")


def together(clause: Clause) -> Iterator[Trigger]:
    """The visits that a clause tells by where people were, without a word of travel."""
    if clause.sentence.has("online", "phone"):
        return
    for head in clause.all("meet", "talk", "sign"):
        if not clause.has_before(head, 1, "purpose", "until"):
            yield from _met_there(head, clause)
    yield from _attended(clause)
    yield from _stayed(clause)


def _met_there(head: Atom, clause: Clause) -> Iterator[Trigger]:
    """«شهردار الف در ب با شهردار این شهر دیدار کرد», «شهرداران دو شهر در تالاری در ب سند را امضا کردند»."""
    venue, before = venue_city(clause), clause.earlier
    if venue is None and before is not None and before.has("join_that") and head.has("sign"):
        # «شهرداران دو شهر در آیینی که در ب برگزار شد سند را امضا کردند»
        venue = venue_city(before)
    if venue is None:
        return
    mode = mode_of(head, clause)
    if mode is None or mode.modality not in _HAPPENED or not _is_surely_held(mode):
        return
    offices = offices_in(clause)
    cities = {place.place.id for place in clause.places if place.level is Level.CITY and place.place}
    if len(cities) > 2 and venue not in offices:
        return
    is_of_both = clause.has("two_cities", "counterpart") or bool(offices - {venue})
    if head.has("sign"):
        is_of_both = clause.has(*TIES) and _are_signers_there(head, mode, clause)
    if is_of_both:
        yield Trigger(Event.VISIT, head, clause, governed(mode.modality, mode.verb, "met there"), why="met there")


def _are_signers_there(head: Atom, mode: Mode, clause: Clause) -> bool:
    """«شهرداران … امضا کردند», «به امضای شهرداران … رسید», and not «یادداشت دو شهرداری به امضا رسید»."""
    if mode.verb is None or clause.dates:
        return False
    before = [atom for atom in clause.sentence.atoms if atom.has("two_cities") and atom.stop <= head.first]
    mayors = any(atom.stop - atom.first > 2 for atom in before)
    return mayors or (mode.verb.plural and mode.verb.kind == "make")


def _is_surely_held(mode: Mode) -> bool:
    return mode.force is Force.STATED or mode.why == "occasion"


def _attended(clause: Clause) -> Iterator[Trigger]:
    """«شهرداران الف و ب در این آیین حاضر بودند», «شهردار الف در ب حضور یافت»."""
    heads = clause.all("presence", "aside", "ceremony")
    if not heads:
        return
    offices, venue = offices_in(clause), venue_city(clause)
    if not (len(offices) > 1 or offices - {venue}):
        return
    for head in heads:
        verb = clause.sentence.next_verb(head)
        if head.has("presence") and clause.has_before(head, 0, "with") and len(offices) > 1 and venue in offices:
            # «با حضور شهرداران الف و ب در برج … ب برگزار شد»
            mode = mode_of(head, clause)
            if mode is not None and verb is not None and verb.is_past and mode.modality is Modality.DONE:
                yield Trigger(Event.VISIT, head, clause, governed(Modality.DONE, verb, "attended"), why="attended")
        if verb is None or not 0 <= verb.first - head.stop <= 1 or verb.kind not in _ATTENDING:
            continue
        if not head.has("presence") and verb.kind != "be":
            continue
        mode = mode_of(head, clause)
        if mode is None or mode.modality not in _HAPPENED or mode.force is not Force.STATED:
            continue
        if len(offices) > 1 or venue is not None or clause.sentence.follows_tie:
            known = len(offices) > 1 or venue is not None
            yield Trigger(Event.VISIT, head, clause, mode, is_known=known, why="attended")


def _stayed(clause: Clause) -> Iterator[Trigger]:
    """«هیئت الف در ب از کارگاه‌ها دیدن کرد», «شهردار الف در ب گفت»: whoever did it there had come there."""
    if not clause.has("delegation", "municipality") or clause.has("presence", "envoy"):
        return
    venue = venue_city(clause)
    if venue is None or not offices_in(clause) - {venue, ""}:
        return
    if clause.has("travel") and not any("lasting" in verb.labels for verb in clause.verbs):
        return
    yield from _received(clause, venue)
    for head in clause.all("delegation", "municipality")[:1]:
        verb = clause.sentence.next_verb(head)
        stays = verb is not None and "lasting" in verb.labels
        if verb is None or not (verb.is_past or stays) or verb.negative or not verb.finite:
            continue
        speaks = verb.kind in ("say", "add") or any(a.has("report") and a.stop == verb.first for a in clause.atoms)
        stays = stays or verb.kind in ("stay", "spend")
        if head.has("delegation") or stays or (speaks and not clause.has("sign", "meet", "talk")):
            yield Trigger(Event.VISIT, head, clause, governed(Modality.DONE, verb, "stayed"), why="stayed")


def _received(clause: Clause, venue: str) -> Iterator[Trigger]:
    """«شهردار الف در شهرداری ب پذیرفته شد»."""
    for verb in clause.verbs:
        taken = verb.kind == "accept" and verb.passive and verb.is_past and not verb.negative
        if taken and offices_in(clause) - {venue, ""} and not clause.has("bill", "propose", *TIES):
            yield Trigger(
                Event.VISIT, as_head(verb, "host"), clause, governed(Modality.DONE, verb, "received"), why="stayed"
            )


def venue_city(clause: Clause) -> str | None:
    """The id of the city in which something took place: «در ب», «در تالار شهرداری ب»."""
    line = clause.sentence.line
    inside = clause.all("in", "aside")
    if not inside or not clause.places:
        return None
    found = []
    for place in clause.places:
        if place.level is not Level.CITY or place.place is None or place.role is Role.INSTITUTION:
            continue
        at = line.first(place.span.start)
        lead = next((atom for atom in reversed(inside) if 0 <= at - atom.stop <= _VENUE_REACH), None)
        if lead is not None and _leads_to(lead, at, clause, place.role):
            found.append(place.place.id)
    offices = offices_in(clause)
    return next((city for city in found if city in offices), found[-1] if found else None)


def _leads_to(lead: Atom, at: int, clause: Clause, role: Role) -> bool:
    """Whether nothing between «در» and a city's name takes the name for itself."""
    between = clause.sentence.between(lead.stop, at)
    if lead.has("aside") and lead.stop < at:
        return False
    if any(atom.verb is not None or atom.has(*_OTHER_PLACE) for atom in between):
        return False
    if any(not clause.sentence.line.soft[word] for word in range(lead.stop, at + 1)):
        return False
    unknown = at - lead.stop - sum(atom.stop - atom.first for atom in between)
    # «در اختیار ب»: only a building's own name may stand there.
    if unknown > _UNKNOWN or (unknown and not (between and between[0].first == lead.stop)):
        return False
    # «در شهرداری ب», but not «شهردار ب».
    return role is not Role.OFFICE or any(atom.has("municipality", "province", "city_hall") for atom in between)
