"""``peyvand export KIND``: the register for other programs. Each kind's module has ``add_arguments`` and ``run``."""

from __future__ import annotations

import argparse

from peyvand.cli.imports import add_kinds, run
from peyvand.core.text.marking import gettext_noop

# Kind: its module here, and what it makes.
KINDS: dict[str, tuple[str, str]] = {
    "ledger": ("ledger_out", gettext_noop("the ledger itself (JSON Lines), to have it again elsewhere")),
    "csv": ("bonds_out", gettext_noop("a table, one line a bond")),
    "xlsx": ("bonds_out", gettext_noop("a workbook with sheets of bonds, sources and findings")),
    "json": ("bonds_out", gettext_noop("the bonds as in show")),
    "jsonl": ("bonds_out", gettext_noop("the same, a line each (JSON Lines)")),
    "jsonld": ("bonds_out", gettext_noop("linked data: schema.org and the properties of Wikidata")),
    "geojson": ("bonds_out", gettext_noop("points and lines for maps")),
    "graphml": ("bonds_out", gettext_noop("a graph of cities")),
}


__all__ = ["KINDS", "add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_kinds(parser, KINDS)
