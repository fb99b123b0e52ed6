"""``peyvand audit``: what does not agree, is missing or is due; for people and for scripts."""

from __future__ import annotations

import argparse
from typing import Any

from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.naming import place_name, word
from peyvand.cli.status import Status
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="PLACE", nargs="?")
    parser.add_argument("--all", action="store_true", help=_("also what members have settled, and why"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Status 1 where anything was found that nobody has settled."""
    found = open_store("records.register.audit")
    places = open_store("cli.places")
    place = places.place_named(options.place).id if options.place else None
    told = found.audit(place, every=options.all)
    for one in told:
        where = [places.place_json(shown.place.id) for shown in one.found.places]
        if options.format == "json":
            answer(_json(one, where))
        else:
            answer_text(_text(one, where))
    if not told:
        say(_("Nothing found."))
    return Status.SOME_FAILED if any(one.settled is None for one in told) else Status.WELL


def _json(one: Any, where: list[dict[str, object]]) -> dict[str, object]:
    finding, settled = one.found.finding, one.settled
    by = {"by": settled.by, "at": settled.at.isoformat(), "reason": settled.reason} if settled else None
    return {
        "code": finding.code,
        "mark": finding.mark,
        "places": where,
        "statements": list(finding.statements),
        "details": dict(finding.details),
        "settled": by,
        "reopened": one.reopened,
    }


def _text(one: Any, where: list[dict[str, object]]) -> str:
    finding, settled = one.found.finding, one.settled
    names = " – ".join(place_name(str(place["id"])) for place in where)
    told = ", ".join(f"{name} {value}" for name, value in finding.details)
    line = f"[{finding.mark}] {names}: {word('findings', finding.code)} {told}".rstrip()
    if settled is None:
        return line + "\n    " + _("settled before, and back with new statements") if one.reopened else line
    told = _("settled by %(who)s: %(why)s") % {"who": settled.by, "why": settled.reason}
    return f"{line}\n    {told}"
