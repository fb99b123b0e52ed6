"""``peyvand import KIND FILE``: data taken in. A kind's module has ``add_arguments(parser)`` and ``run(options)``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module

from peyvand.cli.messages import _
from peyvand.cli.status import Status
from peyvand.core.text.marking import gettext_noop

# Kind: its module here, and what it takes.
KINDS: dict[str, tuple[str, str]] = {
    "ledger": (
        "ledger_in",
        gettext_noop("an exported ledger (JSON Lines), into an installation without one"),
    ),
    "office": ("rows_in", gettext_noop("an office's own list of ties (CSV or XLSX)")),
    "pairs": ("rows_in", gettext_noop("a list of pairs of cities, as encyclopedias print them (CSV or XLSX)")),
    "wikidata": (
        "rows_in",
        gettext_noop("twinned places of Wikidata, P190 (SPARQL JSON, an endpoint, or a table of numbers)"),
    ),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_kinds(parser, KINDS)


def add_kinds(parser: argparse.ArgumentParser, kinds: Mapping[str, tuple[str, str]]) -> None:
    """A subcommand for each kind; its module gets the kind's name as ``options.kind``."""
    commands = parser.add_subparsers(metavar="KIND", required=True)
    for name, (module_name, summary) in kinds.items():
        command = commands.add_parser(name, help=_(summary), description=_(summary))
        module = import_module(f"peyvand.cli.{module_name}")
        module.add_arguments(command)
        command.set_defaults(act=module.run, kind=name)


def run(options: argparse.Namespace) -> Status:
    """Run the module of the kind that was named."""
    status: Status = options.act(options)
    return status
