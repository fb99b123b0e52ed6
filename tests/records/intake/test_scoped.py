"""Members to whom one city is open, at the inbox and the desk."""

from __future__ import annotations

import pytest
from tests.factories.members import grant, member
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, VISIT, Said, source

from peyvand.core.ledger.words import Judgement
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.audit.models import Trace
from peyvand.records.intake import actions, batches
from peyvand.records.intake.queries import desk, inbox
from peyvand.records.ledger.models import Entry

pytestmark = pytest.mark.django_db
LETTER = Said(places=(ISFAHAN, FREIBURG))


@pytest.fixture
def of_kazan() -> Member:
    made = member("of-kazan")
    grant(made, KAZAN.id)
    return made


@pytest.fixture
def captures(officer: Member) -> tuple[str, str, str]:
    """Of Kazan alone, of Freiburg alone, and of Kazan and Istanbul in one article."""
    told = ((SIGNED,), (LETTER,), (SIGNED, VISIT))
    made = [actions.propose(*source(*said, name=str(n), title=str(n)), by=officer) for n, said in enumerate(told)]
    return made[0].source, made[1].source, made[2].source


def keys_of(capture: str, place: str = "") -> list[str]:
    keys = Entry.objects.filter(subject=capture, kind="statement").values("key")
    said = Entry.objects.filter(kind="resolution", subject__in=keys)
    return [one.subject for one in said if place in (one.place_a, one.place_b, "")]


def test_the_inbox_is_of_the_own_city(of_kazan: Member, officer: Member, captures: tuple[str, str, str]) -> None:
    assert {line.source.capture for line in inbox(of_kazan).lines} == {captures[0], captures[2]}
    assert (inbox(of_kazan).found, inbox(officer).found) == (2, 3)
    assert [desk(of_kazan, capture) is not None for capture in captures] == [True, False, True]


def test_what_is_of_another_city_is_not_judged(of_kazan: Member, captures: tuple[str, str, str]) -> None:
    (own,), (other,) = keys_of(captures[0]), keys_of(captures[1])
    acts = (
        lambda: actions.accept(other, by=of_kazan),
        lambda: actions.accept_all([own, other], by=of_kazan),
        lambda: actions.judge_chosen({own: None, other: None}, Judgement.ACCEPTED, by=of_kazan),
        lambda: batches.accept_batch(captures[2], by=of_kazan),
        lambda: batches.judge_batches({captures[1]: Judgement.REJECTED}, by=of_kazan),
    )

    for act in acts:
        with pytest.raises(NotAllowed):
            act()

    assert not Entry.objects.filter(kind="verdict").exists()


def test_what_is_of_the_own_city_is_judged_and_noted_with_its_places(
    of_kazan: Member, captures: tuple[str, str, str]
) -> None:
    (key,) = keys_of(captures[0])

    actions.accept(key, by=of_kazan)

    line = Trace.objects.get(what="statement.judge")
    assert (line.member, line.thing, line.detail) == (of_kazan, f"statement:{key}", "accepted")
    assert {line.place_a, line.place_b} == {ISFAHAN.id, KAZAN.id}


def test_of_an_article_on_two_cities_the_own_part_is_judged(of_kazan: Member, captures: tuple[str, str, str]) -> None:
    actions.accept(next(iter(keys_of(captures[2], KAZAN.id))), by=of_kazan)

    with pytest.raises(NotAllowed):
        actions.accept(next(iter(keys_of(captures[2], ISTANBUL.id))), by=of_kazan)
