"""Sorted lines kept as the bytes they came in: a table of a million lines costs its file's size, and no more."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

_END = re.compile(b"\n")


class SortedLines(Sequence[str]):
    """The lines of a UTF-8 table, sorted by code points. Looked up by how they begin, or by number, from nought."""

    def __init__(self, table: bytes) -> None:
        self._table = table
        self._starts: array[int] | None = None

    @classmethod
    def of(cls, lines: Iterable[str]) -> SortedLines:
        """Some lines, put in order."""
        return cls("\n".join(sorted(lines)).encode())

    def __len__(self) -> int:
        return len(self._numbered()) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[str]: ...
    def __getitem__(self, number: int | slice) -> str | Sequence[str]:
        """A line by its number. The first time, all lines are counted."""
        starts = self._numbered()
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        if not 0 <= number < len(starts) - 1:
            raise IndexError(number)
        return self._table[starts[number] : starts[number + 1] - 1].decode()

    def __iter__(self) -> Iterator[str]:
        return iter(self._table.decode().split("\n") if self._table else ())

    def beginning(self, letters: str) -> Iterator[str]:
        """The lines that begin with some letters. The lines read to find them grow with the logarithm of the table."""
        table, wanted = self._table, letters.encode()
        low, high = 0, len(table)
        while low < high:
            start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
            stop = self._end(start)
            if table[start:stop] < wanted:
                low = stop + 1
            else:
                high = start
        while table.startswith(wanted, low) and low < len(table):
            stop = self._end(low)
            yield table[low:stop].decode()
            low = stop + 1

    def _end(self, start: int) -> int:
        stop = self._table.find(b"\n", start)
        return stop if stop >= 0 else len(self._table)

    def _numbered(self) -> array[int]:
        """Where each line starts, and where one behind the last would."""
        if self._starts is None:
            self._starts = array("I", [0] if self._table else [])
            self._starts.extend(end.end() for end in _END.finditer(self._table))
            self._starts.append(len(self._table) + bool(self._table))
        return self._starts
