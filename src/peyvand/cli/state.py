"""``peyvand state``: a statement by hand, over a source's own words; accepted as the member's."""

from __future__ import annotations

import argparse
from pathlib import Path

from peyvand.cli.dates import day, extent
from peyvand.cli.messages import _
from peyvand.cli.status import Status
from peyvand.cli.store import open_store
from peyvand.core.ledger.words import Channel, Event, Instrument, Modality, SourceKind

# The finer codes that change what a side's standing is.
CODES = ("END4", "END6", "END9")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--source", metavar="KEY", help=_("a source of the ledger"))
    source.add_argument("--file", type=Path, metavar="FILE", help=_("a text that says it"))
    parser.add_argument("--kind", choices=tuple(SourceKind), default=SourceKind.ARTICLE, help=_("what the file is"))
    parser.add_argument("--speaks-for", metavar="PLACE", help=_("the place whose own word the file is"))
    parser.add_argument("--published", metavar="DATE", type=day)
    parser.add_argument("--title", default="")
    parser.add_argument("--internal", action="store_true", help=_("the file is not for everybody"))
    parser.add_argument("--quote", required=True, metavar="WORDS", help=_("the source’s own words that say it"))
    parser.add_argument("--between", required=True, nargs=2, metavar="PLACE")
    parser.add_argument("--event", required=True, choices=tuple(Event))
    parser.add_argument("--modality", choices=tuple(Modality), default=Modality.DONE)
    parser.add_argument("--instrument", choices=tuple(Instrument))
    parser.add_argument("--word", metavar="WORD", help=_("the source’s own word for the tie"))
    parser.add_argument("--date", metavar="DATE", type=extent)
    parser.add_argument("--side", metavar="PLACE", help=_("the one side whose standing it concerns"))
    parser.add_argument("--acts", metavar="PLACE", help=_("the side that acts"))
    parser.add_argument("--channel", choices=tuple(Channel), default=Channel.OFFICIAL)
    parser.add_argument("--authority", metavar="CODE", help=_("as city_council"))
    parser.add_argument(
        "--code", choices=CODES, help=_("END4 citizens only, END6 the end of a term, END9 a bar by law")
    )
    parser.add_argument("--as", dest="member", metavar="MEMBER")
    parser.add_argument("--reason", default="")


def run(options: argparse.Namespace) -> Status:
    """Enter one statement and accept it."""
    status: Status = open_store("cli.stating").run(options)
    return status
