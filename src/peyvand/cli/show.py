"""``peyvand show``: a city's bonds, or one bond's biography, for any two times."""

from __future__ import annotations

import argparse
from datetime import date, datetime

from peyvand.cli.dates import day, moment
from peyvand.cli.messages import _, answer, answer_text
from peyvand.cli.status import Status
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="PLACE")
    parser.add_argument("partner", metavar="PARTNER", nargs="?")
    parser.add_argument("--as-of", metavar="DATE", type=day, help=_("how it was on that day"))
    parser.add_argument("--known-at", metavar="DATE", type=moment, help=_("what was known by then"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Everything that was accepted is shown: whoever holds the machine holds the office."""
    register = open_store("cli.register")
    shown = register.shown(options.place, options.partner, _when(options))
    if options.format == "json":
        answer(shown.json())
    else:
        answer_text(shown.text())
    return Status.WELL


def _when(options: argparse.Namespace) -> tuple[date | None, datetime | None]:
    return options.as_of, options.known_at
