from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, PLANNED, SIGNED, VISIT, Said, source

from peyvand.core.ledger.bond import State
from peyvand.core.ledger.policy import CountRule
from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept, accept_reading, propose, reject
from peyvand.records.ledger.vault import opened
from peyvand.records.register import queries
from peyvand.records.register.shown import Audience, BondView, CityView

pytestmark = pytest.mark.django_db
PAIR = (ISFAHAN.id, KAZAN.id)


def states(view: BondView | None) -> list[State]:
    assert view is not None
    return [side.standing.state for side in view.bond.sides]


def counted(view: CityView | None) -> tuple[str, ...]:
    assert view is not None
    return next(count.places for count in view.counts if count.rule is CountRule.ANY_SIGNED_TEXT)


def test_bond_brings_its_statements_and_sources(officer: Member) -> None:
    captured, reading = source(SIGNED, claimed=16, areas=["tourism"])
    accept_reading(captured, reading, by=officer)

    view = queries.bond(PAIR)

    assert view is not None
    assert [shown.quote for shown in view.statements.values()] == [SIGNED.words]
    assert [shown.title for shown in view.sources.values()] == ["خبری از دو شهر"]
    assert ([claim.claim.n for claim in view.claims], [area.claim.area for area in view.areas]) == ([16], ["tourism"])
    assert (view.slug, [place.slug for place in view.places]) == ("isfahan--kazan", ["isfahan", "kazan"])


def test_bond_has_one_address(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)

    assert queries.bond("isfahan--kazan") == queries.bond((KAZAN.id, ISFAHAN.id)) is not None
    assert [queries.bond(slug) for slug in ("kazan--isfahan", "isfahan", "isfahan--istanbul", "a--b--c")] == [None] * 4


def test_bond_was_something_else_before(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)

    assert states(queries.bond(PAIR, as_of=date(2025, 4, 8))) == [State.NONE, State.NONE]
    assert states(queries.bond(PAIR, as_of=date(2025, 4, 10))) == [State.IN_FORCE, State.IN_FORCE]


def test_what_was_known_goes_by_the_verdict(officer: Member) -> None:
    accept_reading(*source(PLANNED, name="a"), by=officer)
    between = accept(propose(*source(SIGNED, name="b"), by=officer).keys[0], by=officer).at - timedelta(microseconds=1)

    assert states(queries.bond(PAIR, known_at=between)) == [State.NONE, State.NONE]
    assert states(queries.bond(PAIR)) == [State.IN_FORCE, State.IN_FORCE]


def test_nothing_was_known_before_anything_was(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)

    view = queries.city(ISFAHAN.id, known_at=datetime(2001, 1, 1, tzinfo=UTC))

    assert view is not None
    assert (view.bonds, counted(view)) == ((), ())


def test_article_that_others_carried_is_one_witness(officer: Member) -> None:
    carried = Said(words="سند خواهرخواندگی اصفهان و کازان در کاخ چهلستون به امضای شهرداران دو شهر رسید و مبادله شد.")
    accept_reading(*source(carried, title="خبرگزاری نخست"), by=officer)
    accept_reading(*source(carried, title="روزنامهٔ دوم"), by=officer)
    accept_reading(*source(SIGNED, title="گزارشی دیگر"), by=officer)

    view = queries.bond(PAIR)

    assert view is not None
    assert [len(event.witnesses) for event in view.bond.events] == [2]


def test_city_lists_its_bonds_and_counts_them(officer: Member) -> None:
    accept_reading(*source(SIGNED, VISIT), by=officer)

    view = queries.city(ISFAHAN.id)

    assert view is not None
    assert [brief.slug for brief in view.bonds] == ["isfahan--kazan", "isfahan--istanbul"]
    assert [(brief.own_side.place, brief.other.place) for brief in view.bonds] == [
        (ISFAHAN.id, KAZAN),
        (ISFAHAN.id, ISTANBUL),
    ]
    assert counted(view) == (KAZAN.id,)


def test_claimed_count_is_held_against_the_register(officer: Member) -> None:
    accept_reading(*source(SIGNED, claimed=16), by=officer)

    view = queries.city(ISFAHAN.id)

    assert view is not None
    assert [claim.claim.n for claim in view.claims] == [16]
    assert {finding.code for finding in view.findings} == {"count_differs"}
    assert [found.slug for found in queries.findings(ISFAHAN.id) if found.finding.code == "count_differs"] == [None]


def test_stored_answer_is_what_a_fold_gives(officer: Member) -> None:
    accept_reading(*source(SIGNED, VISIT, claimed=16), by=officer)

    stored = queries.city(ISFAHAN.id)
    folded = queries.city(ISFAHAN.id, as_of=queries.today())

    assert stored == folded


