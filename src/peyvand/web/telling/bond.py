"""The bond page, put together."""

from __future__ import annotations

from collections.abc import Mapping

from peyvand.core.ledger.bond import Bond
from peyvand.records.register.shown import BondView
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import AREAS, word
from peyvand.web.telling.colophon import colophon
from peyvand.web.telling.findings import finding_notes
from peyvand.web.telling.ladder import steps
from peyvand.web.telling.pages import BondPage
from peyvand.web.telling.said import Shelf, happenings
from peyvand.web.telling.sentence import truth
from peyvand.web.telling.sides import panel
from peyvand.web.telling.timeline import timeline


def bond_page(view: BondView, texts: Mapping[str, str], naming: Naming) -> BondPage:
    """Everything the bond page shows, from the register's answer and the texts of its sources."""
    bond, as_of = view.bond, view.when.as_of
    names = (naming.place(bond.places[0]), naming.place(bond.places[1]))
    heard = heard_sides(bond)
    first, second = (panel(side, naming, silent=bool(heard) and side.place not in heard) for side in bond.sides)
    claims = {claim.key: claim for claim in view.claims}
    shelf = Shelf(statements=view.statements, claims=claims, sources=view.sources, texts=texts)
    witnesses = [witness for event in bond.events for witness in event.witnesses]
    return BondPage(
        names=names,
        slugs=(view.places[0].slug, view.places[1].slug),
        sentences=truth(bond, names, as_of=as_of, language=naming.language),
        sides=(first, second),
        steps=steps(bond, naming),
        timeline=timeline(bond.events, naming, as_of=as_of),
        happenings=happenings(bond.events, shelf, naming),
        findings=finding_notes(bond.findings, shelf, naming),
        areas=tuple(word(AREAS, area) for area in bond.areas),
        colophon=colophon(
            len({witness.statement for witness in witnesses}),
            len({witness.capture for witness in witnesses}),
            view.when.head,
            naming.language,
        ),
    )


def heard_sides(bond: Bond) -> set[str]:
    """The places whose own office speaks in some source of this bond."""
    return {witness.speaks_for for event in bond.events for witness in event.witnesses if witness.speaks_for}
