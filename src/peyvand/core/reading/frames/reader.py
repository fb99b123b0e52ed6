"""Read one source by frames: from its text and a language's words to the Reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256

from peyvand.core.calendar import scan_dates, settle
from peyvand.core.gazetteer import Gazetteer
from peyvand.core.ledger.statement import Statement
from peyvand.core.ledger.words import Event, Instrument
from peyvand.core.reading.frames.cast import Cast, Pair, cast_of
from peyvand.core.reading.frames.choosing import Draft, choose
from peyvand.core.reading.frames.cities import Names
from peyvand.core.reading.frames.counts import find_counts
from peyvand.core.reading.frames.dating import date_of
from peyvand.core.reading.frames.elision import listed_on
from peyvand.core.reading.frames.focus import Focus, Found
from peyvand.core.reading.frames.groups import ended, is_of_all, is_of_group, partners_of
from peyvand.core.reading.frames.items import items_of
from peyvand.core.reading.frames.labels import ANY_AREA, ANY_BODY, BITS, labels_in
from peyvand.core.reading.frames.line import Sentence, sentences_of
from peyvand.core.reading.frames.pairs import BY_NAME, pairs_of
from peyvand.core.reading.frames.people import Named, find_persons, persons_of
from peyvand.core.reading.frames.places import find_names, places_of_offices
from peyvand.core.reading.frames.pointing import goes_on
from peyvand.core.reading.frames.row import Hit, Row, row_of
from peyvand.core.reading.frames.rows import in_list, listed_below, listings_in
from peyvand.core.reading.frames.steps import Step, speaks_of_tie, steps_of
from peyvand.core.reading.frames.table import ANY_TIE, TIED
from peyvand.core.reading.frames.words import FrameLexicon, mask_of
from peyvand.core.reading.model import Area, Evidence, Proposal, Reading, SourceFacts
from peyvand.core.reading.resolving import resolved
from peyvand.core.text import Folded, Part, Span, fold
from peyvand.core.text.division import Divided, divide

LONGEST = 120
# A tie stays the topic for so many sentences.
_TOPIC = 2
_YEAR_REACH = 14
_INSTRUMENTS = (
    (mask_of("sister", "sistering"), Instrument.SISTER_CITY),
    (mask_of("friend"), Instrument.FRIENDSHIP),
    (mask_of("mou"), Instrument.MOU),
)


def read_frames(
    text: str,
    *,
    path: str = "",
    lexicon: FrameLexicon,
    gazetteer: Gazetteer,
    published: date | None = None,
    facts: SourceFacts | None = None,
) -> Reading:
    """Read a source's text by frames; everything as `reader.read` has it. Linear in the text."""
    facts = facts or SourceFacts(path=path)
    capture = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    folded = fold(text)
    divided = divide(folded, lexicon.furniture)
    row = row_of(folded, lexicon)
    named, names = persons_and_cities(folded, row, lexicon, gazetteer)
    dates = scan_dates(folded, lexicon.calendar)
    sentences = sentences_of(folded, divided, row, names, dates, lexicon)
    day = published or _day(facts.published) or _dateline(folded, divided, lexicon)
    cast = cast_of(sentences, facts.speaks_for, lexicon.names.home, names.cities)
    drafts = choose(list(_drafts(sentences, cast, lexicon, day))) if cast.of_cities else []
    people = persons_of(folded, row, [one for one in named if _is_said(one.first, sentences)])
    return Reading(
        source=_source(folded, divided, facts, path, lexicon.language, day),
        capture=capture,
        text=text,
        statements=tuple(_proposal(draft, folded, row, capture) for draft in drafts),
        counts=find_counts(sentences, cast, lexicon, folded) if cast.of_cities else (),
        areas=_areas(sentences, folded) if drafts else (),
        people=people,
    )


def persons_and_cities(
    folded: Folded, row: Row, lexicon: FrameLexicon, gazetteer: Gazetteer
) -> tuple[list[Named], Names]:
    """The persons and the places: capitals tell persons first; without them the known places come first."""
    if lexicon.names.capitals:
        named = find_persons(row, lexicon, places_of_offices(folded, row, gazetteer, lexicon.names))
        return named, find_names(folded, row, gazetteer, lexicon.names, [(one.first, one.stop) for one in named])
    names = find_names(folded, row, gazetteer, lexicon.names, [])
    places = [
        *((city.first, max(city.stop, city.after)) for city in names.cities),
        *((first, stop) for first, stop, _ in names.areas),
    ]
    return find_persons(row, lexicon, places), names


