"""``peyvand decide …``: what members decide that no source says, and taking it back."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from peyvand.cli.dates import day, extent
from peyvand.cli.messages import _
from peyvand.cli.status import Status
from peyvand.cli.store import open_store
from peyvand.core.text.marking import gettext_noop

_Add = Callable[[argparse.ArgumentParser], object]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(metavar="WHAT", dest="what", required=True)
    for name, (summary, add) in _WHAT.items():
        command = what.add_parser(name, help=_(summary), description=_(summary))
        add(command)
        command.add_argument("--as", dest="member", metavar="MEMBER", help=_("the member who decides"))
        if name != "list":
            command.add_argument("--reason", default="")


def run(options: argparse.Namespace) -> Status:
    """Enter one decision as a member, or print those that stand."""
    status: Status = open_store("cli.deciding").run(options)
    return status


def _statements(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("statements", metavar="STATEMENT", nargs="+", help=_("a key, or its beginning as in show"))


def _settle(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mark", metavar="MARK", help=_("the mark of a finding, as in audit"))


def _two_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="PLACE")
    parser.add_argument("other", metavar="INTO")


def _succession(parser: argparse.ArgumentParser) -> None:
    _two_places(parser)
    parser.add_argument("--on", metavar="DATE", type=extent, required=True)


def _former_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="PLACE")
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--language", default="fa", metavar="CODE")
    parser.add_argument("--until", metavar="DATE", type=extent)


def _network(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fa", default="", metavar="NAME")
    parser.add_argument("--en", default="", metavar="NAME")
    parser.add_argument("--rename", default="", metavar="NETWORK", help=_("give a network other names"))


def _membership(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("network", metavar="NETWORK")
    parser.add_argument("place", metavar="PLACE")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--source", default="", metavar="KEY", help=_("a source of the ledger"))
    source.add_argument("--file", type=Path, metavar="FILE", help=_("a text that says it"))
    parser.add_argument("--quote", required=True, metavar="WORDS", help=_("the source’s own words that say it"))
    parser.add_argument("--on", metavar="DATE", type=extent)


def _bar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("binds", metavar="CODE", help=_("a country or a part of one, as US or US-TX"))
    parser.add_argument("against", metavar="COUNTRY")
    parser.add_argument("--law", required=True, metavar="TITLE")
    parser.add_argument("--since", required=True, metavar="DATE", type=day)
    parser.add_argument("--until", metavar="DATE", type=day)


def _unbar(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("law", metavar="TITLE")


def _periods(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stale", metavar="DAYS", type=int, help=_("without evidence for so long, a tie is a finding"))
    parser.add_argument("--dormant", metavar="DAYS", type=int, help=_("without evidence for so long, a tie is dormant"))
    parser.add_argument("--never-dormant", action="store_true", help=_("no tie is taken for dormant"))


def _key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("key", metavar="KEY", help=_("a decision’s key, or its beginning as in list"))


def _list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("places", metavar="PLACE", nargs="*")
    parser.add_argument("--format", choices=("text", "json"), default="text")


_WHAT: dict[str, tuple[str, _Add]] = {
    "merge": (gettext_noop("the events that these statements tell of are one"), _statements),
    "split": (gettext_noop("these statements tell of another event"), _statements),
    "settle": (gettext_noop("a finding is settled, for a reason"), _settle),
    "same": (gettext_noop("two ids mean one place; the second is kept"), _two_places),
    "successor": (gettext_noop("a place was merged into another, or followed by it"), _succession),
    "renamed": (gettext_noop("what a place was called before"), _former_name),
    "network": (gettext_noop("a charter of many places, by its names"), _network),
    "join": (gettext_noop("a place joined a network, in the words of a source"), _membership),
    "leave": (gettext_noop("a place left a network, in the words of a source"), _membership),
    "bar": (gettext_noop("a law forbids ties with a country"), _bar),
    "unbar": (gettext_noop("a law that forbids ties is taken off the policies"), _unbar),
    "periods": (gettext_noop("how long a tie may be silent"), _periods),
    "revoke": (gettext_noop("a decision is taken back"), _key),
    "list": (gettext_noop("the decisions that stand"), _list),
}
