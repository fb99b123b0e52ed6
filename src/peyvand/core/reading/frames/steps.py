"""The steps that a sentence names, by the table of frames, each with its modality."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from peyvand.core.calendar import DateKind
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.frames.cast import distinct
from peyvand.core.reading.frames.fitting import (
    FROM,
    GOVERNED_IN,
    NEAR,
    fits,
    governors_of,
    is_broken_off,
    is_of_institutions,
)
from peyvand.core.reading.frames.labels import ANY_BODY, ANY_ROLE, BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.lists import called_behind
from peyvand.core.reading.frames.modality import OPENING, Mode, mode_of
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.table import CITIES, FRAMES, PAPER, TIED, Frame
from peyvand.core.reading.frames.unreal import is_untrue
from peyvand.core.reading.frames.words import FrameLexicon, Time, mask_of

_DASH = re.compile(r"[»\")]? [-–—] ")
_NOT_IN = 5
_FEW = 2
# How far behind a step (words) stands what is counted from it.
_COUNTED_IN = 4
_MAKES = mask_of("sign", "become", "sistering")
_OF_A_TIE = (Event.RENEWAL, Event.SUSPENSION, Event.TERMINATION)
# Nouns of these steps say nothing by themselves: «die Unterzeichnung», "the renewal".
_NOTHING_ALONE = (Event.SIGNING, Event.APPROVAL, *_OF_A_TIE)
_YEARS = (DateKind.YEAR, DateKind.RELATIVE_YEAR)
STANDING = Frame(Event.STANDING, mask_of("sister", "sistering"), points=mask_of("two_cities", "this_city"))
# Words that make a tie a wish or a plan, this near (words), where nothing else is told of it.
_COMING = ((mask_of("wish", "may"), Modality.WISHED), (mask_of("plan", "will"), Modality.PLANNED))
_COMING_IN = 5
# Between "years after" and the tie that was made then (words).
_AFTER_IN = 6
_ASIDE = mask_of("said", "did")
# What leads partners in behind a tie: "with X", «zum russischen X».
_TO_PARTNERS = mask_of("with", "to", "in", "where")
_HAPPENING = mask_of(
    "sign", "become", "sistering", "approve", "propose", "renew", "suspend", "end", "festival", "visit", "host", "talk"
)
_OF_PUPILS = mask_of("exchange", "school_exchange", "students")
_OF_VOTES = mask_of("propose", "approve")
_TO_COME = Frame(Event.SIGNING, STANDING.trigger, points=0)


class Step(NamedTuple):
    """A step as a sentence names it. ``weak``: it is only taken for granted."""

    frame: Frame
    head: Hit
    sentence: Sentence
    mode: Mode
    weak: bool = False
    # Whether the sentence before speaks of the tie, so that «it was signed» is enough.
    follows: bool = False

    @property
    def event(self) -> Event:
        """Which step."""
        return self.frame.event

    @property
    def modality(self) -> Modality:
        """How it is said to be."""
        return self.mode.modality


def steps_of(sentence: Sentence, topic: int, words: FrameLexicon) -> Iterator[Step]:
    """Every step of a sentence; ``topic``: how many sentences before spoke of a tie between cities, 0 for none, -1
    where only the title of the page does."""
    if (sentence.has(BITS["other_tie"]) and not sentence.has(TIED)) or is_of_institutions(sentence):
        return
    found = papers = False
    for hit in sentence.hits:
        for frame in FRAMES:
            if hit.mask & frame.trigger and fits(frame, hit, sentence, topic, words):
                found = True
                step = _step(frame, hit, sentence, words)
                if frame.trigger & _MAKES and step.modality is Modality.DONE and _is_asked(sentence):
                    continue
                papers = papers or not frame.contact
                yield step._replace(follows=topic == 1 and not frame.contact and _goes_on(step))
    if sentence.has(STANDING.trigger):
        alone = not found or (not papers and _is_quoted(sentence))
        yield from _tie_alone(sentence, words) if alone else _standing(sentence, words, weak=found)
    elif not papers and (tie := _standing_tie(sentence)):
        yield tie
    elif not found and (paper := _binding(sentence)):
        yield paper


def _is_quoted(sentence: Sentence) -> bool:
    """Whether the first word for a tie stands in what somebody says: "He said at the meeting: “We hope …”"."""
    hit = next(hit for hit in sentence.hits if hit.mask & STANDING.trigger)
    return _said_from(hit, sentence) > sentence.clause(hit.first)[0]


def _said_from(hit: Hit, sentence: Sentence) -> int:
    """Where the quotation begins in the clause of a word, else the clause."""
    first, _ = sentence.clause(hit.first)
    begins = max((at for at in range(first, hit.first) if set(sentence.row.gaps[at]) & OPENING), default=first)
    return begins if sentence.masked(first, begins) & BITS["said"] else first


def _goes_on(step: Step) -> bool:
    """Whether a step may be of the tie that the sentence before speaks of: "It was signed"."""
    return step.head.time is Time.PAST or (step.mode.sure and step.modality is Modality.DENIED)


def _step(frame: Frame, hit: Hit, sentence: Sentence, words: FrameLexicon) -> Step:
    mode = mode_of(hit, sentence, words)
    if mode.modality is Modality.DENIED and hit.mask & BITS["sistering"] and _is_of_state(hit, sentence):
        return Step(STANDING, hit, sentence, mode)
    nominal = hit.time in (Time.NOUN, Time.BASE, Time.BARE)
    if frame.event is Event.SIGNING and mode.why == "present" and _opens_aside(hit, sentence):
        mode = Mode(Modality.PLANNED, "in an aside", False)
    if frame.trigger & BITS["refuse"]:
        mode = Mode(Modality.DENIED, "refused", True)
    elif frame.event is Event.SIGNING and is_broken_off(hit, sentence):
        mode = Mode(Modality.DENIED, "broken off", True)
    elif hit.mask & BITS["invite"] and mode.modality in (Modality.DONE, Modality.PLANNED):
        mode = Mode(Modality.WISHED, "invited", True)
    elif frame.event is Event.PROPOSAL and mode.modality is Modality.WISHED and nominal:
        mode = Mode(Modality.DONE, "proposed", True)
    elif frame.event in _OF_A_TIE and nominal and mode.modality is not Modality.DENIED:
        begin = max(sentence.first, hit.first - 2 * GOVERNED_IN * words.reach)
        governed = governors_of(hit, sentence, words) if words.rules_behind else sentence.masked(begin, hit.first)
        voted = words.rules_behind and governed & BITS["approve"]
        if not words.rules_behind:
            # "The request to go on …; the council decided to end it": the closest word rules.
            ruling = [one for one in sentence.within(begin, hit.first) if one.mask & _OF_VOTES]
            voted = bool(ruling) and ruling[-1].mask & BITS["approve"]
        if governed & BITS["propose"] and not voted:
            mode = Mode(Modality.WISHED, "proposed", True)
        elif governed & BITS["approve"]:
            mode = _of_vote(hit, sentence, words, begin)
    elif frame.event in _OF_A_TIE and mode.modality is Modality.PLANNED and _is_moved(hit, sentence):
        mode = Mode(Modality.WISHED, "proposed", True)
    if frame.event in _NOTHING_ALONE and hit.time is Time.NOUN and not mode.sure:
        happened = bool(sentence.masked(*sentence.clause(hit.first)) & BITS["did"]) or _is_announced(
            frame, hit, sentence
        )
        return Step(frame, hit, sentence, mode._replace(sure=happened), weak=not happened)
    if frame.event in (Event.EVENT, Event.NEGOTIATION) and hit.time is Time.NOUN and mode.why == "noun":
        held = sentence.masked(*sentence.clause(hit.first)) & BITS["did"]
        mode = mode._replace(why="held", sure=True) if held else mode
    if mode.why == "aim" and not frame.contact and not _is_to_do(hit, sentence):
        return Step(frame, hit, sentence, mode, weak=True)
    if hit.mask & frame.trigger & BITS["delegation"] and sentence.masked(*sentence.clause(hit.first)) & BITS["will"]:
        mode = Mode(Modality.PLANNED, "helper", False)
    if hit.mask & mask_of("sistering", "become") and mode.modality is Modality.DONE and _is_background(hit, sentence):
        frame = STANDING
        since = hit.mask & BITS["sistering"] and sentence.masked(hit.first - _AFTER_IN, hit.first) & BITS["ago"]
        if since or not _is_stated(hit, sentence):
            mode = Mode(Modality.DONE, "granted", False)
    elif hit.mask & _MAKES and hit.time in (Time.BASE, Time.NOUN) and _is_long_ago(hit, sentence, words):
        return Step(STANDING, hit, sentence, Mode(Modality.DONE, "granted", False), weak=True)
    return Step(frame, hit, sentence, mode)


def _is_moved(hit: Hit, sentence: Sentence) -> bool:
    """ "By a motion the tie was to be broken off": a plan of those who proposed it, which nobody has taken up."""
    before = sentence.masked(sentence.first, hit.first)
    return bool(before & BITS["propose"]) and not before & BITS["approve"]


def _is_asked(sentence: Sentence) -> bool:
    """Whether a sentence is a question, which states nothing."""
    row = sentence.row
    return sentence.stop < len(row) and row.gaps[sentence.stop].lstrip(" »”\"'")[:1] in ("?", "؟", "？")


def _is_of_state(hit: Hit, sentence: Sentence) -> bool:
    """ "Is no longer twinned": whether a participle says how it is, and not what was done."""
    return hit.time is Time.PAST and bool(sentence.masked(*sentence.clause(hit.first)) & BITS["stand"])


def _is_announced(frame: Frame, hit: Hit, sentence: Sentence) -> bool:
    """ "The town announced the end of the tie": whether a noun is what somebody makes known, as it is."""
    if frame.event not in _OF_A_TIE:
        return False
    first, _ = sentence.clause(hit.first)
    said = [
        one for one in sentence.within(max(first, hit.first - GOVERNED_IN), hit.first) if one.mask & BITS["announce"]
    ]
    return bool(said) and not sentence.masked(said[-1].stop, hit.first) & mask_of("aim", "plan", "wish", "not")


def _is_to_do(hit: Hit, sentence: Sentence) -> bool:
    """ "Kazan and Bursa to sign a pact": whether a headline says so of a city or its people, or a plan rules it."""
    if sentence.masked(*sentence.clause(hit.first)) & mask_of("plan", "will"):
        return True
    led = any(other.first == hit.first - 1 and other.mask & BITS["aim"] for other in sentence.hits)
    acts = any(other.stop == hit.first - 1 and other.mask & (ANY_BODY | ANY_ROLE | CITIES) for other in sentence.hits)
    return led and (acts or any(hit.first - 1 in (city.stop, city.after) for city in sentence.cities))


def _of_vote(hit: Hit, sentence: Sentence, words: FrameLexicon, begin: int) -> Mode:
    """How an end is said to be that a vote rules: a vote that was taken is the end, and one to come is its plan."""
    votes = [other for other in sentence.within(begin, sentence.stop) if other.mask & BITS["approve"]]
    vote = min(votes, key=lambda other: abs(other.first - hit.first))
    told = mode_of(vote, sentence, words).modality if vote.time is not Time.NOUN else Modality.DONE
    return Mode(told if told in (Modality.PLANNED, Modality.WISHED) else Modality.DONE, "approved", True)


def _opens_aside(hit: Hit, sentence: Sentence) -> bool:
    """Whether a word that only goes on with another clause opens its own: «qu'il signe …»."""
    first, _ = sentence.clause(hit.first)
    return first > sentence.first and bool(sentence.masked(first, first + 1) & BITS["cut"])


