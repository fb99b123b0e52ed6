"""The steps that a sentence names, by the table of frames, each with its modality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.modality import Mode, mode_of
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.table import ANY_TIE, CITIES, FRAMES, GOVERNORS, PAPER, TIED, Frame
from peyvand.core.reading.frames.words import FrameLexicon, Time, mask_of

_ABSORBED_IN = 10
_VERBAL = (Time.PAST, Time.COMING, Time.NEVER)


class Step(NamedTuple):
    """A step as a sentence names it. ``weak``: it is only taken for granted."""

    event: Event
    head: Hit
    sentence: Sentence
    mode: Mode
    contact: bool = False
    weak: bool = False

    @property
    def modality(self) -> Modality:
        """How it is said to be."""
        return self.mode.modality


def steps_of(sentence: Sentence, topic: bool, words: FrameLexicon) -> Iterator[Step]:
    """Every step of a sentence; ``topic``: the sentences before speak of a tie between cities."""
    if sentence.has(BITS["other_tie"]) and not sentence.has(BITS["city"]) and len(sentence.cities) < 2:
        return
    found = False
    for hit in sentence.hits:
        for frame in FRAMES:
            if hit.mask & frame.trigger and _fits(frame, hit, sentence, topic, words):
                found = True
                yield _step(frame, hit, sentence, words)
    if sentence.has(mask_of("sister", "sistering")):
        yield from _standing(sentence, weak=found)


def _fits(frame: Frame, hit: Hit, sentence: Sentence, topic: bool, words: FrameLexicon) -> bool:
    first, stop = sentence.clause(hit.first)
    here = sentence.masked(first, stop)
    if here & frame.blocks and not here & TIED:
        return False
    if not frame.nouns and hit.time is Time.NOUN:
        return False
    if not (topic and frame.topic):
        if any(not here & near for near in frame.near) or any(not sentence.mask & need for need in frame.needs):
            return False
    elif frame.near and not here & frame.near[0] and not sentence.has(ANY_TIE):
        return False
    if here & BITS["states"] and not (here & (TIED | CITIES)):
        return False
    return not (frame.absorbed and hit.time in (Time.NOUN, Time.BASE) and _is_absorbed(hit, sentence, words))


def _is_absorbed(hit: Hit, sentence: Sentence, words: FrameLexicon) -> bool:
    """Whether a step is only the object of one named before it: «approved the signing», «talks on renewing»."""
    begin = max(sentence.clause(hit.first)[0], hit.first - _ABSORBED_IN * words.reach)
    return any(other.mask & GOVERNORS and not other.mask & hit.mask for other in sentence.within(begin, hit.first))


def _step(frame: Frame, hit: Hit, sentence: Sentence, words: FrameLexicon) -> Step:
    mode = mode_of(hit, sentence, words)
    if hit.mask & BITS["invite"] and mode.modality is Modality.DONE:
        mode = Mode(Modality.WISHED, "invited", True)
    if frame.event is Event.PROPOSAL and mode.modality is Modality.WISHED and hit.time in (Time.NOUN, Time.BASE):
        mode = Mode(Modality.DONE, "proposed", True)
    return Step(frame.event, hit, sentence, mode, frame.contact)


def _standing(sentence: Sentence, *, weak: bool) -> Iterator[Step]:
    """That a tie is in force: a word for sister city with a verb of being or having; else it is taken for granted."""
    for hit in sentence.hits:
        if not hit.mask & mask_of("sister", "sistering"):
            continue
        first, stop = sentence.clause(hit.first)
        around = sentence.masked(first, stop)
        stands = bool(around & mask_of("stand", "list") or (hit.mask & BITS["sistering"] and hit.time is Time.PAST))
        denied = bool(sentence.masked(max(first, hit.first - 5), hit.first) & BITS["not"])
        mode = Mode(Modality.DENIED if denied and stands else Modality.DONE, "stands" if stands else "granted", stands)
        yield Step(Event.STANDING, hit, sentence, mode, weak=weak or not stands)
        return


def speaks_of_tie(sentence: Sentence) -> bool:
    """Whether a sentence makes a tie between cities the topic."""
    return sentence.has(PAPER) and not (sentence.has(BITS["other_tie"]) and not sentence.has(TIED))
