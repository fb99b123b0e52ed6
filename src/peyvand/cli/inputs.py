"""The inputs that a command is given: files, folders and addresses of the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from peyvand.adapters.inputs import sources_in, sources_of
from peyvand.adapters.sources import REASONS, Captured, UnreadableSource
from peyvand.adapters.web.naming import is_address
from peyvand.cli.messages import _

# Kinds of file that are read where only their folder was named.
_READ_IN_FOLDERS = (
    ".txt", ".text", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".mbox", ".rss", ".atom", ".warc", ".warc.gz",
)  # fmt: skip


def files_of(paths: Iterable[str]) -> Iterator[str]:
    """The named files and addresses, and the readable kinds of file in the named folders, in a fixed order."""
    for path in paths:
        if not is_address(path) and Path(path).is_dir():
            found = (p for p in Path(path).rglob("*") if p.name.lower().endswith(_READ_IN_FOLDERS) and p.is_file())
            yield from map(str, sorted(found))
        else:
            yield path


def sources_at(path: str) -> Iterator[Captured | UnreadableSource]:
    """The sources in a file or behind an address; what cannot be read stands among them with the reason."""
    if is_address(path):
        try:
            # Only who asks for a page waits for what fetches it.
            yield from sources_of(import_module("peyvand.cli.pages").fetched(path))
        except UnreadableSource as fault:
            yield fault
    else:
        yield from sources_in(path)


def reason(fault: UnreadableSource) -> str:
    """Why a source cannot be read, for people."""
    return f"{fault.name}: {_(REASONS[fault.code]).format(**fault.details)}"
