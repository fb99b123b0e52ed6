"""The steps that a sentence names, by the table of frames, each with its modality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from peyvand.core.calendar import DateKind
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.frames.labels import ANY_BODY, ANY_ROLE, BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.modality import Mode, mode_of
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.table import CITIES, FRAMES, PAPER, TIED, Frame
from peyvand.core.reading.frames.words import FrameLexicon, Time, mask_of

_GOVERNED_IN = 10
_NOT_IN = 5
_FEW = 2
# How the participles end that German verbs of becoming may help.
_PARTICIPLES = ("t", "en")
# How far behind a step (words) stands what is counted from it.
_COUNTED_IN = 4
_MAKES = mask_of("sign", "become", "sistering")
# Between «from» and the city: its country, or a word for city.
_FROM = 4
# How far from a step (words) its object may stand in another clause of the sentence.
_NEAR = 8
_OF_A_TIE = (Event.RENEWAL, Event.SUSPENSION, Event.TERMINATION)
# Nouns of these steps say nothing by themselves: «die Unterzeichnung», "the renewal".
_NOTHING_ALONE = (Event.SIGNING, Event.APPROVAL, *_OF_A_TIE)
_YEARS = (DateKind.YEAR, DateKind.RELATIVE_YEAR)
STANDING = Frame(Event.STANDING, mask_of("sister", "sistering"), points=mask_of("two_cities", "this_city"))
# Words that make a tie a wish or a plan, this near (words), where nothing else is told of it.
_COMING = ((mask_of("wish", "may"), Modality.WISHED), (mask_of("plan", "will"), Modality.PLANNED))
_COMING_IN = 5
_ASIDE = mask_of("said", "did")
_OF_VOTES = mask_of("propose", "approve")
_CONTACTS = mask_of("invite", "visit", "host", "talk")
_TO_COME = Frame(Event.SIGNING, STANDING.trigger, points=0)


# Who signs for a city.
_FOR_CITY = mask_of("municipality", "role:mayor", "role:deputy_mayor", "body:city_council")


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
    """Every step of a sentence; ``topic``: how many sentences before spoke of a tie between cities, 0 for none."""
    if sentence.has(BITS["other_tie"]) and not sentence.has(TIED):
        return
    found = False
    for hit in sentence.hits:
        for frame in FRAMES:
            if hit.mask & frame.trigger and _fits(frame, hit, sentence, topic, words):
                found = True
                step = _step(frame, hit, sentence, words)
                yield step._replace(follows=topic == 1 and hit.time is Time.PAST and not frame.contact)
    if sentence.has(STANDING.trigger):
        yield from _standing(sentence, words, weak=found) if found else _tie_alone(sentence, words)
    elif topic and not found and (tie := _standing_tie(sentence)):
        yield tie


def _fits(frame: Frame, hit: Hit, sentence: Sentence, topic: int, words: FrameLexicon) -> bool:
    first, stop = sentence.clause(hit.first)
    here = sentence.masked(first, stop)
    if hit.mask & frame.trigger & BITS["delegation"] and not _comes_from(hit, sentence):
        return False
    if here & frame.blocks or (not frame.nouns and hit.time is Time.NOUN):
        return False
    if hit.mask & frame.trigger & BITS["become"] and words.comma_cuts and _helps_another(hit, sentence):
        return False
    if sentence.masked(first, hit.first) & BITS["until"] and not frame.contact:
        # "Until peace is restored": what has to come first is no step.
        return False
    if frame.event is Event.APPROVAL and (_is_resolved(hit, sentence) or _is_of_contact(hit, sentence)):
        return False
    if hit.mask & BITS["sign"] and _is_by_institutions(hit, sentence):
        return False
    reach = _NEAR * words.reach
    beside = here | sentence.masked(max(sentence.first, hit.first - reach), hit.stop + reach)
    lacks = any(not beside & near for near in frame.near) or any(not sentence.mask & need for need in frame.needs)
    if lacks and not (topic and frame.topic):
        return False
    if hit.mask & frame.trigger & BITS["become"] and not beside & TIED and not _is_dated(sentence, topic):
        return False
    if here & BITS["states"] and not here & (TIED | CITIES):
        return False
    nominal = hit.time in (Time.NOUN, Time.BASE, Time.BARE)
    if hit.mask & BITS["host"] and here & BITS["festival"] and not here & BITS["delegation"]:
        # A town that welcomes an exhibition.
        return False
    if frame.event is Event.PROPOSAL and any(_is_end(other) for other in sentence.within(hit.stop, sentence.stop)):
        # "Asks to suspend …": what is proposed is an end.
        return False
    if frame.event is Event.NEGOTIATION and any(_is_end(other) for other in sentence.within(first, stop)):
        # "Talked about ending …".
        return False
    if frame.event is Event.PROPOSAL and here & BITS["refuse"] and sentence.has(BITS["body:city_council"]):
        # What a council turns down is a leave refused.
        return False
    if frame.event is Event.APPROVAL and any(_is_end(other) for other in sentence.hits):
        return False
    return not (nominal and _governed(hit, sentence, words) & frame.governors)


def _is_by_institutions(hit: Hit, sentence: Sentence) -> bool:
    """ "The universities of the two cities signed a pact": a paper of bodies that sign for themselves."""
    first, stop = sentence.clause(hit.first)
    signers = sentence.masked(first, hit.first) | sentence.masked(hit.stop, hit.stop + _FEW)
    return bool(signers & BITS["institution"]) and not sentence.masked(first, stop) & (TIED | _FOR_CITY)


def _helps_another(hit: Hit, sentence: Sentence) -> bool:
    """«Die Partnerschaft wurde gelobt»: a verb of becoming that only helps the participle that ends the clause."""
    row, (_, stop) = sentence.row, sentence.clause(hit.first)
    last = stop - 1
    ends = last > hit.first and not row.capital[last] and row.words[last].endswith(_PARTICIPLES)
    return ends and not sentence.masked(last, stop)


def _is_dated(sentence: Sentence, topic: int) -> bool:
    """ "Relations with X were established in 2005", on a page of sister cities."""
    return bool(topic and sentence.dates) and len(sentence.cities) == 1


def _is_end(hit: Hit) -> bool:
    """Whether an end or a stop is what is decided: «beschlossen, … ruhen zu lassen»."""
    return bool(hit.mask & mask_of("suspend", "end")) and hit.time in (Time.NOUN, Time.BASE, Time.BARE)


def _comes_from(hit: Hit, sentence: Sentence) -> bool:
    """ "A delegation from X": nobody tells so of guests who did not come."""
    behind = (other for other in sentence.within(hit.stop, hit.stop + 1) if other.mask & BITS["from"])
    starts = {city.first for city in sentence.cities}
    if hit.stop - hit.first > 1 and starts & set(range(hit.stop, hit.stop + _FROM)):
        # "A group from X" is one form.
        return True
    return any(starts & set(range(other.stop, other.stop + _FROM)) for other in behind)


def _is_resolved(hit: Hit, sentence: Sentence) -> bool:
    """Whether a word that is said of plans as well as of votes stands where no body is spoken of."""
    return bool(hit.mask & BITS["approve"] and hit.mask & BITS["plan"]) and not sentence.has(ANY_BODY)


def _is_of_contact(hit: Hit, sentence: Sentence) -> bool:
    """ "Decided to invite": whether what is resolved is a visit."""
    behind = next(sentence.within(hit.stop, hit.stop + _FEW), None)
    return behind is not None and bool(behind.mask & _CONTACTS) and behind.time in (Time.BASE, Time.BARE)


def _governed(hit: Hit, sentence: Sentence, words: FrameLexicon) -> int:
    """The labels of the steps in the clause whose object it may be: before it, or behind it where those rule."""
    if words.rules_behind:
        return sentence.masked(hit.stop, min(sentence.clause(hit.first)[1], hit.stop + _GOVERNED_IN)) & ~hit.mask
    begin = max(sentence.clause(hit.first)[0], hit.first - _GOVERNED_IN * words.reach)
    return sentence.masked(begin, hit.first) & ~hit.mask


def _step(frame: Frame, hit: Hit, sentence: Sentence, words: FrameLexicon) -> Step:
    mode = mode_of(hit, sentence, words)
    nominal = hit.time in (Time.NOUN, Time.BASE, Time.BARE)
    if frame.event is Event.SIGNING and mode.why == "present" and _opens_aside(hit, sentence):
        mode = Mode(Modality.PLANNED, "in an aside", False)
    if frame.trigger & BITS["refuse"]:
        mode = Mode(Modality.DENIED, "refused", True)
    elif hit.mask & BITS["invite"] and mode.modality is Modality.DONE:
        mode = Mode(Modality.WISHED, "invited", True)
    elif frame.event is Event.PROPOSAL and mode.modality is Modality.WISHED and nominal:
        mode = Mode(Modality.DONE, "proposed", True)
    elif frame.event in _OF_A_TIE and nominal and mode.modality is not Modality.DENIED:
        begin = max(sentence.first, hit.first - 2 * _GOVERNED_IN * words.reach)
        governed = _governed(hit, sentence, words) if words.rules_behind else sentence.masked(begin, hit.first)
        voted = words.rules_behind and governed & BITS["approve"]
        if not words.rules_behind:
            # "The request to go on …; the council decided to end it": the closest word rules.
            ruling = [one for one in sentence.within(begin, hit.first) if one.mask & _OF_VOTES]
            voted = bool(ruling) and ruling[-1].mask & BITS["approve"]
        if governed & BITS["propose"] and not voted:
            mode = Mode(Modality.WISHED, "proposed", True)
        elif governed & BITS["approve"]:
            mode = _of_vote(hit, sentence, words, begin)
    if frame.event in _NOTHING_ALONE and hit.time is Time.NOUN and not mode.sure:
        happened = sentence.masked(*sentence.clause(hit.first)) & BITS["did"]
        return Step(frame, hit, sentence, mode._replace(sure=bool(happened)), weak=not happened)
    if frame.event is Event.EVENT and hit.time is Time.NOUN and mode.why == "noun":
        held = sentence.masked(*sentence.clause(hit.first)) & BITS["did"]
        mode = mode._replace(why="held", sure=True) if held else mode
    if mode.why == "aim" and not frame.contact and not _is_to_do(hit, sentence):
        return Step(frame, hit, sentence, mode, weak=True)
    if hit.mask & frame.trigger & BITS["delegation"] and sentence.masked(*sentence.clause(hit.first)) & BITS["will"]:
        mode = Mode(Modality.PLANNED, "helper", False)
    if hit.mask & mask_of("sistering", "become") and mode.modality is Modality.DONE and _is_background(hit, sentence):
        frame = STANDING
        if not _is_stated(hit, sentence):
            mode = Mode(Modality.DONE, "granted", False)
    elif hit.mask & _MAKES and hit.time in (Time.BASE, Time.NOUN) and _is_long_ago(hit, sentence, words):
        return Step(STANDING, hit, sentence, Mode(Modality.DONE, "granted", False), weak=True)
    return Step(frame, hit, sentence, mode)


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
    first, stop = sentence.clause(hit.first)
    reach = _COMING_IN * words.reach
    around = sentence.masked(max(first, hit.first - reach), hit.first)
    if words.verb_last:
        around |= sentence.masked(hit.stop, min(stop, hit.stop + reach))
    told = hit.time is not Time.NOUN or sentence.masked(first, stop) & (mask_of("stand", "own", "list", "not") | _ASIDE)
    found = next((modality for bit, modality in _COMING if around & bit), None)
    if found is None or told:
        yield from _standing(sentence, words, weak=False)
    else:
        yield Step(_TO_COME, hit, sentence, Mode(found, "tie to come", True))


def _standing_tie(sentence: Sentence) -> Step | None:
    """ "The partnership with X goes on", on a page of sister cities."""
    cities = {city.first for city in sentence.cities}
    for hit in sentence.hits:
        first, stop = sentence.clause(hit.first)
        here = sentence.masked(first, stop)
        leads = [one.stop for one in sentence.within(hit.stop, hit.stop + 2) if one.mask & mask_of("with", "to")]
        named = any(cities & set(range(at, at + _FROM)) for at in leads)
        if (
            hit.mask & BITS["tie"]
            and named
            and here & BITS["stand"]
            and not here & mask_of("not", "wish", "plan", "may")
        ):
            return Step(STANDING, hit, sentence, Mode(Modality.DONE, "goes on", True))
    return None


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
    # "Among the cities that are its twins are X, Y and Z".
    stands = stands or (sentence.has(BITS["list"]) and len(sentence.cities) > _FEW)
    beside = sentence.masked(max(first, hit.first - _NOT_IN), min(stop, hit.stop + _NEAR * words.verb_last))
    denied = stands and bool(beside & BITS["not"])
    mode = Mode(Modality.DENIED if denied else Modality.DONE, "stands" if stands else "granted", stands)
    yield Step(STANDING, hit, sentence, mode, weak=weak or not stands)


def _opens_list(sentence: Sentence, stop: int) -> bool:
    """ "Sister cities of X: A, B and C": whether a clause ends in a colon or dash before names of cities."""
    if stop >= sentence.stop or not set(sentence.row.gaps[stop]) & set(":：-–—"):
        return False
    return sum(stop <= city.first for city in sentence.cities) > 1


def speaks_of_tie(sentence: Sentence) -> bool:
    """Whether a sentence makes a tie between cities the topic."""
    return sentence.has(PAPER) and not (sentence.has(BITS["other_tie"]) and not sentence.has(TIED))
