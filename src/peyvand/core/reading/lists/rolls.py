"""Rolls: partners that a heading announces and no sentence tells, «خواهرخوانده‌های الف:» with a city a line below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.cast import Cast, Pair
from peyvand.core.reading.lists.listing import counts_partners
from peyvand.core.reading.mode import stated
from peyvand.core.reading.parties import Party, distinct, ids, parties_of
from peyvand.core.reading.questions import asks_which, is_question
from peyvand.core.reading.sentence import TIES, Clause, Sentence
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.vocabulary import Atom, Tense
from peyvand.core.text import Part, Span

# Words of a heading, of a line with a city, and of one that only stands between («ردیف، شهر، کشور»).
_HEADING, _ENTRY, _BETWEEN = 24, 16, 5
_TOLD = (
    "sign", "propose", "approve", "talk", "meet", "travel", "festival", "renew", "suspend", "end", "vote", "bill",
    "draft", "sister", "plan", "wants", "hope", "institution", "provinces",
)  # fmt: skip
_COLON = ":"
# The ending of «پیمان‌های».
_PLURAL = "های"

Entry = tuple[Trigger, Pair]


def rolls(sentences: Sequence[Sentence], cast: Cast) -> dict[int, list[Entry]]:
    """The ties of every roll of an article, by the number of the sentence in which the partner stands."""
    found: dict[int, list[Entry]] = {}
    host: Party | None = None
    last: Party | None = None
    is_open = is_named = False
    event = Event.STANDING
    for sentence in sentences:
        heading = heading_of(sentence)
        if heading is not None:
            host, is_open = host_of(heading, cast), True
            is_named = host is not None and host is not cast.home
            event = Event.SIGNING if heading.has("sign") else Event.STANDING
            first = heading.stop
        elif is_open and not is_question(sentence) and _is_entry(sentence):
            first = sentence.words.start
        else:
            told = _tells_of_entry(sentence) or _speaks_of(sentence, host, last)
            is_open = is_open and (_is_between(sentence) or told)
            continue
        entries, host = _entries(sentence, first, host, event, is_named=is_named)
        if entries:
            found[sentence.at] = entries
            last = entries[-1][1][1]
    return found


def heading_of(sentence: Sentence) -> Clause | None:
    """The clause that announces a roll: partners in the plural, at most one city, nothing told of them."""
    if asks_which(sentence):
        whole = sentence.stretch(0, sentence.words.start, sentence.words.stop)
        return whole if len(distinct(parties_of(sentence, whole.first, whole.stop))) <= 1 else None
    counted = sentence.has("sister") and sentence.counts_cities
    held = _tells_held(sentence)
    if not (counted or held or sentence.has("sister_city") or (sentence.has("below") and sentence.has(*TIES))):
        return None
    colon = next((at for at in sentence.hard_stops if _opens(at, sentence)), None)
    if colon == sentence.words.start or (colon is None and _ends_sentence(sentence)):
        return None
    clause = sentence.stretch(0, sentence.words.start, sentence.words.stop if colon is None else colon)
    if clause.stop - clause.first > _HEADING or not (held or _is_plural(clause)):
        return None
    told = [verb for verb in clause.verbs if verb.finite]
    if any(verb.tense in (Tense.FUTURE, Tense.SUBJUNCTIVE) for verb in told):
        return None
    if (told or clause.has("below")) and colon is None:
        return None
    is_signed = clause.has("below") and clause.has("sign") and bool(told) and all(verb.is_past for verb in told)
    if not is_signed and (clause.has(*_TOLD) and not clause.has("below")):
        return None
    # «خواهرخوانده‌های الف را چنین برشمرد:»
    is_told = is_signed or (clause.has("partners") and clause.has("object") and all(verb.is_past for verb in told))
    if any(verb.negative or (verb.kind not in ("be", "have") and not is_told) for verb in told):
        return None
    return clause if len(distinct(parties_of(sentence, clause.first, clause.stop))) <= 1 else None


def _tells_held(sentence: Sentence) -> bool:
    """«پیوندهای برقرار: الف و ب», «پیمان‌های شیراز» as a headline of its own."""
    line, words = sentence.line, sentence.words
    first = sentence.between(words.start, words.start + 1)
    if first and first[0].has(*TIES) and line.word(words.start).endswith(_PLURAL) and len(words) <= _BETWEEN:
        return sentence.part is Part.TITLE and bool(sentence.places) and not sentence.verbs
    ties = {atom.stop for atom in sentence.all(*TIES)}
    states = (atom for atom in sentence.all("standing") if atom.first in ties)
    return any(sentence.line.sign(atom.stop).startswith(_COLON) for atom in states)


def _opens(at: int, sentence: Sentence) -> bool:
    """Whether a colon stands before a word, or «؛ از جمله»."""
    if sentence.line.sign(at) == _COLON:
        return True
    return any(atom.first == at and atom.has("count_list", "list_open") for atom in sentence.atoms)


def _ends_sentence(sentence: Sentence) -> bool:
    return sentence.line.sign(sentence.words.stop) == "."


def _is_plural(clause: Clause) -> bool:
    if clause.has("partners", "sister_cities", "roll", "below", "they") or clause.counts_cities:
        return True
    heads = {atom.first for atom in clause.all("sister_city")}
    return any(atom.stop in heads for atom in clause.all("cities")) or counts_partners(clause)


def host_of(heading: Clause, cast: Cast) -> Party | None:
    """The city whose partners are announced: the one named, or the home city where the heading names nothing else."""
    named = parties_of(heading.sentence, heading.first, heading.stop)
    if named:
        return named[0]
    return None if heading.places else cast.home


def _is_entry(sentence: Sentence) -> bool:
    if len(sentence.words) > _ENTRY or sentence.has(*_TOLD) or any(verb.finite for verb in sentence.verbs):
        return False
    return bool(parties_of(sentence, sentence.words.start, sentence.words.stop))


def _is_between(sentence: Sentence) -> bool:
    """Whether a line only stands between two entries: a country, a year, headings of columns."""
    return len(sentence.words) <= _BETWEEN and not sentence.verbs and not sentence.has(*_TOLD)


def _tells_of_entry(sentence: Sentence) -> bool:
    """«اوش (قرقیزستان) – سند در سال ۱۳۹۰ امضا شد»: the list goes on, and the line tells its tie itself."""
    named = parties_of(sentence, sentence.words.start, sentence.words.start + 1)
    return bool(named) and not sentence.line.is_soft(named[0].stop)


def _speaks_of(sentence: Sentence, host: Party | None, last: Party | None) -> bool:
    """Whether a sentence on ties names nobody but the list's city, or the entry above it: the list goes on below."""
    known = ids([party for party in (host, last) if party is not None])
    named = ids(parties_of(sentence, sentence.words.start, sentence.words.stop))
    return bool(named) and named <= known and sentence.has(*TIES)


