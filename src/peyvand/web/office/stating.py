"""What a source says and the reader did not read: a statement by hand, over the source's own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Channel, DateBasis, Event, Instrument, Modality
from peyvand.core.text import Part, Span
from peyvand.web.office.corrections import SIDES, resolved_place
from peyvand.web.shared.dates import typed_extent
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import AUTHORITIES

# The finer codes that change what a side's standing is.
CODES = {
    "END4": gettext_lazy("official contact alone; citizens’ goes on"),
    "END6": gettext_lazy("a term that ran out"),
    "END9": gettext_lazy("a bar by law"),
}
_OF_SIDES = {"both": (0, 1), "first": (0,), "second": (1,)}
_ACTS: dict[str, tuple[int, ...]] = {"": (), "both": (0, 1), "first": (0,), "second": (1,)}
_LONGEST = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The form as typed; ``faults`` are sentences by field, ``namesakes`` places to choose from."""

    quote: str = ""
    places: dict[str, str] = field(default_factory=lambda: dict.fromkeys(SIDES, ""))
    chosen: dict[str, str] = field(default_factory=lambda: dict.fromkeys(SIDES, ""))
    event: str = str(Event.SIGNING)
    modality: str = str(Modality.DONE)
    instrument: str = ""
    word: str = ""
    date: str = ""
    concerns: str = "both"
    acts: str = ""
    channel: str = str(Channel.OFFICIAL)
    authority: str = ""
    code: str = ""
    reason: str = ""
    faults: dict[str, str] = field(default_factory=dict)
    namesakes: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    @classmethod
    def typed(cls, form: QueryDict, text: str, naming: Naming) -> Stated:
        """From the form, with what is wrong in it; ``text`` is the source's."""

        def said(name: str) -> str:
            return form.get(name, "").strip()[:_LONGEST]

        stated = cls(
            quote=form.get("quote", "").replace("\r\n", "\n").strip()[:_LONGEST],
            places={side: said(side) for side in SIDES},
            chosen={side: said(f"{side}_place") for side in SIDES},
            event=said("event"),
            modality=said("modality"),
            instrument=said("instrument"),
            word=said("word"),
            date=said("date"),
            concerns=said("concerns"),
            acts=said("acts"),
            channel=said("channel"),
            authority=said("authority"),
            code=said("code"),
            reason=said("reason"),
        )
        return stated._placed(naming)._checked(text)

    def comes_to(self, capture: str, text: str, parts: Iterable[tuple[Span, Part]]) -> tuple[Statement, Resolution]:
        """The statement and what its words mean; to be asked only where there are no faults."""
        start = text.find(self.quote)
        span = Span(start, start + len(self.quote))
        statement = Statement(
            capture=capture,
            part=next((part for over, part in parts if over.meets(span)), Part.BODY),
            span=span,
            event=Event(self.event),
            modality=Modality(self.modality),
            places=(self.places["first"], self.places["second"]),
            code=self.code or None,
            instrument=Instrument(self.instrument) if self.instrument else None,
            instrument_word=self.word or None,
            authority=self.authority or None,
            acts=_ACTS[self.acts],
            sides=_OF_SIDES[self.concerns],
            channel=Channel(self.channel),
        )
        date = typed_extent(self.date) if self.date else None
        resolution = Resolution(
            statement=statement.key,
            places=(self.chosen["first"], self.chosen["second"]),
            date=date,
            date_basis=DateBasis.SAID if date else None,
        )
        return statement, resolution

    def _placed(self, naming: Naming) -> Stated:
        faults, chosen, namesakes = dict(self.faults), dict(self.chosen), dict(self.namesakes)
        for side in SIDES:
            chosen[side], others = resolved_place(self.places[side], self.chosen[side], naming)
            if others:
                namesakes[side] = others
                faults[side] = _("Several places bear this name. Choose one.")
            elif not chosen[side]:
                faults[side] = _("No place of this name is known.")
        if not faults and chosen["first"] == chosen["second"]:
            faults["second"] = _("A bond is between two places.")
        return replace(self, faults=faults, chosen=chosen, namesakes=namesakes)

    def _checked(self, text: str) -> Stated:
        faults = dict(self.faults)
        for name, words, allowed in (
            ("event", self.event, set(Event)),
            ("modality", self.modality, set(Modality)),
            ("instrument", self.instrument, {*Instrument, ""}),
            ("concerns", self.concerns, set(_OF_SIDES)),
            ("acts", self.acts, set(_ACTS)),
            ("channel", self.channel, set(Channel)),
            ("authority", self.authority, {*AUTHORITIES, ""}),
            ("code", self.code, {*CODES, ""}),
        ):
            if words not in allowed:
                faults[name] = _("Choose one of the list.")
        if not self.quote or self.quote not in text:
            faults["quote"] = _("The source does not have these words.")
        if self.date and typed_extent(self.date) is None:
            faults["date"] = _("This is no date.")
        return replace(self, faults=faults)