def _is_long_ago(hit: Hit, sentence: Sentence, words: FrameLexicon) -> bool:
    """«缔结友好城市30周年», «结为友好城市的…»: whether a verb without tense only says from what time is counted, or
    which city is meant."""
    stop = min(sentence.pause(hit.first).stop, hit.stop + _COUNTED_IN * words.reach)
    told_of = hit.mask & BITS["sistering"] and sentence.masked(hit.stop, hit.stop + 1) & BITS["attribute"]
    return bool(told_of or sentence.masked(hit.stop, stop) & BITS["ago"])


def _is_background(hit: Hit, sentence: Sentence) -> bool:
    """ "Have been twinned since 1975", "became sister cities in 1992": a tie that stands, and no news."""
    first, stop = sentence.clause(hit.first)
    if sentence.masked(first, stop) & BITS["sign"]:
        # "Were twinned by a treaty signed in 1998".
        return False
    if hit.mask & BITS["sistering"] and hit.time is Time.PAST:
        return True
    if hit.mask & BITS["become"] and sentence.masked(first, stop) & BITS["now"]:
        # "To date relations are established with X".
        return True
    if hit.mask & BITS["become"] and hit.time is Time.PAST:
        return False
    start, end = sentence.row.starts[first], sentence.row.stops[stop - 1]
    return any(date.kind in _YEARS and start <= date.span.start < end for date in sentence.dates)