def _entries(
    sentence: Sentence, first: int, host: Party | None, event: Event, *, is_named: bool
) -> tuple[list[Entry], Party | None]:
    """The entries from a word on, and the city whose partners come next; «الف: ب، پ» names the city itself."""
    found: list[Entry] = []
    told = replace(sentence, part=Part.BODY) if sentence.part is Part.TITLE else sentence
    two = None if is_named else _two_in_line(sentence, first)
    if two is not None and (host is None or host.place.id not in ids(two)):
        return [(_trigger(two[1], told, event), two)], host
    for party in parties_of(sentence, first, sentence.words.stop):
        if any(first < verb.first < party.first and verb.finite for verb in sentence.verbs):
            break
        if sentence.line.sign(party.stop) == _COLON and _names_more(party, sentence):
            host = party
        elif host is not None and party.place.id != host.place.id:
            found.append((_trigger(party, told, event), (host, party)))
    return found, host


def _names_more(party: Party, sentence: Sentence) -> bool:
    """Whether partners follow a colon; «هاوانا: ۱۳۷۹» is one itself."""
    return bool(parties_of(sentence, party.stop, sentence.words.stop)) or sentence.words.stop == party.stop


def _two_in_line(sentence: Sentence, first: int) -> Pair | None:
    """«ب و پ», «ب – پ» alone on a line: a pair of its own, where the heading names no city."""
    if first != sentence.words.start:
        return None
    named = parties_of(sentence, first, sentence.words.stop)
    if len(named) != 2 or named[1].stop != sentence.words.stop or named[0].first != first:
        return None
    between = sentence.between(named[0].stop, named[1].first)
    joined = len(between) == 1 and between[0].has("and", "with") and named[1].first - named[0].stop == 1
    return (named[0], named[1]) if joined else None


def _with_country(party: Party, sentence: Sentence) -> Span:
    """The words of an entry: the city with the country that stands right after it."""
    for place in sentence.places:
        near = 0 <= sentence.line.first(place.span.start) - party.stop <= 1
        if near and place.level is Level.COUNTRY and place.span.start >= party.span.stop:
            return Span(party.span.start, place.span.stop)
    return party.span


def _trigger(party: Party, sentence: Sentence, event: Event) -> Trigger:
    span = _with_country(party, sentence)
    head = Atom(party.first, max(party.stop, sentence.line.first(span.stop)), span, frozenset(("sister_city",)))
    clause = next(clause for clause in sentence.clauses if party.first < clause.stop)
    return Trigger(event, head, clause, stated(Modality.DONE, None, "list"), why="roll")
