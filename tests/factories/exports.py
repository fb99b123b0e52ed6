"""Two bonds ready to be given out, with what formats find hard in their sources."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from peyvand.adapters.exports.formats import WRITERS
from peyvand.adapters.exports.model import Exported, Head, SourceLine
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.bond import Fact
from tests.factories.telling import OURS, THEIRS, bond_of, told

HEAD = Head(
    as_of=date(2025, 6, 2),
    known_at=datetime(2025, 6, 2, 12, tzinfo=UTC),
    size=14,
    root="ab" * 32,
    licence="CC BY 4.0, نمونه",
)
OUR_PLACE = Place(id=OURS, name="Isfahan", country="IR", latitude=32.65, longitude=51.67)
THEIR_PLACE = Place(id=THEIRS, name="Freiburg", country="DE", latitude=48.0, longitude=7.85)
FAR_PLACE = Place(id="geonames:3", name="San Francisco", country="US", latitude=37.77, longitude=-122.42)
HOSTILE = '=HYPERLINK("http://x") <b>&\x0b"نقل"'


def source(capture: str, title: str = "خبر <دو> & شهر") -> SourceLine:
    return SourceLine(
        capture=capture,
        publisher="خبرگزاری نمونه",
        title=title,
        published=date(2025, 4, 7),
        kind="article",
        received=datetime(2025, 4, 8, 9, tzinfo=UTC),
    )


def exported(slug: str, other: Place, *facts: Fact, persian: str = "") -> Exported:
    """A bond of our place and another from what was told."""
    bond = bond_of(*facts)
    events = tuple(
        replace(event, witnesses=tuple(replace(one, quote=f"{one.quote} «گفته»") for one in event.witnesses))
        for event in bond.events
    )
    sides = (bond.sides[0], replace(bond.sides[1], place=other.id))
    captures = {witness.capture for event in events for witness in event.witnesses}
    return Exported(
        slug=slug,
        bond=replace(bond, places=(OURS, other.id), sides=sides, events=events),
        places=(OUR_PLACE, other),
        persian=("اصفهان", persian),
        sources={capture: source(capture) for capture in captures},
    )


SIGNED = exported(
    "isfahan--freiburg",
    THEIR_PLACE,
    told("signing", when="2000-10-27", by="a1"),
    told("suspension", when="2023-01-31", by="b2", sides=(1,)),
    persian="فرایبورگ",
)
VISITED = exported("isfahan--san-francisco", FAR_PLACE, told("visit", when="2025-04-01", by="c3", instrument=None))
BONDS = (SIGNED, VISITED)


def hostile() -> Exported:
    """A bond whose source says what programs might take for something else."""
    source_ = source("a1", HOSTILE)
    events = tuple(
        replace(event, witnesses=tuple(replace(one, quote=HOSTILE) for one in event.witnesses))
        for event in SIGNED.bond.events
    )
    return replace(SIGNED, bond=replace(SIGNED.bond, events=events), sources=dict.fromkeys(SIGNED.sources, source_))


def written(name: str, bonds: Iterable[Exported] = BONDS, head: Head = HEAD) -> bytes:
    """The bytes of an export."""
    out = io.BytesIO()
    WRITERS[name].write(head, bonds, out)
    return out.getvalue()
