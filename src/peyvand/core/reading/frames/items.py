"""Items of a list that each tell of one partner: "- Lodz (Poland): signed in 1994, renewed in 2004"."""

from __future__ import annotations

from collections.abc import Sequence

from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.line import Sentence

_BULLETS = frozenset("-–—•*·▪■●►")
# So many items make a list.
_FEW = 2


def items_of(sentences: Sequence[Sentence]) -> dict[int, City]:
    """The city that opens each item, by the item's paragraph; a single item is no list."""
    found = {one.paragraph: one.cities[0] for one in sentences if opens_item(one)}
    return found if len(found) >= _FEW else {}


def opens_item(sentence: Sentence) -> bool:
    """Whether a sentence begins with a bullet and a city that something sets off: "- Lodz (Poland)", "- Lodz:"."""
    row = sentence.row
    if not sentence.cities or sentence.cities[0].first != sentence.first:
        return False
    before = row.gaps[sentence.first].rpartition("\n")[2]
    after = row.gaps[sentence.cities[0].stop] if sentence.cities[0].stop < len(row) else "\n"
    return bool(set(before) & _BULLETS) and bool(set(after) & set(":,(\n") or sentence.cities[0].told)
