"""Steps that only look done: a sentence calls them untrue, or something still to come waits for them."""

from __future__ import annotations

import re

from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.words import FrameLexicon, Time, mask_of

_YEAR = re.compile(r"\d{4}")
# Between a step and its year (words).
_BESIDE = 2


def is_untrue(hit: Hit, sentence: Sentence, words: FrameLexicon) -> bool:
    """Whether a sentence calls a step untrue; where rules stand behind, not across a "but"."""
    stop = sentence.stop
    if words.rules_behind:
        stop = next((one.first for one in sentence.within(hit.stop, stop) if one.mask & BITS["cut"]), stop)
    return bool(sentence.masked(sentence.first, stop) & BITS["untrue"])


def comes_first(hit: Hit, sentence: Sentence, words: FrameLexicon) -> bool:
    """ "Once the pact is signed, pupils will travel": whether a step is only what something still to come waits for."""
    first, _ = sentence.clause(hit.first)
    beside = (hit.stop, hit.stop + 1) if words.rules_behind else (first, hit.first)
    # «imzalandığında»: a participle in the case of place says when.
    when = words.rules_behind and sentence.row.words[hit.stop - 1].endswith(tuple(words.names.venues))
    if not (when or sentence.masked(*beside) & BITS["once"]) or is_dated_behind(hit, sentence):
        return False
    ahead = mask_of("will", "plan") if words.rules_behind else BITS["will"]
    return any(other.mask & ahead or other.time is Time.COMING for other in sentence.hits)


def is_dated_behind(hit: Hit, sentence: Sentence) -> bool:
    """ "Signed in 1958": whether a year stands right behind."""
    start, end = sentence.row.starts[hit.first], sentence.row.stops[min(hit.stop + _BESIDE, sentence.stop) - 1]
    years = (date for date in sentence.dates if start <= date.span.start < end and not (date.since or date.until))
    return any(_YEAR.search(date.text) for date in years)
