"""What a member says that a source says: a statement by hand, or one that was misread put right, as typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Channel, DateBasis, Event, Instrument, Modality
from peyvand.core.text import Part, Span
from peyvand.records.register.shown import StatementShown
from peyvand.web.office.placing import resolved_place
from peyvand.web.shared.dates import extent_as_typed, typed_extent
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import AUTHORITIES

SIDES = ("first", "second")
STATED_FIELDS = (
    *("quote", "at", *SIDES, *(f"{side}_place" for side in SIDES), "event", "modality", "instrument", "word", "date"),
    *("speaker", "concerns", "acts", "channel", "authority", "code", "reason", "follows", "preview", "next"),
)
# The finer codes that change what a side's standing is.
CODES = {
    "END4": gettext_lazy("official contact alone; citizens’ goes on"),
    "END6": gettext_lazy("a term that ran out"),
    "END9": gettext_lazy("a bar by law"),
}
_OF_SIDES: dict[str, tuple[int, ...]] = {"both": (0, 1), "first": (0,), "second": (1,)}
_ACTS: dict[str, tuple[int, ...]] = {"": (), **_OF_SIDES}
_LONGEST = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The form as typed; ``faults`` are sentences by field, ``namesakes`` places to choose from. ``at`` is where in the
    source the words begin that a member marked (code points), empty where they were typed; ``follows`` is the verdict
    that a correction answers."""

    quote: str = ""
    at: str = ""
    places: dict[str, str] = field(default_factory=lambda: dict.fromkeys(SIDES, ""))
    chosen: dict[str, str] = field(default_factory=lambda: dict.fromkeys(SIDES, ""))
    event: str = str(Event.SIGNING)
    modality: str = str(Modality.DONE)
    instrument: str = ""
    word: str = ""
    date: str = ""
    speaker: str = ""
    concerns: str = "both"
    acts: str = ""
    channel: str = str(Channel.OFFICIAL)
    authority: str = ""
    code: str = ""
    reason: str = ""
    follows: str = ""
    faults: dict[str, str] = field(default_factory=dict)
    namesakes: dict[str, tuple[Place, ...]] = field(default_factory=dict)

    @classmethod
    def marked(cls, text: str, at: str, until: str) -> Stated:
        """The form of a new statement on words that were marked, from and to an offset; empty where they are none."""
        start, stop = _offset(at), _offset(until)
        return cls(quote=text[start:stop].strip(), at=at) if 0 <= start < stop <= len(text) else cls()

    @classmethod
    def of(cls, shown: StatementShown, naming: Naming) -> Stated:
        """The form of a correction as it first shows: what was read."""
        said, resolved = shown.statement, shown.resolution
        ids = dict(zip(SIDES, resolved.places, strict=True))
        return cls(
            quote=shown.quote,
            at=str(said.span.start),
            places={side: naming.place(place) for side, place in ids.items()},
            chosen=ids,
            event=str(said.event),
            modality=str(said.modality),
            instrument=str(said.instrument or ""),
            word=said.instrument_word or "",
            date=extent_as_typed(resolved.date, naming.language) if resolved.date else "",
            speaker=said.speaker or "",
            concerns=_name_of(said.sides, _OF_SIDES, "both"),
            acts=_name_of(said.acts, _ACTS, ""),
            channel=str(said.channel),
            authority=said.authority or "",
            code=said.code or "",
            follows=shown.judged.follows or "",
        )

    @classmethod
    def typed(cls, form: QueryDict, text: str, naming: Naming, known: Stated | None = None) -> Stated:
        """From the form, with what is wrong in it; ``text`` is the source's. What the form does not have stays as it
        was ``known``."""
        known = known or cls()

        def said(name: str) -> str:
            return str(form.get(name, getattr(known, name))).strip()[:_LONGEST]

        names = ("event", "modality", "instrument", "word", "date", "speaker", "concerns", "acts", "channel")
        stated = replace(
            known,
            quote=form.get("quote", known.quote).replace("\r\n", "\n").strip()[:_LONGEST],
            places={side: form.get(side, "").strip()[:_LONGEST] for side in SIDES},
            chosen={side: form.get(f"{side}_place", "") for side in SIDES},
            reason=form.get("reason", "").strip()[:_LONGEST],
            follows=form.get("follows", ""),
            **{name: said(name) for name in (*names, "at", "authority", "code")},  # type: ignore[arg-type]
        )
        return stated._placed(naming)._checked(text, known)

    def span(self, text: str) -> Span:
        """Where the words stand in the source: where they were marked, else where they stand first."""
        at = _offset(self.at)
        start = at if at >= 0 and text.startswith(self.quote, at) else text.find(self.quote)
        return Span(start, start + len(self.quote))

    def comes_to(self, capture: str, text: str, parts: Iterable[tuple[Span, Part]]) -> tuple[Statement, Resolution]:
        """A new statement and what its words mean; to be asked only where there are no faults."""
        span = self.span(text)
        statement = Statement(
            capture=capture,
            part=_part_at(span, parts, Part.BODY),
            span=span,
            places=(self.places["first"], self.places["second"]),
            **self._said(),  # type: ignore[arg-type]
        )
        date = typed_extent(self.date) if self.date else None
        resolution = Resolution(
            statement=statement.key,
            places=(self.chosen["first"], self.chosen["second"]),
            date=date,
            date_basis=DateBasis.SAID if date else None,
        )
        return statement, resolution

    def puts_right(
        self, shown: StatementShown, text: str, parts: Iterable[tuple[Span, Part]]
    ) -> tuple[Statement, Resolution]:
        """The statement in the place of one that was misread, and what its words mean; as `comes_to`."""
        span = self.span(text)
        moved = {} if span == shown.span else {"span": span, "part": _part_at(span, parts, shown.statement.part)}
        statement = replace(shown.statement, **moved, **self._said())  # type: ignore[arg-type]
        places = (self.chosen["first"], self.chosen["second"])
        resolution = replace(shown.resolution, statement=statement.key, places=places)
        date = typed_extent(self.date) if self.date else None
        if date != shown.resolution.date:
            basis = DateBasis.SAID if date else None
            resolution = replace(resolution, date=date, date_basis=basis, date_conflict=False)
        return statement, resolution

    def _said(self) -> dict[str, object]:
        """All that is said, but for where and of which places."""
        return {
            "event": Event(self.event),
            "modality": Modality(self.modality),
            "code": self.code or None,
            "instrument": Instrument(self.instrument) if self.instrument else None,
            "instrument_word": self.word or None,
            "speaker": self.speaker or None,
            "authority": self.authority or None,
            "acts": _ACTS[self.acts],
            "sides": _OF_SIDES[self.concerns],
            "channel": Channel(self.channel),
        }

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

    def _checked(self, text: str, known: Stated) -> Stated:
        faults = dict(self.faults)
        for name, words, allowed in (
            ("event", self.event, set(Event)),
            ("modality", self.modality, set(Modality)),
            ("instrument", self.instrument, {*Instrument, ""}),
            ("concerns", self.concerns, set(_OF_SIDES)),
            ("acts", self.acts, set(_ACTS)),
            ("channel", self.channel, set(Channel)),
            # A correction may leave standing what the reader has finer words for than the lists.
            ("authority", self.authority, {*AUTHORITIES, "", known.authority}),
            ("code", self.code, {*CODES, "", known.code}),
        ):
            if words not in allowed:
                faults[name] = _("Choose one of the list.")
        if not self.quote or self.quote not in text:
            faults["quote"] = _("The source does not have these words.")
        if self.date and typed_extent(self.date) is None:
            faults["date"] = _("This is no date.")
        return replace(self, faults=faults)


def _offset(words: str) -> int:
    """An offset as a form or an address has it; -1 where it is none."""
    return int(words) if words.isdecimal() and len(words) < 10 else -1


def _name_of(sides: tuple[int, ...], names: Mapping[str, tuple[int, ...]], otherwise: str) -> str:
    return next((name for name, positions in names.items() if positions == tuple(sorted(sides))), otherwise)


def _part_at(span: Span, parts: Iterable[tuple[Span, Part]], otherwise: Part) -> Part:
    return next((part for over, part in parts if over.meets(span)), otherwise)