def test_yesterdays_row_is_not_todays_answer(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = queries.today() + timedelta(days=1)
    planned = Said(words="فردا پیمان امضا می‌شود.", modality=PLANNED.modality, date=tomorrow.isoformat())
    accept_reading(*source(planned, published=queries.today().isoformat()), by=officer)
    in_a_month = tomorrow + timedelta(days=30)
    monkeypatch.setattr(queries, "today", lambda: in_a_month)

    view = queries.city(ISFAHAN.id)

    assert view is not None
    assert view == queries.city(ISFAHAN.id, as_of=in_a_month)
    assert [event.overdue for event in view.bonds[0].bond.events] == [True]


def test_home_shows_cities_and_news(officer: Member) -> None:
    accept_reading(*source(SIGNED, VISIT), by=officer)

    view = queries.home()

    listed = [(city.place.slug, city.bonds, city.count.n) for city in view.cities]
    assert listed == [("isfahan", 2, 1), ("kazan", 1, 1), ("istanbul", 1, 0)]
    assert [happening.slug for happening in view.recent] == ["isfahan--kazan", "isfahan--istanbul"]
    assert (view.bonds, view.statements, view.when.head.size) == (2, 2, 7)


def test_all_cities_are_listed(officer: Member) -> None:
    accept_reading(*source(SIGNED, VISIT), by=officer)

    assert queries.cities() == queries.home().cities
    assert queries.cities(limit=1) == queries.home().cities[:1]


def test_texts_are_those_that_were_captured(officer: Member) -> None:
    captured, reading = source(SIGNED)
    accept_reading(captured, reading, by=officer)

    assert queries.texts([reading.capture, "0" * 64]) == {reading.capture: captured.text}


def test_home_of_an_empty_register_is_empty() -> None:
    view = queries.home()

    assert (view.cities, view.recent, view.bonds, view.statements) == ((), (), 0, 0)


def test_unknown_city_is_none() -> None:
    assert queries.city(FREIBURG.id) is None


def test_source_shows_what_was_accepted_in_it(officer: Member) -> None:
    proposed = propose(*source(SIGNED, VISIT), by=officer)
    accept(proposed.keys[0], by=officer)

    view = queries.source(proposed.source)

    assert view is not None
    assert [view.text[slice(*shown.span)] for shown in view.statements] == [SIGNED.words]
    assert view.bonds == {PAIR: "isfahan--kazan"}
    assert {place.slug for place in view.places.values()} == {"isfahan", "kazan"}


def test_source_without_an_accepted_word_is_not_public(officer: Member) -> None:
    proposed = propose(*source(SIGNED), by=officer)
    reject(proposed.keys[0], by=officer, reason="نامربوط")

    office = queries.source(proposed.source, audience=Audience.OFFICE)

    assert queries.source(proposed.source) is None
    assert office is not None
    (judged,) = (one.judged for one in office.statements)
    assert (judged.by, opened([judged.reason])[judged.reason]) == ("mina", "نامربوط")


def test_public_never_sees_the_offices_own_sources(officer: Member) -> None:
    letter = accept_reading(*source(SIGNED, kind=SourceKind.LETTER), by=officer)
    accept_reading(*source(VISIT, name="b"), by=officer)

    city = queries.city(ISFAHAN.id)

    assert queries.source(letter.source) is None
    assert queries.city(KAZAN.id) is None
    assert city is not None
    assert [brief.slug for brief in city.bonds] == ["isfahan--istanbul"]
    assert [shown.place.slug for shown in queries.home().cities] == ["isfahan", "istanbul"]


def test_public_does_not_learn_who_judged(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)

    view = queries.bond(PAIR)

    assert view is not None
    assert [(shown.judged.by, shown.judged.reason) for shown in view.statements.values()] == [(None, "")]


def many(bonds: int, by: Member) -> str:
    """A source on record with this many statements on as many bonds; its capture."""
    said = [SIGNED, VISIT, Said(words="فرایبورگ خواهر اصفهان است.", places=(ISFAHAN, FREIBURG))][:bonds]
    return accept_reading(*source(*said, claimed=16, areas=["tourism"]), by=by).source


PAGES: dict[str, Callable[[str], object]] = {
    "home": lambda _: queries.home(),
    "city": lambda _: queries.city(ISFAHAN.id),
    "city then": lambda _: queries.city(ISFAHAN.id, as_of=date(2025, 6, 1)),
    "bond": lambda _: queries.bond(PAIR),
    "source": queries.source,
    "findings": lambda _: queries.findings(),
}
LIMITS = {"home": 7, "city": 9, "city then": 10, "bond": 9, "source": 8, "findings": 3}


@pytest.mark.parametrize("how_many", [1, 3])
@pytest.mark.parametrize("page", PAGES)
def test_questions_asked_do_not_grow_with_the_answer(page: str, how_many: int, officer: Member) -> None:
    capture = many(how_many, officer)

    with CaptureQueriesContext(connection) as asked:
        PAGES[page](capture)

    assert len(asked) == LIMITS[page]