def _is_said(at: int, sentences: Sequence[Sentence]) -> bool:
    return any(sentence.first <= at < sentence.stop for sentence in sentences)


def _source(
    folded: Folded, divided: Divided, facts: SourceFacts, path: str, language: str, published: date | None
) -> SourceFacts:
    return SourceFacts(
        path=path or facts.path,
        title=folded.quote(divided.title) if divided.title else facts.title,
        publisher=facts.publisher or (folded.quote(divided.publisher) if divided.publisher else None),
        published=published.isoformat() if published else None,
        code=folded.quote(divided.code) if divided.code else facts.code,
        tags=tuple(folded.quote(tag) for tag in divided.tags) or facts.tags,
        language=language,
        speaks_for=facts.speaks_for,
    )


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _dateline(folded: Folded, divided: Divided, lexicon: FrameLexicon) -> date | None:
    """The earliest whole day of the lines where the day of publication may stand."""
    days = []
    for span in divided.dateline:
        longer = Span(span.start, min(len(folded.text), span.stop + _YEAR_REACH))
        for mention in scan_dates(folded, lexicon.calendar, longer):
            found = settle(mention).bounds
            if found and found[0] == found[1]:
                days.append(found[0])
                break
    return min(days, default=None)


def _drafts(
    sentences: Sequence[Sentence], cast: Cast, lexicon: FrameLexicon, published: date | None
) -> Iterator[Draft]:
    focus = Focus(items=items_of(sentences))
    listings = listings_in(sentences, cast, lexicon)
    listed = {line.at for listing in listings for line in (listing.heading, *listing.lines)}
    for sentence in sentences:
        for step in steps_of(sentence, 0, lexicon):
            found = pairs_of(step, cast, focus)
            if found.why in BY_NAME and not step.frame.contact:
                focus.learn(found.pairs)
    tied, met, body = -_TOPIC, -_TOPIC, None
    groups: list[Step] = []
    several = partners_of(cast.home, sentences)
    standing: list[tuple[Step, Pair]] = []
    sisters = any(sentence.has(TIED) for sentence in sentences)
    titled = any(sentence.has(TIED) for sentence in sentences if sentence.part is Part.TITLE)
    for sentence in sentences:
        topic = sentence.at - tied if sentence.at - tied <= _TOPIC else -titled
        pairs: list[Pair] = []
        told = contact = False
        body = _body(sentence) or body
        for step in steps_of(sentence, topic, lexicon):
            if sentence.at - met == 1 and goes_on(step):
                step = step._replace(follows=True)
            # A heading announces the partners that stand in the lines below it, and those are its own.
            found = pairs_of(step, cast, focus) if sentence.at not in listed else Found()
            if is_of_group(step) or (several and is_of_all(step)):
                groups.append(step)
                continue
            pairs += found.pairs
            told = told or bool(found.pairs and not step.frame.contact)
            contact = contact or bool(found.pairs and step.frame.contact)
            standing += ((step, pair) for pair in found.pairs if step.event is Event.STANDING)
            for pair in found.pairs:
                yield _draft(step, pair, found.why, body, published, sisters=sisters)
        focus.move(sentence, pairs)
        if speaks_of_tie(sentence) or told:
            tied = sentence.at
        met = sentence.at if contact else met
    below = list(listed_below(listings, lexicon))
    below += ((in_list(line, pair[1]), pair) for line, pair in listed_on(sentences, listed, cast))
    for step, pair in (*below, *ended(groups, [*standing, *below], cast, sentences)):
        yield _draft(step, pair, "list", None, published, sisters=True)


def _draft(step: Step, pair: Pair, why: str, body: Hit | None, published: date | None, *, sisters: bool) -> Draft:
    instrument, word = _instrument(step, sisters=sisters)
    authority = _authority(step, body) if step.event is Event.APPROVAL else None
    return Draft(
        step=step, pair=pair, why=why, instrument=instrument, instrument_word=word,
        authority=labels_in(authority.mask & ANY_BODY, "body:")[0] if authority else None, authority_word=authority,
        dated=date_of(step, published),
    )  # fmt: skip


