"""``peyvand search``: what is on record under some words, in any spelling and script."""

from __future__ import annotations

import argparse
from typing import Any

from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store

_MOST = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORD", nargs="+")
    parser.add_argument("--kind", default="", help=_("only things of one kind: place, bond, source, statement …"))
    parser.add_argument("--place", metavar="PLACE", help=_("only what concerns a place"))
    parser.add_argument("--year", type=int, help=_("of either calendar"))
    parser.add_argument("--language", default="", metavar="CODE")
    parser.add_argument("--standing", default="", metavar="CODE", help=_("only bonds a side of which stands so"))
    parser.add_argument("--limit", type=int, default=20, metavar="N")
    parser.add_argument("--as", dest="member", metavar="MEMBER", help=_("what this member may see; else what all may"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Status 1 where nothing was found."""
    search = open_store("records.search.queries")
    hit_json = open_store("records.search.as_json").hit_json
    place = open_store("cli.places").place_named(options.place).id if options.place else ""
    filters = search.Filters(
        kind=options.kind, place=place, year=options.year, language=options.language, standing=options.standing
    )
    limit = min(max(options.limit, 1), _MOST)
    found = search.search(" ".join(options.words), _member(options.member), filters=filters, limit=limit)
    if found.loose and found.hits:
        say(_("Nothing has these words as they are typed. What comes near them:"))
    for hit in found.hits:
        told = hit_json(hit)
        if options.format == "json":
            answer(told)
        else:
            answer_text(_text(told))
    if not found.hits:
        say(_("Nothing found."))
    return Status.WELL if found.hits else Status.SOME_FAILED


def _member(name: str | None) -> Any:
    if name is None:
        return None
    accounts = open_store("records.accounts.queries")
    try:
        return accounts.member_named(name)
    except accounts.NoSuchMember as fault:
        raise Stopped(Status.WRONG_USAGE, _("There is no member %s.") % name) from fault


def _text(told: dict[str, Any]) -> str:
    day = f"  {told['date']}" if told["date"] else ""
    lines = [f"{told['kind']}  {told['name']}{day}"]
    lines += [f"    {' '.join(one['text'].split())}" for one in told["evidence"] if one["text"] != told["name"]]
    return "\n".join(lines)
