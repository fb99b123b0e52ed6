"""``peyvand import office|pairs|wikidata FILE``: rows of a list as statements, each with its own words as evidence."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from peyvand import lexicon
from peyvand.adapters.imports import office, pairs, wikidata
from peyvand.adapters.imports.batch import Batch
from peyvand.adapters.imports.composing import Setting, compose
from peyvand.adapters.imports.endpoint import Endpoint
from peyvand.adapters.imports.known_places import KnownPlaces, read_places
from peyvand.adapters.imports.layout import read_map
from peyvand.adapters.imports.opening import open_table, read_table
from peyvand.adapters.imports.table import REASONS, Table, UnreadableTable
from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.naming import is_address
from peyvand.cli.dates import day
from peyvand.cli.inputs import reason
from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.status import Status, Stopped
from peyvand.cli.store import open_store
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.verdict import Status as Judged
from peyvand.core.ledger.words import Instrument
from peyvand.lexicon.tables import table_words

_KINDS = {kind.name: kind for kind in (office.KIND, pairs.KIND, wikidata.KIND)}
# Fewer rows are in before a bar could be of use.
_BAR_FROM = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help=_("a file; for wikidata also the address of a SPARQL endpoint"))
    parser.add_argument("--dry-run", action="store_true", help=_("show how the rows are read; write nothing"))
    parser.add_argument("--as", dest="member", metavar="MEMBER", help=_("the member who enters and accepts"))
    parser.add_argument("--accept", action="store_true", help=_("also accept the whole batch, as that member"))
    parser.add_argument("--reason", default="", help=_("the reason of the acceptance"))
    parser.add_argument("--map", dest="columns", metavar="COLUMN=FIELD", action="append", default=[])
    parser.add_argument("--city", metavar="PLACE", help=_("the place that the list is of"))
    parser.add_argument("--places", metavar="FILE", type=Path, help=_("a table that says which place a name means"))
    parser.add_argument("--waiting", metavar="FILE", type=Path, help=_("write the names that wait, to be filled in"))
    parser.add_argument("--origin", default="", metavar="NAME", help=_("the list that this file is a state of"))
    parser.add_argument("--instrument", choices=tuple(Instrument), default=Instrument.SISTER_CITY)
    parser.add_argument("--sheet", metavar="NAME")
    parser.add_argument("--published", metavar="DATE", type=day, help=_("the day the list came out"))
    parser.add_argument("--publisher", default="")
    parser.add_argument("--title", default="")
    parser.add_argument("--internal", action="store_true", help=_("the list is not for everybody"))
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(options: argparse.Namespace) -> Status:
    """Take one file in, or show what would be: status 1 where rows were rejected or wait for a person."""
    told, batches = open_store("cli.rows_told"), open_store("records.intake.batches")
    member = _member(options)
    batch = _composed(options, _city(options, member))
    try:
        if options.dry_run:
            report = told.Report(batch, batches.compare(batch, origin=options.origin), entered=False)
        else:
            report = told.Report(batch, *_entered(batch, options, batches, member))
    except batches.OlderFile as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    if options.waiting:
        told.write_waiting(batch, options.waiting)
    if options.format == "json":
        answer(report.json())
    else:
        answer_text(report.text())
    return Status.SOME_FAILED if batch.rejected or batch.waiting else Status.WELL


def _member(options: argparse.Namespace) -> Any:
    """The member who acts; looking needs none."""
    if options.dry_run and options.member is None:
        return None
    return open_store("cli.intake").opened(options.member, accept=False).by


def _city(options: argparse.Namespace, member: Any) -> Place | None:
    if options.city:
        named: Place = open_store("cli.places").place_named(options.city)
        return named
    own = member.city if member and options.kind == office.KIND.name else ""
    return lexicon.gazetteer().place(own) if own else None


def _composed(options: argparse.Namespace, city: Place | None) -> Batch:
    words = table_words()
    try:
        known = KnownPlaces()
        if options.places:
            known = read_places(open_table(options.places), words, {}, lexicon.gazetteer())
        setting = Setting(
            words=words,
            gazetteer=lexicon.gazetteer(),
            city=city,
            city_words=options.city or "",
            places=known,
            columns=read_map(Path(options.file).name, options.columns),
            instrument=Instrument(options.instrument),
        )
        batch = compose(_table(options, city), _KINDS[options.kind], setting)
    except UnreadableTable as fault:
        raise Stopped(Status.WRONG_USAGE, _told(fault, city, options)) from fault
    return replace(
        batch,
        title=options.title or batch.title,
        publisher=options.publisher,
        published=options.published,
    )


def _table(options: argparse.Namespace, city: Place | None) -> Table:
    """The rows of a file, or what an endpoint answers now."""
    if not is_address(options.file):
        return open_table(options.file, sheet=options.sheet)
    if options.kind != wikidata.KIND.name:
        raise Stopped(Status.WRONG_USAGE, _("Only the kind wikidata is asked of an endpoint."))
    try:
        endpoint = Endpoint(options.file)
        with tqdm(unit=_("row"), disable=None) as bar:
            data = endpoint.twins(city.id if city else "", lambda n: bar.update(n - bar.n))
    except UnreadableSource as fault:
        raise Stopped(Status.SOME_FAILED, reason(fault)) from fault
    return read_table(data, endpoint.address.host)


def _told(fault: UnreadableTable, city: Place | None, options: argparse.Namespace) -> str:
    told = f"{fault.name}: {_(REASONS[fault.code]).format(**fault.details)}"
    needs_city = fault.code == "field_missing" and fault.details["wanted"] == "city" and city is None
    hint = " " + _("Or name it: --city PLACE.") if needs_city and options.kind == office.KIND.name else ""
    return f"{told}{hint}"


def _entered(batch: Batch, options: argparse.Namespace, batches: Any, by: Any) -> tuple[Any, bool, bool]:
    """Enter the batch in steps, and accept it where that was asked: what was new, that it is in, whether accepted.

    A step is whole or not at all, so that a second run goes on where the first stopped.
    """
    permissions = open_store("records.accounts.permissions")
    bar = tqdm(total=len(batch.items), unit="row", disable=None if len(batch.items) >= _BAR_FROM else True)
    try:
        with bar:
            compared = batches.enter(
                batch, by=by, origin=options.origin, public=not options.internal, progress=bar.update
            )
        if options.accept:
            _accept(batch, options, batches, by)
    except permissions.NotAllowed as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    return compared, True, batches.ruling_on(batch.capture).status is Judged.ACCEPTED


def _accept(batch: Batch, options: argparse.Namespace, batches: Any, by: Any) -> None:
    if batches.accept_rest(batch.capture, by=by, reason=options.reason):
        return
    if batches.ruling_on(batch.capture).status is not Judged.ACCEPTED:
        say(_("Members have judged this batch before; it was not accepted over that."))
