"""``peyvand export csv|xlsx|json|jsonl|jsonld|geojson|graphml``: bonds with their sources, for other programs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from django.db import DatabaseError
from tqdm import tqdm

from peyvand.adapters.exports.formats import WRITERS
from peyvand.adapters.exports.model import LICENCE, CannotHold, Exported, Head, Writer
from peyvand.cli.dates import day, moment
from peyvand.cli.messages import _, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import note_taken, open_store
from peyvand.lexicon.exports import LANGUAGES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--place", metavar="PLACE", help=_("the bonds of one place only"))
    parser.add_argument("--as-of", metavar="DATE", type=day, help=_("how it was on that day"))
    parser.add_argument("--known-at", metavar="DATE", type=moment, help=_("what was known by then"))
    parser.add_argument("--output", metavar="FILE", type=Path, help=_("where to write; else to standard output"))
    parser.add_argument("--language", choices=LANGUAGES, default="fa", help=_("the language of labels, in workbooks"))
    parser.add_argument("--licence", default=LICENCE, help=_("what others may do with it"))
    parser.add_argument("--internal", action="store_true", help=_("also what is not for everybody"))


def run(options: argparse.Namespace) -> Status:
    """Write one export; a file is in place whole or not at all."""
    register = open_store("records.register.outgoing")
    place = open_store("cli.places").place_named(options.place).id if options.place else None
    audiences = open_store("records.register.shown").Audience
    audience = audiences.OFFICE if options.internal else audiences.PUBLIC
    times = {"as_of": options.as_of, "known_at": options.known_at}
    head = register.export_head(**times, licence=options.licence, language=options.language)
    bonds = register.outgoing(place, **times, audience=audience)
    if options.internal:
        note_taken("opendata:city" if place else "opendata:register", f"{options.kind} {audience}", [place or ""])
    try:
        _write(WRITERS[options.kind], head, bonds, options.output)
    except CannotHold as fault:
        told = _("This format holds no more than {limit:,} rows; take another one, or one place at a time.")
        raise Stopped(Status.WRONG_USAGE, told.format(limit=fault.limit)) from fault
    except DatabaseError as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault
    if register.export_head(**times, licence="", language="").root != head.root:
        say(_("The ledger has grown while this was written; the head in it is the one from before."))
    return Status.WELL


def _write(writer: Writer, head: Head, bonds: Iterable[Exported], path: Path | None) -> None:
    if path is None:
        writer.write(head, bonds, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    half = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with half.open("wb") as file:
            written = _counted(writer, head, bonds, file)
        half.replace(path)
    except OSError as fault:
        raise Stopped(Status.WRONG_USAGE, _("%(file)s: %(cause)s") % {"file": path, "cause": fault.strerror}) from fault
    finally:
        half.unlink(missing_ok=True)
    say(_("%(n)d bonds written to %(file)s.") % {"n": written, "file": path})


def _counted(writer: Writer, head: Head, bonds: Iterable[Exported], file: BinaryIO) -> int:
    """Write them; how many there were. A bar that nobody sees does not count."""
    written = 0

    def counted(shown: Iterable[Exported]) -> Iterator[Exported]:
        nonlocal written
        for bond in shown:
            written += 1
            yield bond

    with tqdm(bonds, unit="bond", disable=None) as bar:
        writer.write(head, counted(bar), file)
    return written
