"""What every kind has to say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from peyvand.records.search.drafts import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is shown of an item. ``name`` and ``texts`` are in its own letters; of a text what stands around the words.

    ``beside`` is what it stands in; ``places`` are of the thing; ``slug`` is its address where it has one; ``capture``
    and ``anchor`` say where a source's text says it; ``codes`` are whatever else the kind tells of itself.
    """

    name: str = ""
    beside: str = ""
    texts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    day: date | None = None
    language: str = ""
    slug: str = ""
    capture: str = ""
    anchor: tuple[int, int] | None = None
    codes: tuple[str, ...] = ()


class Kind(Protocol):
    """``number`` is the kind's place among the others: less comes first."""

    name: str
    number: int

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        """The items of these names, those that there are; None: all."""

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        """What is shown of the items of these names, in a bounded number of questions."""
