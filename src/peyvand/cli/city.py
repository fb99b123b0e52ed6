"""A city's own answer: its counts with everybody in them, claims explained, lists, networks and names of old."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from string import ascii_uppercase

from peyvand.cli.biography import finding_line
from peyvand.cli.messages import _, spoken
from peyvand.cli.naming import place_name, word
from peyvand.cli.places import place_json
from peyvand.core.ledger.as_json import (
    counted_json,
    difference_json,
    finding_json,
    history_json,
    matrix_json,
    network_json,
)
from peyvand.core.ledger.counts import Counted, Difference, Member
from peyvand.core.ledger.identity import PlaceHistory
from peyvand.core.ledger.matrix import Listed, Matrix
from peyvand.core.ledger.networks import Network
from peyvand.records.register.lists import lists
from peyvand.records.register.networks import networks_of
from peyvand.records.register.shown import Audience, CityView
from peyvand.records.register.taken import history


@dataclass(frozen=True)
class CityAnswer:
    """What the register says of one place, its bonds apart."""

    view: CityView
    matrix: Matrix | None
    networks: tuple[Network, ...]
    history: PlaceHistory

    def json(self) -> dict[str, object]:
        """The fields that a city adds to the object of ``show --format json``."""
        return {
            "counts": [counted_json(one, place_json) for one in self.view.counts],
            "differences": [difference_json(one, place_json) for one in self.view.differences],
            "matrix": matrix_json(self.matrix, place_json) if self.matrix else None,
            "networks": [network_json(one, place_json) for one in self.networks],
            "history": history_json(self.history, place_json),
            "findings": [finding_json(one) for one in self.view.findings],
            "settled": [finding_json(one) for one in self.view.settled],
        }

    def text(self) -> str:
        """The same for people."""
        lines = [place_name(self.view.place.place.id), *_history(self.history)]
        lines += [line for one in self.view.counts for line in _counted(one)]
        by_claim = groupby(self.view.differences, key=lambda one: one.claim)
        lines += [line for _claim, of_claim in by_claim for line in _claimed(list(of_claim))]
        lines += _lists(self.matrix) if self.matrix else []
        lines += [line for one in self.networks for line in _network(one)]
        lines += [finding_line(one) for one in self.view.findings]
        return "\n".join(lines)


def city_answer(view: CityView, when: tuple[date | None, datetime | None]) -> CityAnswer:
    """The answer for the two times that the view was asked for."""
    place, (as_of, known_at) = view.place.place.id, when
    listed = lists(place, as_of=as_of, known_at=known_at, audience=Audience.OFFICE)
    return CityAnswer(
        view=view,
        matrix=listed.matrix if listed and listed.matrix.sources else None,
        networks=networks_of(place, as_of=as_of, known_at=known_at, audience=Audience.OFFICE),
        history=history(place, as_of=as_of, known_at=known_at),
    )


def reason_words(reason: str) -> str:
    """Why a partner does not count, in words; a reason without words says itself."""
    words = {
        "barred": _("Barred by law"),
        "citizens_only": _("Citizens’ contacts only"),
        "contested": _("contested by sources"),
        "dormant": _("Dormant"),
        "ended": _("Ended"),
        "expired": _("Expired"),
        "lower_instrument": _("its agreement is not a sister-city agreement"),
        "no_council_approval": _("no approval of the council on record"),
        "no_signing": _("no signing on record"),
        "no_tie": _("nothing in force"),
        "not_documented": _("no document on record"),
        "not_said": _("the city itself has not said so"),
        "suspended": _("suspended"),
    }
    return words.get(reason, reason)


def _counted(counted: Counted) -> Iterator[str]:
    yield f"  {word('rules', counted.rule)}: {counted.n} ({', '.join(map(place_name, counted.places))})"
    yield from (_left_out(member) for member in counted.members if not member.counts)


def _left_out(member: Member) -> str:
    return f"    - {place_name(member.place)}: {reason_words(member.reason)}"


def _claimed(differences: Sequence[Difference]) -> Iterator[str]:
    """A claim, and by each rule the register's own number of its day with those who make the difference."""
    first = differences[0]
    partner = f" {place_name(first.partner)}" if first.partner else ""
    yield f"  ? {first.kind} {first.claimed}{partner} ({first.on.isoformat()})"
    for one in differences:
        least, most = one.counted.least, one.counted.most
        number = f"{least}" if least == most else f"{least}–{most}"
        yield f"    {word('rules', one.rule)}: {number} ({one.gap:+d})"
        yield "      " + ", ".join(place_name(member.place) for member in one.members if member.counts)
        yield from (f"  {_left_out(member)}" for member in one.members if not member.counts)


def _lists(matrix: Matrix) -> Iterator[str]:
    letters = [_letter(at) for at in range(len(matrix.sources))]
    for letter, source in zip(letters, matrix.sources, strict=True):
        published = source.published.isoformat() if source.published else _("no date")
        yield f"  {letter}  {source.title or source.publisher or source.capture[:12]} ({published})"
    for row in matrix.rows:
        cells = " ".join(_cell(letter, cell) for letter, cell in zip(letters, row.cells, strict=True))
        yield f"    {cells}  {row.n}/{len(letters)}  {place_name(row.partner)}"


def _cell(letter: str, cell: Listed | None) -> str:
    """Its letter where the list has the partner, in brackets where it has dropped it."""
    if cell is None:
        return "·".center(len(letter) + 2)
    return f"({letter})" if cell.dropped else letter.center(len(letter) + 2)


def _letter(at: int) -> str:
    """A, B, … Z, AA, AB, …"""
    high, low = divmod(at, len(ascii_uppercase))
    return (_letter(high - 1) if high else "") + ascii_uppercase[low]


def _network(network: Network) -> Iterator[str]:
    for member in network.members:
        times = " – ".join(one or "?" for one in (member.joined, None if member.now else member.left) if one)
        yield f"  ∘ {network.name(spoken())} [{network.network}] {times}".rstrip()


def _history(told: PlaceHistory) -> Iterator[str]:
    for name in told.former_names:
        yield "  " + _("formerly") + f" {name.name} ({name.language})" + (f" – {name.until}" if name.until else "")
    for move in told.successions:
        yield f"  {place_name(move.place)} → {place_name(move.by)} ({move.on})"
    if told.same_as:
        yield f"  = {', '.join(told.same_as)}"