def _authority(step: Step, spoken: Hit | None) -> Hit | None:
    """Who gives a leave: a body of the sentence, else the one ``spoken`` of, unless a town hall decides itself."""
    sentence = step.sentence
    itself = sentence.masked(sentence.clause(step.head.first)[0], step.head.first) & BITS["municipality"]
    return _body(sentence, step.head.first) or (None if itself else spoken)


def _body(sentence: Sentence, near: int | None = None) -> Hit | None:
    """The body that gives leave, nearest to a word."""
    bodies = [hit for hit in sentence.hits if hit.mask & ANY_BODY]
    return min(bodies, key=lambda hit: abs(hit.first - (near or hit.first)), default=None)


def _instrument(step: Step, *, sisters: bool) -> tuple[Instrument | None, Hit | None]:
    """What the tie is called: in the clause, then in the sentence, then in the article."""
    sentence = step.sentence
    first, stop = sentence.clause(step.head.first)
    if step.head.mask & BITS["friend"] and step.head.mask & BITS["sister"]:
        # «与哈尔滨结为友好关系的有…»: a tie in force, and one of friendship.
        return Instrument.FRIENDSHIP, step.head
    scopes = ((first, stop),) if step.frame.contact else ((first, stop), (sentence.first, sentence.stop))
    for scope in scopes:
        for mask, instrument in _INSTRUMENTS:
            word = next((hit for hit in sentence.within(*scope) if hit.mask & mask), None)
            if word:
                return instrument, word
    return (Instrument.SISTER_CITY if sisters and not step.frame.contact else None), None


def _proposal(draft: Draft, folded: Folded, row: Row, capture: str) -> Proposal:
    step = draft.step
    span = _evidence(step, folded)
    first, second = draft.pair
    acts = tuple(at for at, city in enumerate(draft.pair) if step.sentence.first <= city.first < step.head.first)[:1]
    statement = Statement(
        capture=capture,
        part=step.sentence.part,
        span=span,
        event=step.event,
        modality=step.modality,
        places=(folded.quote(row.span(first.first, first.stop)), folded.quote(row.span(second.first, second.stop))),
        instrument=draft.instrument,
        instrument_word=_quote(folded, row, draft.instrument_word),
        authority=draft.authority,
        authority_word=_quote(folded, row, draft.authority_word),
        date_text=draft.dated.mention.text if draft.dated else None,
        acts=acts if step.frame.contact else (),
    )
    return Proposal(
        statement=statement,
        resolution=resolved(statement, (first.place, second.place), draft.dated),
        cities=(first.place, second.place),
        evidence=Evidence(span, span.of(folded.page)),
        reasons=(
            ("step", folded.quote(row.span(step.head.first, step.head.stop))),
            ("modality", step.mode.why),
            ("pair", draft.why),
        ),
    )


def _quote(folded: Folded, row: Row, hit: Hit | None) -> str | None:
    return folded.quote(row.span(hit.first, hit.stop)) if hit else None


def _evidence(step: Step, folded: Folded) -> Span:
    """The clause around the step's word, as much of it as fits."""
    row = step.sentence.row
    first, stop = step.sentence.clause(step.head.first)
    low, high = step.head.first, step.head.stop
    while low > first and _length(row, low - 1, high, folded) <= LONGEST:
        low -= 1
    while high < stop and _length(row, low, high + 1, folded) <= LONGEST:
        high += 1
    return folded.back(row.span(low, high))


def _length(row: Row, first: int, stop: int, folded: Folded) -> int:
    span = folded.back(row.span(first, stop))
    return span.stop - span.start


def _areas(sentences: Sequence[Sentence], folded: Folded) -> tuple[Area, ...]:
    """Fields of cooperation in sentences that speak of the tie or go on from one."""
    found: dict[str, Area] = {}
    tied = -2
    for sentence in sentences:
        if sentence.has(ANY_TIE | mask_of("two_cities", "exchange")):
            tied = sentence.at
        if sentence.at - tied > 1 or not sentence.has(ANY_AREA):
            continue
        for hit in sentence.hits:
            for code in labels_in(hit.mask & ANY_AREA, "area:"):
                span = folded.back(sentence.row.span(hit.first, hit.stop))
                found.setdefault(code, Area(area=code, evidence=Evidence(span, span.of(folded.page))))
    return tuple(found.values())