def _tie_alone(sentence: Sentence, words: FrameLexicon) -> Iterator[Step]:
    """A tie with no step beside it: what is hoped for or planned («werden Partnerstädte»), else what stands."""
    hit = next(hit for hit in sentence.hits if hit.mask & STANDING.trigger)
    if hit.mask & BITS["plan"]:
        # «un projet de jumelage».
        yield Step(_TO_COME, hit, sentence, Mode(Modality.PLANNED, "tie to come", True))
        return
    first, stop = _said_from(hit, sentence), sentence.clause(hit.first)[1]
    reach = _COMING_IN * words.reach
    around = sentence.masked(max(first, hit.first - reach), hit.first)
    if words.verb_last:
        around |= sentence.masked(hit.stop, min(stop, hit.stop + reach))
    # Where verbs come last, «said» ends the sentence and says nothing of what is wished.
    aside = BITS["did"] if words.rules_behind else _ASIDE
    told = hit.time is not Time.NOUN or sentence.masked(first, stop) & (mask_of("own", "list", "not") | aside)
    # "Hopes for a pact that connects them": only what stands before the tie tells that it is there.
    told = told or sentence.masked(first, hit.first if around & BITS["wish"] else stop) & BITS["stand"]
    called = called_behind(hit, sentence)
    found = next((modality for bit, modality in _COMING if around & bit), None)
    if found is None or told or called:
        yield from _standing(sentence, words, weak=False)
    else:
        yield Step(_TO_COME, hit, sentence, Mode(found, "tie to come", True))


