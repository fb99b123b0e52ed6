"""A member's correction of a statement that was misread: the form as typed, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import DateBasis, Event, Instrument, Modality
from peyvand.lexicon.asking import places_named
from peyvand.records.register.shown import StatementShown
from peyvand.web.shared.dates import extent_as_typed, typed_extent
from peyvand.web.shared.naming import Naming

_MOST_NAMESAKES = 8
SIDES = ("first", "second")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The form as typed. ``namesakes`` are places to choose from where a name fits several, by field."""

    event: str
    modality: str
    instrument: str
    date: str
    places: dict[str, str]
    chosen: dict[str, str]
    follows: str = ""
    reason: str = ""
    faults: dict[str, str] = field(default_factory=dict)
    namesakes: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, shown: StatementShown, naming: Naming) -> Correction:
        """The form as it first shows: what was read."""
        said, resolved = shown.statement, shown.resolution
        ids = dict(zip(SIDES, resolved.places, strict=True))
        return cls(
            event=str(said.event),
            modality=str(said.modality),
            instrument=str(said.instrument or ""),
            date=extent_as_typed(resolved.date, naming.language) if resolved.date else "",
            places={side: naming.place(place) for side, place in ids.items()},
            chosen=ids,
            follows=shown.judged.follows or "",
        )

    @classmethod
    def typed(cls, form: QueryDict, naming: Naming) -> Correction:
        """From the form, with what is wrong in it."""
        correction = cls(
            event=form.get("event", ""),
            modality=form.get("modality", ""),
            instrument=form.get("instrument", ""),
            date=form.get("date", "").strip(),
            places={side: form.get(side, "").strip() for side in SIDES},
            chosen={side: form.get(f"{side}_place", "") for side in SIDES},
            follows=form.get("follows", ""),
            reason=form.get("reason", "").strip(),
        )
        return correction._resolved(naming)

    def comes_to(self, shown: StatementShown) -> tuple[Statement, Resolution]:
        """The corrected statement and what its words mean; to be asked only where there are no faults."""
        statement = replace(
            shown.statement,
            event=Event(self.event),
            modality=Modality(self.modality),
            instrument=Instrument(self.instrument) if self.instrument else None,
        )
        date = typed_extent(self.date) if self.date else None
        resolution = replace(
            shown.resolution,
            statement=statement.key,
            places=(self.chosen["first"], self.chosen["second"]),
        )
        if date != shown.resolution.date:
            basis = DateBasis.SAID if date else None
            resolution = replace(resolution, date=date, date_basis=basis, date_conflict=False)
        return statement, resolution

    def _resolved(self, naming: Naming) -> Correction:
        faults: dict[str, str] = {}
        for name, words, allowed in (
            ("event", self.event, set(Event)),
            ("modality", self.modality, set(Modality)),
            ("instrument", self.instrument, {*Instrument, ""}),
        ):
            if words not in allowed:
                faults[name] = _("Choose one of the list.")
        if self.date and typed_extent(self.date) is None:
            faults["date"] = _("This is no date.")
        chosen, namesakes = dict(self.chosen), dict(self.namesakes)
        for side in SIDES:
            place, others = resolved_place(self.places[side], self.chosen[side], naming)
            chosen[side] = place
            if others:
                namesakes[side] = others
                faults[side] = _("Several places bear this name. Choose one.")
            elif not place:
                faults[side] = _("No place of this name is known.")
        if not faults and chosen["first"] == chosen["second"]:
            faults["second"] = _("A bond is between two places.")
        return replace(self, faults=faults, chosen=chosen, namesakes=namesakes)


def resolved_place(name: str, chosen: str, naming: Naming) -> tuple[str, tuple[Place, ...]]:
    """The id of the place of a name, or the places to choose from. A choice made before stands while its name does."""
    found = places_named(name, naming.gazetteer)[:_MOST_NAMESAKES] if name else ()
    if chosen and (name == naming.place(chosen) or chosen in {place.id for place in found}):
        return chosen, ()
    if len(found) == 1:
        return found[0].id, ()
    return "", found
