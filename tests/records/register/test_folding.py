from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.readings import ISFAHAN, KAZAN, Said, source

from peyvand.core.ledger.bond import Bond, Fact, SourceBrief
from peyvand.core.ledger.fold import fold_bond
from peyvand.core.ledger.policy import Policies
from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.records.register.folding import holds_until

PAIR = (ISFAHAN.id, KAZAN.id)
FIRST = date(2020, 1, 1)
DAYS = st.integers(0, 400).map(lambda days: FIRST + timedelta(days=days))
POLICIES = Policies(stale_after=timedelta(days=200), dormant_after=timedelta(days=90), one_happening=timedelta(days=20))


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    return [draw(_fact()) for _ in range(draw(st.integers(1, 3)))]


@st.composite
def _fact(draw: st.DrawFn) -> Fact:
    day = draw(st.none() | DAYS)
    later = draw(st.integers(0, 60))
    said = Said(
        event=draw(st.sampled_from([Event.SIGNING, Event.SUSPENSION, Event.VISIT, Event.APPROVAL])),
        modality=draw(st.sampled_from(Modality)),
        instrument=draw(st.sampled_from([Instrument.MOU, Instrument.SISTER_CITY])),
        date=day and f"{day.isoformat()}/{(day + timedelta(days=later)).isoformat()}",
    )
    proposal = source(said, title=draw(st.sampled_from("ابپ")))[1].statements[0]
    return Fact(
        statement=proposal.statement,
        resolution=proposal.resolution,
        source=SourceBrief(capture=proposal.statement.capture, published=draw(st.none() | DAYS)),
        quote=said.words,
        accepted_at=datetime(2020, 6, 1, tzinfo=UTC),
    )


def folded(facts: list[Fact], on: date) -> Bond:
    return fold_bond(facts, places=PAIR, countries=("IR", "RU"), as_of=on, policies=POLICIES)


@given(facts(), DAYS)
def test_stored_fold_is_that_of_every_day_it_holds_for(said: list[Fact], day: date) -> None:
    bond = folded(said, day)

    until = holds_until(said, as_of=day, by=POLICIES)

    last = (until or day + timedelta(days=1000)) - timedelta(days=1)
    assert {on: folded(said, on) for on in (day, day + (last - day) // 2, last)} == dict.fromkeys(
        (day, day + (last - day) // 2, last), bond
    )
