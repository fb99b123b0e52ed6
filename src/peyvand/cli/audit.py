"""``peyvand audit``: what does not agree, is missing or is due; for people and for scripts."""

from __future__ import annotations

import argparse

from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.status import Status
from peyvand.cli.store import open_store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="PLACE", nargs="?")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Status 1 where anything was found."""
    queries = open_store("records.register.queries")
    places = open_store("cli.places")
    place = places.place_named(options.place).id if options.place else None
    found = [*queries.findings(place), *open_store("records.register.clubs").club_findings(place)]
    for one in found:
        where = [places.place_json(shown.place.id) for shown in one.places]
        if options.format == "json":
            details = dict(one.finding.details)
            answer(
                {
                    "code": one.finding.code,
                    "places": where,
                    "statements": list(one.finding.statements),
                    "details": details,
                }
            )
        else:
            names = " – ".join(str(place["name"]) for place in where)
            told = ", ".join(f"{name} {value}" for name, value in one.finding.details)
            answer_text(f"{names}: {one.finding.code} {told}".rstrip())
    if not found:
        say(_("Nothing found."))
    return Status.SOME_FAILED if found else Status.WELL
