"""What became of an imported file, told to people and to programs."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from peyvand.adapters.imports.batch import REASONS, WAITS, Batch, Preview, Waiting
from peyvand.cli.messages import _
from peyvand.core.gazetteer import Place
from peyvand.core.text.formulas import inert
from peyvand.core.text.marking import gettext_noop
from peyvand.records.intake.batches import Compared

_MOST_CANDIDATES = 4
_COUNTS = {
    "new": gettext_noop("new"),
    "known": gettext_noop("known"),
    "repeated": gettext_noop("repeated"),
    "waiting": gettext_noop("waiting"),
    "rejected": gettext_noop("rejected"),
    "withdrawn": gettext_noop("withdrawn"),
}


@dataclass(frozen=True)
class Report:
    """A batch beside the ledger; ``entered`` unless it was only looked at."""

    batch: Batch
    compared: Compared
    entered: bool
    accepted: bool = False

    def json(self) -> dict[str, object]:
        """The whole report as one JSON object."""
        batch = self.batch
        return {
            "kind": batch.kind,
            "name": batch.name,
            "source": batch.capture,
            "entered": self.entered,
            "accepted": self.accepted,
            "columns": dict(batch.fields),
            "columns_ignored": list(batch.ignored),
            "rows": batch.rows,
            "counts": self.counts(),
            "rejected": [
                {"row": one.row, "reason": one.reason, "details": dict(one.details), "text": one.quote}
                for one in batch.rejected
            ],
            "waiting": [
                {
                    "row": one.row,
                    "name": one.name,
                    "country": one.country,
                    "reason": one.reason,
                    "candidates": [_place(place) for place in one.candidates],
                }
                for one in batch.waiting
            ],
            "withdrawn": list(self.compared.gone),
            "findings": [
                {"code": one.code, "rows": list(one.rows), "details": dict(one.details)} for one in batch.seen
            ],
            "unread_kinds": dict(batch.unread_kinds),
            "preview": [_preview_json(one) for one in batch.previews] if not self.entered else [],
        }

    def counts(self) -> dict[str, int]:
        """How many statements were new or known, and how many rows repeat others, wait, were rejected or withdrawn."""
        return {
            "new": len(self.compared.new),
            "known": self.compared.known,
            "repeated": self.batch.repeated,
            "waiting": self.batch.waiting_rows,
            "rejected": len(self.batch.rejected),
            "withdrawn": len(self.compared.gone),
        }

    def text(self) -> str:
        """The same for people."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        batch = self.batch
        row, rows = _("row"), _("rows")
        yield f"{batch.name}: {batch.kind}, {batch.rows} {rows}"
        yield _("columns") + ": " + ", ".join(f"{column} → {name}" for column, name in batch.fields.items())
        if batch.ignored:
            yield _("not read") + ": " + ", ".join(batch.ignored)
        if not self.entered:
            yield from (_preview(one) for one in batch.previews)
        yield " · ".join(f"{_(_COUNTS[name])} {n}" for name, n in self.counts().items())
        for one in batch.rejected:
            yield f"{row} {one.row}: {_(REASONS[one.reason]).format(**one.details)}  «{one.quote}»"
        yield from (_waiting(one) for one in batch.waiting)
        for seen in batch.seen:
            told = ", ".join(f"{name} {value}" for name, value in seen.details)
            yield f"! {seen.code} ({rows} {_rows(seen.rows)}): {told}"
        for word, times in batch.unread_kinds.items():
            yield "! " + _("this kind of tie is not understood") + f": {word} ({times})"
        if self.entered:
            yield _("accepted as one batch") if self.accepted else _("entered, for members to judge")
        else:
            yield _("Nothing was written.")


def write_waiting(batch: Batch, path: Path) -> None:
    """The names that wait, one line each, with a column for a person to fill in; ``--places`` takes it back."""
    names: dict[tuple[str, str], Waiting] = {}
    for one in batch.waiting:
        names.setdefault((one.name, one.country), one)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("name", "country", "place id", "row", "reason", "candidates"))
        for one in names.values():
            row = (one.name, one.country, "", str(one.row), one.reason, " ; ".join(map(_candidate, one.candidates)))
            writer.writerow(map(inert, row))


def _preview(one: Preview) -> str:
    places = " – ".join(
        f"{words} ({_named(place)}; {reason})"
        for words, place, reason in zip(one.words, one.places, one.reasons, strict=True)
    )
    date = one.date or _("no date")
    return f"  {one.row}: {places} · {', '.join(one.sayings)} · {date}"


def _preview_json(one: Preview) -> dict[str, object]:
    return {
        "row": one.row,
        "names": list(one.words),
        "places": [_place(place) if place else None for place in one.places],
        "reasons": list(one.reasons),
        "says": list(one.sayings),
        "date": one.date,
    }


def _waiting(one: Waiting) -> str:
    country = f" ({one.country})" if one.country else ""
    row, waits = _("row"), _("waits")
    told = f"{row} {one.row}: {waits}: {one.name}{country}: {_(WAITS[one.reason])}"
    candidates = "; ".join(map(_candidate, one.candidates[:_MOST_CANDIDATES]))
    return f"{told} – {candidates}" if candidates else told


def _candidate(place: Place) -> str:
    return f"{place.id} {place.name}, {place.region or '-'}, {place.country}, {place.population}"


def _named(place: Place | None) -> str:
    return f"{place.name}, {place.country}" if place else "?"


def _place(place: Place) -> dict[str, object]:
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "region": place.region,
        "level": str(place.level),
        "population": place.population,
    }


def _rows(rows: tuple[int, ...]) -> str:
    return ", ".join(map(str, rows[:12])) + (" …" if len(rows) > 12 else "")
