"""The kinds of lists. A kind says what a row of such a list claims; all else is common to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.lists.cells import CellDate
from peyvand.core.reading.lists.columns import RowStatus, TableWords

BOTH, OWN = (0, 1), (0,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a row tells of the tie itself, in values. ``word`` is the row's own word for the kind of tie."""

    instrument: Instrument | None
    word: str | None
    date: CellDate | None
    end: CellDate | None
    status: RowStatus | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing that a row claims; ``sides`` are positions of the two places."""

    event: Event
    modality: Modality = Modality.DONE
    instrument: Instrument | None
    word: str | None = None
    date: CellDate | None = None
    sides: tuple[int, ...] = BOTH
    code: str | None = None

    @property
    def label(self) -> str:
        """The claim in a word or two, for previews."""
        return f"{self.event} {self.modality}" if self.modality is not Modality.DONE else str(self.event)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """``own_list``: the rows name partners of one place, whose office speaks. ``read_date`` reads a dated cell."""

    name: str
    own_list: bool
    sayings: Callable[[Told], Sequence[Saying]]
    read_date: Callable[[str, TableWords], CellDate | None]