def _standing_tie(sentence: Sentence) -> Step | None:
    """ "The partnership with X goes on", on a page of sister cities."""
    cities = {city.first for city in sentence.cities}
    for hit in sentence.hits:
        first, stop = sentence.clause(hit.first)
        here = sentence.masked(first, stop)
        leads = [one.stop for one in sentence.within(hit.stop, hit.stop + 1) if one.mask & _TO_PARTNERS]
        leads += [one.stop for one in sentence.within(hit.stop, stop) if one.mask & BITS["with"]][:1]
        named = any(cities & set(range(at, at + FROM)) for at in leads)
        if (
            hit.mask & BITS["tie"]
            and named
            and (here & BITS["stand"] or (here & BITS["own"] and not here & BITS["not_city"]))
            and not here & mask_of("not", "wish", "plan", "may")
        ):
            return Step(STANDING, hit, sentence, Mode(Modality.DONE, "goes on", True))
    return None


def _binding(sentence: Sentence) -> Step | None:
    """ "An agreement has bound A and B since 1994": a paper in force, which was signed just on the day that is told."""
    hit = next((hit for hit in sentence.hits if hit.mask & mask_of("mou", "pact")), None)
    abroad = len({city.place.country for city in sentence.cities}) >= _FEW
    if hit is None or not sentence.dates or not (abroad or sentence.has(BITS["two_cities"])):
        return None
    here = sentence.masked(*sentence.clause(hit.first))
    if not here & BITS["stand"] or here & mask_of("not", "wish", "plan", "may", "will", "states", "not_city"):
        return None
    frame = STANDING if all(date.kind in _YEARS for date in sentence.dates) else FRAMES[0]
    return Step(frame, hit, sentence, Mode(Modality.DONE, "binds", True))


