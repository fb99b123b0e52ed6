"""Outputs on disk: a folder for each input, made under another name and put in its place when it is whole."""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from peyvand import __version__
from peyvand.adapters.archives.rows import Outcome, Row
from peyvand.adapters.files import sync_file, sync_folder

SUMMARY = "summary.json"
_LOCK = ".lock"
_PARTIAL = ".partial-"
_NAME = 60
# Rows of a Parquet group; nested values lie in it as JSON.
_GROUP = 1_000
_LISTS = frozenset({"tags", "acts", "sides"})
_NUMBERS = frozenset({"statements", "start", "end"})
_NESTED = frozenset({"counts", "areas", "people"})


class Busy(Exception):
    """Another run writes into this folder."""


class NoParquet(Exception):
    """The extra that writes Parquet is not installed."""


class Writer(Protocol):
    """Writes rows of one kind."""

    def write(self, rows: Sequence[Row]) -> None: ...
    def close(self) -> None: ...


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """A folder of outputs, for one run at a time; made where it is not there. What an earlier run left unfinished is
    taken away. Raises `Busy` or OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise Busy(str(folder)) from fault
        for left in folder.glob(f"{_PARTIAL}*"):
            shutil.rmtree(left)
        yield


def name_of(inputs: Sequence[Path]) -> str:
    """The output's name for an input (the files that make it up): the same as long as they and this program are."""
    told = [__version__]
    for path in inputs:
        facts = path.stat()
        told += [str(path.resolve()), str(facts.st_size), str(facts.st_mtime_ns)]
    first = inputs[0] if len(inputs) == 1 else inputs[0].parent
    readable = "".join(sign if sign.isalnum() or sign in "._-" else "_" for sign in first.name).strip(".") or "input"
    return f"{readable[:_NAME]}-{sha256(chr(0).join(told).encode('utf-8', 'replace')).hexdigest()[:12]}"


def is_done(folder: Path, name: str) -> bool:
    """Whether an input's output is there, whole."""
    return (folder / name / SUMMARY).exists()


class Output:
    """The output of one input, until it is finished or given up."""

    def __init__(self, folder: Path, name: str, *, parquet: bool) -> None:
        self.folder = folder
        self.name = name
        self.partial = folder / f"{_PARTIAL}{name}"
        self.partial.mkdir()
        made = _Parquet if parquet else _Lines
        ending = "parquet" if parquet else "jsonl"
        self.sources: Writer = made(self.partial / f"sources.{ending}", SOURCE_FIELDS)
        self.statements: Writer = made(self.partial / f"statements.{ending}", STATEMENT_FIELDS)
        self.failures: Writer = _Lines(self.partial / "failures.jsonl", ())

    def write(self, outcome: Outcome) -> None:
        """Add what became of some items."""
        self.sources.write(outcome.sources)
        self.statements.write(outcome.statements)
        self.failures.write(outcome.failures)

    def finish(self, summary: Row) -> None:
        """Put the output in its place, with what there is to say of it as a whole."""
        self._close()
        (self.partial / SUMMARY).write_text(json.dumps(summary, ensure_ascii=False) + "\n", "utf-8")
        for path in self.partial.iterdir():
            sync_file(path)
        sync_folder(self.partial)
        self.partial.rename(self.folder / self.name)
        sync_folder(self.folder)

    def give_up(self) -> None:
        """Leave nothing behind."""
        self._close()
        shutil.rmtree(self.partial, ignore_errors=True)

    def _close(self) -> None:
        for writer in (self.sources, self.statements, self.failures):
            writer.close()


class _Lines:
    """Rows as JSON, one a line."""

    def __init__(self, path: Path, _fields: Sequence[str]) -> None:
        self.file = path.open("w", encoding="utf-8")

    def write(self, rows: Sequence[Row]) -> None:
        self.file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    def close(self) -> None:
        self.file.close()


class _Parquet:
    """Rows in columns; values that hold others as JSON."""

    def __init__(self, path: Path, fields: Sequence[str]) -> None:
        try:
            self.arrow: Any = import_module("pyarrow")
            parquet: Any = import_module("pyarrow.parquet")
        except ImportError as fault:
            raise NoParquet from fault
        self.schema = self.arrow.schema([(name, self._kind(name)) for name in fields])
        self.writer = parquet.ParquetWriter(path, self.schema, compression="zstd")
        self.rows: list[Row] = []

    def _kind(self, name: str) -> Any:
        if name in _LISTS:
            return self.arrow.list_(self.arrow.string())
        return self.arrow.int64() if name in _NUMBERS else self.arrow.string()

    def write(self, rows: Sequence[Row]) -> None:
        self.rows += [{key: _flat(key, value) for key, value in row.items()} for row in rows]
        while len(self.rows) >= _GROUP:
            self._flush(_GROUP)

    def close(self) -> None:
        if self.rows:
            self._flush(len(self.rows))
        self.writer.close()

    def _flush(self, count: int) -> None:
        group, self.rows = self.rows[:count], self.rows[count:]
        self.writer.write_table(self.arrow.Table.from_pylist(group, schema=self.schema))


def _flat(key: str, value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if key in _NESTED else value


SOURCE_FIELDS = (
    "capture", "path", "title", "publisher", "published", "code", "tags", "language", "author", "media_type", "kind",
    "said_title", "said_publisher", "said_published", "statements", "counts", "areas", "people", "text",
)  # fmt: skip
STATEMENT_FIELDS = (
    "id", "capture", "a_id", "a_name", "a_country", "b_id", "b_name", "b_country", "event", "code", "instrument",
    "instrument_word", "modality", "date", "date_text", "date_basis", "place", "authority", "authority_place", "part",
    "speaker", "acts", "sides", "start", "end", "quote",
)  # fmt: skip


def rows_in(folder: Path, kind: str) -> Iterator[Row]:
    """The rows of one kind (``sources`` or ``statements``) of a finished output. Raises `NoParquet`, OSError or
    ValueError."""
    lines = folder / f"{kind}.jsonl"
    if lines.exists():
        with lines.open(encoding="utf-8") as file:
            yield from map(json.loads, file)
        return
    try:
        parquet: Any = import_module("pyarrow.parquet")
    except ImportError as fault:
        raise NoParquet from fault
    for group in parquet.ParquetFile(folder / f"{kind}.parquet").iter_batches(batch_size=_GROUP):
        for row in group.to_pylist():
            yield {key: json.loads(value) if key in _NESTED else value for key, value in row.items()}


def finished(folder: Path) -> list[Path]:
    """The finished outputs in a folder, in the order of their names; the folder itself where it is one. Raises
    OSError."""
    if (folder / SUMMARY).exists():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"*/{SUMMARY}") if not path.parent.name.startswith(_PARTIAL))
