"""Twinned places of Wikidata (property P190, its qualifiers P580 and P582), as its query service gives them out."""

from __future__ import annotations

from peyvand.adapters.imports.kinds import Kind
from peyvand.adapters.imports.pairs import standing
from peyvand.core.reading.lists.cells import CellDate, read_date, read_moment
from peyvand.core.reading.lists.columns import TableWords


def _date(cell: str, words: TableWords) -> CellDate | None:
    return read_moment(cell) or read_date(cell, words)


KIND = Kind(name="wikidata", own_list=False, sayings=standing, read_date=_date)
