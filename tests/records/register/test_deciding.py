"""What members decide, and how the register answers to it at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, VISIT, Said, source

from peyvand.core.ledger.decision import Decision
from peyvand.core.ledger.words import Event, SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.drafts import SourceDraft
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.vault import opened
from peyvand.records.register import deciding, queries
from peyvand.records.register.actions import rebuild
from peyvand.records.register.deciding import CannotDecide

pytestmark = pytest.mark.django_db
PAIR = (ISFAHAN.id, KAZAN.id)
LATER = Said(words="پیمان خواهرخواندگی اصفهان و کازان ۲۵ فروردین امضا شد.", date="2025-04-14")
AGAIN = Said(words="دو شهر روز ۲۰ فروردین پیمان خواهرخواندگی بستند.")


@pytest.fixture(autouse=True)
def rebuilt_alike(db: None) -> Iterator[None]:
    """Whatever was decided, the register is what a rebuild of the ledger gives."""
    yield
    assert queries.unfolded() == []


@pytest.fixture
def told(officer: Member) -> Callable[..., str]:
    """Accept a source that says one thing; the key of its statement."""

    def accepted(said: Said, title: str, **facts: object) -> str:
        return accept_reading(*source(said, title=title, **facts), by=officer).keys[0]  # type: ignore[arg-type]

    return accepted


def witnesses(**times: object) -> list[int]:
    view = queries.bond(PAIR, **times)  # type: ignore[arg-type]
    assert view is not None
    return sorted(len(event.witnesses) for event in view.bond.events)


def open_codes(place: str | None = None) -> list[str]:
    return sorted({found.finding.code for found in queries.findings(place)})


def disagreement(code: str = "dates_disagree") -> str:
    return next(found.finding.key for found in queries.findings() if found.finding.code == code)


def test_events_put_together_are_one_until_that_is_taken_back(officer: Member, told: Callable[..., str]) -> None:
    keys = [told(SIGNED, "نخست"), told(LATER, "دوم", published="2025-04-15")]
    before = timezone.now()

    decision = deciding.merge_events(keys, by=officer, reason="یک مراسم بود")
    merged_at = timezone.now()
    assert (witnesses(), witnesses(known_at=before)) == ([2], [1, 1])

    deciding.revoke(decision.key, by=officer, reason="دو مراسم بود")
    assert (witnesses(), witnesses(known_at=merged_at)) == ([1, 1], [2])
    rebuild()
    assert witnesses() == [1, 1]


def test_a_statement_taken_out_of_an_event_tells_of_another(officer: Member, told: Callable[..., str]) -> None:
    keys = [told(SIGNED, "نخست"), told(AGAIN, "دوم")]
    assert witnesses() == [2]

    deciding.split_event(keys[:1], by=officer)

    assert witnesses() == [1, 1]


def test_a_reason_lies_in_the_vault(officer: Member, told: Callable[..., str]) -> None:
    decision = deciding.split_event([told(SIGNED, "نخست"), told(AGAIN, "دوم")][:1], by=officer, reason="به گفتهٔ رضا")

    assert "رضا" not in Entry.objects.get(key=decision.key).body
    assert list(opened([decision.reason]).values()) == ["به گفتهٔ رضا"]


@pytest.mark.parametrize("chosen", [[0], [0, 1], [0, 2], [0, 3], []])
def test_only_two_events_of_one_kind_and_bond_can_be_one(
    officer: Member, told: Callable[..., str], chosen: list[int]
) -> None:
    with_istanbul = told(VISIT, "چهارم")
    keys = [
        told(SIGNED, "نخست"),
        told(AGAIN, "دوم"),
        told(Said(event=Event.VISIT, instrument=None), "سوم"),
        with_istanbul,
    ]

    with pytest.raises(CannotDecide):
        deciding.merge_events([keys[at] for at in chosen], by=officer)


def test_an_event_is_not_split_into_itself_and_nothing(officer: Member, told: Callable[..., str]) -> None:
    keys = [told(SIGNED, "نخست"), told(AGAIN, "دوم")]

    with pytest.raises(CannotDecide):
        deciding.split_event(keys, by=officer)


def test_a_settled_finding_leaves_the_audit_and_returns_with_a_new_statement(
    officer: Member, told: Callable[..., str]
) -> None:
    told(SIGNED, "نخست"), told(LATER, "دوم", published="2025-04-15")
    key = disagreement()

    deciding.settle(key, PAIR[::-1], by=officer, reason="۲۰ فروردین درست است")
    assert "dates_disagree" not in open_codes()
    assert [found.finding.code for found in queries.findings(settled=True)] == ["dates_disagree"]
    public = queries.bond(PAIR)
    assert public is not None
    assert [one.code for one in public.bond.settled] == ["dates_disagree"]

    told(Said(words="در ۲۸ فروردین پیمان امضا شد.", date="2025-04-17"), "سوم", published="2025-04-18")
    assert "dates_disagree" in open_codes()
    assert queries.findings(settled=True) == []


def test_a_finding_is_settled_once_and_with_a_reason(officer: Member, told: Callable[..., str]) -> None:
    told(SIGNED, "نخست"), told(LATER, "دوم", published="2025-04-15")
    key = disagreement()

    with pytest.raises(CannotDecide):
        deciding.settle(key, PAIR, by=officer, reason="  ")
    decision = deciding.settle(key, PAIR, by=officer, reason="x")
    with pytest.raises(CannotDecide):
        deciding.settle(key, PAIR, by=officer, reason="y")

    deciding.revoke(decision.key, by=officer)
    assert disagreement() == key
    with pytest.raises(CannotDecide):
        deciding.revoke(decision.key, by=officer)


def test_what_a_city_page_finds_is_settled_too(officer: Member) -> None:
    accept_reading(*source(SIGNED, claimed=16), by=officer)
    key = disagreement("count_differs")

    deciding.settle(key, [ISFAHAN.id], by=officer, reason="شمارش رسانه‌ای")

    view = queries.city(ISFAHAN.id)
    assert view is not None
    assert ([one.code for one in view.findings], [one.code for one in view.settled]) == ([], ["count_differs"])
    assert {one.claimed for one in view.differences} == {16}
    assert queries.city(ISFAHAN.id, as_of=queries.today()) == view


def test_two_ids_of_one_place_have_one_register(officer: Member, told: Callable[..., str]) -> None:
    told(SIGNED, "نخست")
    told(Said(words="فرایبورگ و اصفهان پیمان بستند.", places=(ISFAHAN, FREIBURG)), "دوم")
    before = timezone.now()

    decision = deciding.same_place(FREIBURG.id, KAZAN.id, by=officer)
    city = queries.city(ISFAHAN.id)
    assert city is not None
    assert [brief.slug for brief in city.bonds] == ["isfahan--kazan"]
    assert witnesses() == [2]
    assert queries.bond("freiburg--isfahan") == queries.bond("isfahan--kazan")
    assert queries.city(FREIBURG.id) == queries.city(KAZAN.id)
    then = queries.city(ISFAHAN.id, known_at=before)
    assert then is not None
    assert {brief.slug for brief in then.bonds} == {"isfahan--kazan", "freiburg--isfahan"}

    deciding.revoke(decision.key, by=officer)
    assert witnesses() == [1]
    again = queries.bond("freiburg--isfahan")
    assert again is not None
    assert again.slug == "freiburg--isfahan"


def test_two_sides_that_are_one_place_have_no_bond(officer: Member, told: Callable[..., str]) -> None:
    told(SIGNED, "نخست")

    deciding.same_place(KAZAN.id, ISFAHAN.id, by=officer)

    assert (queries.bond(PAIR), queries.city(ISFAHAN.id)) == (None, None)


def test_claims_follow_their_city(officer: Member) -> None:
    accept_reading(*source(SIGNED, claimed=16), by=officer)

    deciding.same_place(ISFAHAN.id, ISTANBUL.id, by=officer)

    view = queries.city(ISTANBUL.id)
    assert view is not None
    assert [(claim.city, claim.claim.n) for claim in view.claims] == [(ISTANBUL.id, 16)]


@pytest.mark.parametrize(
    "fault",
    [
        lambda by: deciding.same_place(KAZAN.id, KAZAN.id, by=by),
        lambda by: deciding.same_place("geonames:0", KAZAN.id, by=by),
        lambda by: deciding.succession(KAZAN.id, ISFAHAN.id, "soon", by=by),
        lambda by: deciding.former_name(KAZAN.id, " ", language="en", by=by),
        lambda by: deciding.name_network({"fa": " "}, by=by),
        lambda by: deciding.name_network({"fa": "شهرهای دریاچه‌ای"}, by=by),
        lambda by: deciding.name_network({"en": "Lakes"}, network="lakes", by=by),
        lambda by: deciding.change_membership("lakes", KAZAN.id, "joined", by=by, quote="x", capture="0" * 64),
        lambda by: deciding.revoke("0" * 64, by=by),
    ],
)
def test_what_cannot_be_is_refused(officer: Member, fault: Callable[[Member], object]) -> None:
    with pytest.raises(CannotDecide):
        fault(officer)


def test_nothing_is_decided_twice(officer: Member) -> None:
    deciding.former_name(KAZAN.id, "Old Kazan", language="en", by=officer)

    with pytest.raises(CannotDecide):
        deciding.former_name(KAZAN.id, "Old Kazan", language="en", by=officer)


def test_a_network_has_members_by_the_words_of_a_source(officer: Member, told: Callable[..., str]) -> None:
    named = deciding.name_network({"en": "Cities on Lakes", "fa": "شهرهای دریاچه‌ای"}, by=officer)
    charter = SourceDraft(text="Kazan joined in 1990.", name="charter", kind=SourceKind.SIGNED_TEXT, public=True)

    joined = deciding.change_membership(
        "cities-on-lakes", KAZAN.id, "joined", by=officer, quote="Kazan joined", source=charter, date="1990"
    )

    assert named.said()["about"] == {
        "network": "cities-on-lakes",
        "names": [["en", "Cities on Lakes"], ["fa", "شهرهای دریاچه‌ای"]],
    }
    assert joined.said()["about"] == {
        "network": "cities-on-lakes",
        "place": KAZAN.id,
        "change": "joined",
        "date": "1990",
        "capture": charter.capture,
        "start": 0,
        "stop": 12,
    }
    with pytest.raises(CannotDecide):
        deciding.change_membership(
            "cities-on-lakes", KAZAN.id, "left", by=officer, quote="Kazan left", capture=charter.capture
        )


ACTIONS: dict[str, Callable[[Member], Decision]] = {
    "merge": lambda by: deciding.merge_events(["x"], by=by),
    "split": lambda by: deciding.split_event(["x"], by=by),
    "settle": lambda by: deciding.settle("x", PAIR, by=by, reason="x"),
    "same": lambda by: deciding.same_place(KAZAN.id, ISFAHAN.id, by=by),
    "succession": lambda by: deciding.succession(KAZAN.id, ISFAHAN.id, "2000", by=by),
    "former": lambda by: deciding.former_name(KAZAN.id, "x", language="en", by=by),
    "network": lambda by: deciding.name_network({"en": "x"}, by=by),
    "member": lambda by: deciding.change_membership("x", KAZAN.id, "joined", by=by, quote="x", capture="x"),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_members_decide_only_what_their_role_allows(auditor: Member, action: str) -> None:
    with pytest.raises(NotAllowed):
        ACTIONS[action](auditor)


def test_a_decision_is_taken_back_only_by_those_who_may_take_it(officer: Member, auditor: Member) -> None:
    decision = deciding.former_name(KAZAN.id, "Old Kazan", language="en", by=officer)

    with pytest.raises(NotAllowed):
        deciding.revoke(decision.key, by=auditor)


def test_the_past_keeps_what_was_decided_on_it(officer: Member, told: Callable[..., str]) -> None:
    """A decision holds for every day that is asked about; only what was known before it knows nothing of it."""
    keys = [told(SIGNED, "نخست"), told(LATER, "دوم", published="2025-04-15")]
    deciding.merge_events(keys, by=officer)

    assert witnesses(as_of=date(2025, 4, 20)) == [2]
    assert witnesses(as_of=date(2025, 4, 20), known_at=timezone.now() - timedelta(days=1)) == []
