"""An office's own edition of a procedure: what is typed, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import translation
from tests.factories.members import member

from peyvand.core.procedure.pack import Effect, Pack, Proof, Purpose, pack_on
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework.packs import BadPack, read_edition, versions
from peyvand.web.office.lawmaking import edition

pytestmark = pytest.mark.django_db
TODAY = date(2025, 6, 1)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def typed(country: str, **form: str | list[str]) -> tuple[Pack, ...]:
    """An edition in which these fields were typed; the others stand as the page shows them."""
    query = QueryDict(mutable=True)
    law = pack_on(versions(country), TODAY)
    assert law is not None
    for purpose, steps in law.procedures.items():
        for one in steps:
            name = f"{purpose}-{one.key}"
            query[f"{name}-days"] = "" if one.days is None else str(one.days)
            query[f"{name}-confidence"] = one.confidence
            query.setlist(f"{name}-proof", [str(proof) for proof in one.proofs])
            if one.law:
                query[f"{name}-law_en"], query[f"{name}-law_fa"] = one.law.en, one.law.fa
            for flag in ("working", "optional"):
                if getattr(one, flag):
                    query[f"{name}-{flag}"] = "on"
    if law.verified:
        query["verified"] = "on"
    for name, value in form.items():
        query.setlist(name.replace("__", "-"), value if isinstance(value, list) else [value])
    return read_edition(country, edition(country, query, TODAY))  # type: ignore[arg-type]


@pytest.mark.parametrize("country", ["IR", "TR", "US", "IT"])
def test_what_is_left_as_it_is_changes_nothing(country: str) -> None:
    assert typed(country) == versions(country)


def test_a_version_holds_from_its_day_and_the_one_before_until_then() -> None:
    old, new = typed("IT", since="2025-09-01", conclude__notice__days="45")

    assert (old.until, new.since, new.until) == (date(2025, 9, 1), date(2025, 9, 1), None)
    assert [next(one.days for one in law.steps(Purpose.CONCLUDE) if one.key == "notice") for law in (old, new)] == [
        30,
        45,
    ]


def test_a_ban_begins_on_its_day_and_is_lifted_on_another() -> None:
    lifted = {"ban__0__until": "2027-01-01"}
    (law,) = typed("US", **{"ban__against": "cu، sy", "ban__since": "2025-07-01", "ban__law_en": "An Act", **lifted})
    texas, cuba = law.bans

    assert (texas.until, cuba.against, cuba.region) == (date(2027, 1, 1), ("CU", "SY"), None)
    assert cuba.binds("CU", "US-CA", date(2025, 7, 1))
    assert not cuba.binds("CU", "US-CA", date(2025, 6, 30))


def test_a_step_is_put_between_two_others() -> None:
    new = {
        "new__conclude__name_fa": "نظر استانداری", "new__conclude__effect": "permission",
        "new__conclude__after": "council", "new__conclude__before": "on", "new__conclude__proof": ["number", "date"],
    }  # fmt: skip
    (law,) = typed("IR", **new)
    steps = {one.key: one for one in law.steps(Purpose.CONCLUDE)}
    own = steps["own_1"]

    assert (own.name.en, own.effect, own.after) == ("نظر استانداری", Effect.PERMISSION, ("council",))
    assert own.proofs == (Proof.NUMBER, Proof.DATE)
    assert (steps["conformity"].after, steps["drafting"].after) == (("own_1",), ("own_1",))


def test_what_waited_for_a_step_that_is_taken_out_waits_for_those_before_it() -> None:
    (law,) = typed("IR", conclude__conformity__out="on")
    steps = {one.key: one for one in law.steps(Purpose.CONCLUDE)}

    assert "conformity" not in steps
    assert steps["interior"].after == ("council",)


@pytest.mark.parametrize(
    ("form", "why"),
    [
        ({"conclude__signing__out": "on"}, "one signature"),
        ({"conclude__council__proof": []}, "asks for no proof"),
        ({"conclude__conformity__days": ""}, "needs its term"),
        ({"ban__against": "Iran"}, "two letters"),
        ({"ban__against": "CU"}, "two letters"),
        ({"since": "soon"}, "no date"),
    ],
)
def test_what_cannot_be_followed_says_why(form: dict[str, str], why: str) -> None:
    with pytest.raises(BadPack, match=why):
        typed("IR", **form)


def test_editions_stand_on_the_page_with_their_reasons() -> None:
    client = Client()
    client.force_login(member("laleh", role=Role.LEGAL))
    page = "/en/office/procedures/ir/"
    kept = client.post(f"{page}edit/", {"action": "keep", "reason": "نامه وزارت"})
    # A form with nothing in it leaves silence without its term.
    assert kept.status_code == 422

    form = {"action": "keep", "reason": "نامه وزارت", "conclude-conformity-days": "14"}
    assert client.post(f"{page}edit/", form).status_code == 302
    assert "نامه وزارت" in client.get(page).content.decode()
