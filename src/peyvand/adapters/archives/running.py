"""A run over inputs: each read item by item, written in order, and done with before the next begins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from peyvand.adapters.archives.engines import Engine
from peyvand.adapters.archives.outputs import Output, is_done, name_of
from peyvand.adapters.archives.rows import Outcome, Row, failure_row
from peyvand.adapters.inputs import Item, is_archive, items_in
from peyvand.adapters.sources import UnreadableSource

# A batch is as many items as make this many bytes, or as many as this.
_BATCH_BYTES, _BATCH_ITEMS = 1_000_000, 100

# Told after each batch: how many items it held, and how many bytes of the input lie behind it.
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Tally:
    """How many items were looked at, and what became of them; failures count those that were refused before."""

    items: int = 0
    passed: int = 0
    silent: int = 0
    sources: int = 0
    statements: int = 0
    failures: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count what became of some items."""
        self.passed += outcome.passed
        self.silent += outcome.silent
        self.sources += len(outcome.sources)
        self.statements += len(outcome.statements)
        self.failures += len(outcome.failures)

    def join(self, other: Tally) -> None:
        """Count what another tally counted as well."""
        for name, value in other.row().items():
            setattr(self, name, getattr(self, name) + value)

    def row(self) -> Row:
        """The numbers by their names."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class _Batches:
    """Items in batches, with what was refused before any reading, by the number of the batch that was being filled.

    ``marks`` says for each batch how many bytes of the input lie behind it.
    """

    paths: Sequence[Path]
    refused: dict[int, list[Row]] = field(default_factory=dict)
    marks: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator[list[Item]]:
        batch: list[Item] = []
        size = behind = 0
        for path in self.paths:
            for found in items_in(path):
                if isinstance(found, UnreadableSource):
                    self.refused.setdefault(len(self.marks), []).append(failure_row(found))
                    continue
                batch.append(found)
                size += len(found.data)
                if size >= _BATCH_BYTES or len(batch) >= _BATCH_ITEMS:
                    self.marks.append(behind + found.at)
                    yield batch
                    batch, size = [], 0
            behind += path.stat().st_size
        if batch:
            self.marks.append(behind)
            yield batch

    def refused_in(self, number: int) -> Outcome:
        """What was refused while a batch was filled."""
        return Outcome(failures=self.refused.pop(number, []))


def inputs_of(files: Sequence[Path]) -> list[tuple[Path, ...]]:
    """The inputs that files make up: each archive is one, and the other files of a folder together are one."""
    inputs: dict[Path, list[Path]] = {}
    for path in files:
        inputs.setdefault(path if is_archive(path) else path.parent, []).append(path)
    return [tuple(dict.fromkeys(paths)) for paths in inputs.values()]


def read_input(
    paths: Sequence[Path], folder: Path, engine: Engine, *, parquet: bool, progress: Progress | None = None
) -> Tally | None:
    """Read one input into its output; None where that is there already. Raises what the engine raises, and then
    leaves nothing behind."""
    name = name_of(paths)
    if is_done(folder, name):
        return None
    output = Output(folder, name, parquet=parquet)
    try:
        tally = _filled(paths, output, engine, progress)
        output.finish({"inputs": [str(path) for path in paths], **tally.row()})
    except BaseException:
        output.give_up()
        raise
    return tally


def _filled(paths: Sequence[Path], output: Output, engine: Engine, progress: Progress | None) -> Tally:
    tally = Tally()
    batches = _Batches(paths)
    number = -1
    for number, outcomes in enumerate(engine(batches)):
        for outcome in (*outcomes, batches.refused_in(number)):
            output.write(outcome)
            tally.add(outcome)
        tally.items += len(outcomes)
        if progress:
            progress(len(outcomes), batches.marks[number])
    last = batches.refused_in(number + 1)
    output.write(last)
    tally.add(last)
    return tally
