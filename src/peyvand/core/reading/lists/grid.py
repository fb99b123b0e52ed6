"""Tables with bars between their cells: «۲ | قارص | ترکیه | خواهرخواندگی | ۱۳۹۰ | جاری» under «شهر | سال امضا | …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peyvand.core.calendar import Calendar, DateMention, Said, Stretch
from peyvand.core.calendar.reckoning import YEARS
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.cast import Cast, Pair
from peyvand.core.reading.lists.decided import decided
from peyvand.core.reading.lists.rolls import Entry, heading_of, host_of, rolls
from peyvand.core.reading.mode import stated
from peyvand.core.reading.parties import Party, distinct, parties_of
from peyvand.core.reading.sentence import BAR, BARS, SISTER, TIES, Clause, Sentence, is_row
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom
from peyvand.core.text import Folded, Part, Span

_TWO = 2
_YEAR = 4
# What a row's state says of the tie, the first that it has; a tie in another state than these is there.
_STATES = (
    ("end", Event.TERMINATION, Modality.DONE),
    ("suspend", Event.SUSPENSION, Modality.DONE),
    ("propose", Event.PROPOSAL, Modality.DONE),
    ("talk", Event.NEGOTIATION, Modality.DONE),
    ("draft", Event.DRAFTING, Modality.DONE),
)


def cell_years(folded: Folded, rows: Sequence[Span]) -> Iterator[DateMention]:
    """The years that are all that a cell of a table says, in the spans of lines."""
    text = folded.text
    for row in rows:
        if text.count(BAR, row.start, row.stop) < BARS:
            continue
        start = row.start
        for cell in text[row.start : row.stop].split(BAR):
            first = start + len(cell) - len(cell.lstrip())
            start += len(cell) + 1
            year = _year(cell.strip())
            if year is not None:
                span = Span(first, first + _YEAR)
                yield DateMention(span=span, text=folded.quote(span), said=Stretch(first=year, last=year))


def _year(cell: str) -> Said | None:
    if len(cell) != _YEAR or not cell.isdecimal():
        return None
    calendar = next((one for one in (Calendar.SOLAR, Calendar.GREGORIAN) if int(cell) in YEARS[one]), None)
    return Said(calendar=calendar, year=int(cell)) if calendar is not None else None


def entries_of(sentences: Sequence[Sentence], cast: Cast) -> dict[int, list[Entry]]:
    """The ties of every roll and every table of an article, by the number of the sentence in which each stands."""
    tables = _grids(sentences, cast) if any(is_row(sentence) for sentence in sentences) else {}
    found = rolls([sentence for sentence in sentences if sentence.at not in tables], cast)
    return {**found, **decided(sentences), **{at: entries for at, entries in tables.items() if entries}}


def _grids(sentences: Sequence[Sentence], cast: Cast) -> dict[int, list[Entry]]:
    """What the rows of a page's tables say, by the number of the row's sentence; a row of no tie says nothing."""
    found: dict[int, list[Entry]] = {}
    host: Party | None = None
    header: Sentence | None = None
    of_ties = False
    for sentence in sentences:
        if not is_row(sentence):
            heading = heading_of(sentence)
            host = host_of(heading, cast) if heading is not None else host
            of_ties = heading is not None or sentence.has(*SISTER) or (of_ties and sentence.follows_tie)
            header = None
            continue
        header = header or sentence
        found[sentence.at] = []
        # «شهر ایرانی | شهر خارجی»: each row has two, however few of them are known.
        of_pairs = sum(atom.has("city") for atom in header.atoms) >= _TWO
        pair = _pair(sentence, None if of_pairs else host or cast.home)
        if pair is not None and (of_ties or sentence.has(*TIES) or header.has("sister", "sister_city")):
            found[sentence.at] = list(_told(sentence, pair, signed=header.has("sign")))
    return found


def _pair(sentence: Sentence, host: Party | None) -> Pair | None:
    """The two cities of a row, or its one with that of the table."""
    named = distinct(parties_of(sentence, sentence.words.start, sentence.words.stop))
    if len(named) == _TWO:
        return named[0], named[1]
    alone = len(named) == 1 and host is not None and named[0].place.id != host.place.id
    return (host, named[0]) if alone and host is not None else None


def _told(sentence: Sentence, pair: Pair, *, signed: bool) -> Iterator[Entry]:
    """The steps of one row; ``signed``: the year is that of the signature."""
    told = replace(sentence, part=Part.BODY)
    clause = told.stretch(0, told.words.start, told.words.stop)
    dated = any(not date.until for date in clause.dates)
    state = next((one for one in _STATES if clause.has(one[0])), None)
    if clause.has("approve", "review", "plan") and not dated:
        yield _step(Event.APPROVAL, Modality.PLANNED, "approve", clause, pair), pair
        return
    if dated and signed:
        yield _step(Event.SIGNING, Modality.DONE, "", clause, pair), pair
    if state is not None:
        yield _step(state[1], state[2], state[0], clause, pair), pair
        return
    if clause.has("renew"):
        yield _step(Event.RENEWAL, Modality.DONE, "renew", clause, pair), pair
    yield _step(Event.STANDING, Modality.DONE, "", clause, pair), pair


def _step(event: Event, modality: Modality, label: str, clause: Clause, pair: Pair) -> Trigger:
    """A step with the words of its state as head, else with the partner's name."""
    partner = pair[1]
    words = clause.all(label) if label else ()
    head = words[0] if words else Atom(partner.first, partner.stop, partner.span, frozenset(("sister_city",)))
    within = clause if event in (Event.SIGNING, Event.STANDING) else replace(clause, dates=())
    return Trigger(event, head, within, stated(modality, None, "list"), why="grid")
