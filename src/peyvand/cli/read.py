"""``peyvand read``: sources in, one Reading per line out."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from typing import Any

from tqdm import tqdm

from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import Captured, UnreadableSource
from peyvand.cli.dates import day
from peyvand.cli.inputs import files_of, reason, sources_at
from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.wording import reading_as_text, silent_json
from peyvand.core.reading import Reading, as_json

# Fewer files are read before a bar could be of use.
_BAR_FROM = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files, folders, and addresses of pages or feeds")
    parser.add_argument("--published", metavar="DATE", type=day, help="the sources' day of publication")
    parser.add_argument("--with-text", action="store_true", help="print the text that offsets count in")
    parser.add_argument("--explain", action="store_true", help="say which words led to each statement")
    parser.add_argument("--reader", choices=("rules", "llm"), default="rules", help="who reads: the rules, or a server")
    parser.add_argument("--format", choices=("json", "text", "parquet"), default="json")
    parser.add_argument("--save", action="store_true", help="propose the statements to the ledger")
    parser.add_argument("--accept", action="store_true", help="also accept them, as the named member (with --save)")
    parser.add_argument("--out", metavar="DIR", help="write what archives say into this folder, one output an input")
    parser.add_argument("--workers", metavar="N", type=_count, default=0, help="read in so many processes (with --out)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="read on this Dask cluster (with --out)")
    parser.add_argument(
        "--page-seconds", metavar="N", type=_count, default=10, help="what one page may take (with --out)"
    )
    parser.add_argument("--as", dest="member", metavar="MEMBER", help="the member who proposes and accepts")


def run(options: argparse.Namespace) -> Status:
    """Read each source; one that cannot be read is named with its reason, and the others go on."""
    if options.out:
        # Plain reading does not wait for what archives need.
        status: Status = import_module("peyvand.cli.archive").run(options)
        return status
    if options.format == "parquet" or options.workers or options.scheduler:
        raise Stopped(Status.WRONG_USAGE, _("Parquet, workers and a cluster need --out."))
    if options.accept and not options.save:
        raise Stopped(Status.WRONG_USAGE, _("--accept needs --save."))
    second = import_module("peyvand.cli.second").opened() if options.reader == "llm" else None
    intake = _intake(options) if options.save else None
    read = second.read if second else partial(read_capture, explain=options.explain)
    failed = 0
    for captured in _sources(options.paths):
        if isinstance(captured, UnreadableSource):
            say(reason(captured))
            failed += 1
            continue
        reading = read(captured, published=options.published)
        _print(reading, options)
        if intake:
            intake.take(captured, reading)
    if intake:
        say(intake.summary())
    failed += second.failed if second else 0
    return Status.SOME_FAILED if failed else Status.WELL


def _count(written: str) -> int:
    """A number of at least one."""
    number = int(written)
    if number < 1:
        raise ValueError(written)
    return number


def _intake(options: argparse.Namespace) -> Any:
    """Plain reading opens no database and does not wait for the framework that would."""
    store = import_module("peyvand.cli.store")
    return store.open_store("cli.intake").opened(options.member, accept=options.accept)


def _sources(paths: list[str]) -> Iterator[Captured | UnreadableSource]:
    """The sources in the named files, folders and pages, in a fixed order."""
    found = list(files_of(paths))
    for path in tqdm(found, unit="file", disable=None if len(found) >= _BAR_FROM else True):
        yield from sources_at(path)


def _print(reading: Reading, options: argparse.Namespace) -> None:
    if options.format == "text":
        answer_text(reading_as_text(reading, explain=options.explain))
        return
    value = as_json(reading, with_text=options.with_text)
    if options.explain:
        for proposal, statement in zip(reading.statements, value["statements"], strict=True):
            statement["reasons"] = [list(pair) for pair in proposal.reasons]
        value["silent"] = [silent_json(one) for one in reading.silent]
    answer(value)