def _is_stated(hit: Hit, sentence: Sentence) -> bool:
    """Whether a clause tells that cities are tied, and does not only call one so in passing («ville jumelée avec»)."""
    first, stop = sentence.clause(hit.first)
    start, end = sentence.row.starts[first], sentence.row.stops[stop - 1]
    dated = any(start <= date.span.start < end for date in sentence.dates)
    return dated or bool(sentence.masked(first, stop) & mask_of("stand", "own", "not", "become", "now"))


def _standing(sentence: Sentence, words: FrameLexicon, *, weak: bool) -> Iterator[Step]:
    """That a tie is in force: a word for sister city with a verb of being or having; else it is taken for granted."""
    hit = next(hit for hit in sentence.hits if hit.mask & STANDING.trigger)
    first, stop = sentence.clause(hit.first)
    stands = bool(sentence.masked(first, stop) & mask_of("stand", "own", "list")) or _opens_list(sentence, stop)
    dashed = _is_dashed(hit, sentence)
    made = sentence.masked(hit.first - _FEW, hit.first) & BITS["become"]
    # "Work on the establishment of ties goes on": they are not there yet.
    stands = (stands and not made) or dashed
    # "Among the cities that are its twins are X, Y and Z".
    stands = stands or (sentence.has(BITS["list"]) and len(sentence.cities) > _FEW)
    stands = stands or bool(called_behind(hit, sentence))
    beside = sentence.masked(max(first, hit.first - _NOT_IN), min(stop, hit.stop + NEAR * words.verb_last))
    denied = stands and bool(beside & BITS["not"])
    of_others = sentence.has(BITS["not_city"]) and sentence.has(_MAKES) and not sentence.has(CITIES)
    if is_untrue(hit, sentence, words):
        return
    if of_others or sentence.masked(first, stop) & (BITS["refuse"] if stands else mask_of("not", "refuse")):
        # «Eine Städtepartnerschaft wird es nicht geben»: nothing is taken for granted.
        return
    mode = Mode(Modality.DENIED if denied else Modality.DONE, "stands" if stands else "granted", stands)
    weak = weak and not (dashed or (stands and _is_since(hit, sentence)))
    yield Step(STANDING, hit, sentence, mode, weak=weak or not stands)


def _is_since(hit: Hit, sentence: Sentence) -> bool:
    """ "The twinning has existed since 1988": whether a clause of its own tells since when a tie stands."""
    first, stop, _ = sentence.pause(hit.first)
    start, end = sentence.row.starts[first], sentence.row.stops[stop - 1]
    dated = any(start <= date.span.start < end and date.since and date.kind in _YEARS for date in sentence.dates)
    told = any(
        other.mask & _OF_PUPILS or (other.mask & _HAPPENING and other.time is not Time.NOUN)
        for other in sentence.within(first, stop)
    )
    stands = sum(bool(other.mask & BITS["stand"]) for other in sentence.within(first, stop)) > 1
    return dated and stands and not told and any(first <= city.first < stop for city in sentence.cities)


def _is_dashed(hit: Hit, sentence: Sentence) -> bool:
    """ "X and Y – sister cities", where a language leaves out "are": whether a dash says what two cities are."""
    before = distinct([city for city in sentence.cities if city.first < hit.first])
    return len(before) == _FEW and bool(_DASH.fullmatch(sentence.row.gaps[hit.first]))


def _opens_list(sentence: Sentence, stop: int) -> bool:
    """ "Sister cities of X: A, B and C": whether a clause ends in a colon or dash before names of cities."""
    if stop >= sentence.stop or not set(sentence.row.gaps[stop]) & set(":：-–—"):
        return False
    return sum(stop <= city.first for city in sentence.cities) > 1


def speaks_of_tie(sentence: Sentence) -> bool:
    """Whether a sentence makes a tie between cities the topic."""
    return sentence.has(PAPER) and not (sentence.has(BITS["other_tie"]) and not sentence.has(TIED))
