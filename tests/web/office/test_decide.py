"""What members decide on the pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN, SIGNED, Said
from tests.web.conftest import Accept
from tests.web.portal.test_views import text_of

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.register import queries
from peyvand.records.register.audit import audit
from peyvand.records.register.networks import networks

BOND = "/en/bonds/isfahan--kazan/"
PAIR = [ISFAHAN.id, KAZAN.id]
LATER = Said(words="پیمان خواهرخواندگی اصفهان و کازان ۲۵ فروردین امضا شد.", date="2025-04-14")


@pytest.fixture
def two_days(accept: Accept) -> None:
    """Two sources that name different days for one signing."""
    accept(SIGNED, title="نخست")
    accept(LATER, title="دوم", published="2025-04-15")


def decide(client: Client, what: str, back: str = BOND, **form: object) -> tuple[int, str]:
    answer = client.post(f"/en/office/decide/{what}/", {"next": back, **form})
    return answer.status_code, answer.headers.get("Location", "")


def mark(code: str) -> str:
    return next(one.found.finding.mark for one in audit() if one.found.finding.code == code)


def statements(client: Client) -> list[str]:
    return re.findall(r'name="statement" value="([0-9a-f]{64})"', client.get(BOND).content.decode())


def events() -> list[int]:
    view = queries.bond((ISFAHAN.id, KAZAN.id))
    assert view is not None
    return sorted(len(event.witnesses) for event in view.bond.events)


def test_a_member_settles_a_finding_where_it_stands(two_days: None, signed_in: Client) -> None:
    assert "Settle it" in text_of(signed_in, BOND)

    done = decide(signed_in, "settle", mark=mark("dates_disagree"), on=PAIR, reason="یک امضا")

    assert done == (302, BOND)
    page = text_of(signed_in, BOND)
    assert ("Settled: \u2068یک امضا\u2069" in page, "Settled: “The sources name different days”" in page) == (
        True,
        True,
    )
    assert "mina" in page


def test_without_a_reason_the_form_comes_back(two_days: None, signed_in: Client) -> None:
    answer = signed_in.post("/en/office/decide/settle/", {"next": BOND, "mark": mark("dates_disagree"), "on": PAIR})

    page = answer.content.decode()
    assert (answer.status_code, "A finding is settled with a reason." in page) == (422, True)
    assert page.count('name="on"') == 2
    assert 'name="next" value="/en/bonds/isfahan--kazan/"' in page


def test_events_are_put_together_taken_apart_and_left_alone(two_days: None, signed_in: Client) -> None:
    first, second = statements(signed_in)

    assert decide(signed_in, "regroup", how="merge", statement=[first, second]) == (302, BOND)
    assert events() == [2]
    assert decide(signed_in, "regroup", how="split", statement=[second]) == (302, BOND)
    assert events() == [1, 1]
    (key, *_) = re.findall(r'name="key" value="([0-9a-f]{64})"', signed_in.get(BOND).content.decode())
    assert decide(signed_in, "revoke", key=key) == (302, BOND)
    assert events() == [2]
    assert decide(signed_in, "revoke", key=key)[0] == 422


def test_a_place_is_another_and_says_what_it_was(accept: Accept, signed_in: Client) -> None:
    accept(SIGNED, Said(places=(ISFAHAN, FREIBURG)))
    city = "/en/cities/kazan/"

    assert decide(signed_in, "same", city, on=KAZAN.id, other="freiburg")[0] == 302
    assert decide(signed_in, "renamed", city, on=KAZAN.id, name="Qazan", until="1400")[0] == 302
    assert decide(signed_in, "successor", city, on=KAZAN.id, other="geonames:745044", date="1384/01/02")[0] == 302

    page = re.sub("[\u2068\u2069]", "", text_of(signed_in, city))
    assert f"{FREIBURG.id} is Kazan too" in page
    assert "Until 21 March 2021 – 20 March 2022: Qazan." in page
    assert "Merged into Istanbul, or followed by it, on 22 March 2005." in page


@pytest.mark.parametrize(
    ("what", "form", "fault"),
    [
        ("same", {"on": KAZAN.id, "other": "نیست‌آباد"}, "No place of this name is known."),
        ("successor", {"on": KAZAN.id, "other": "Freiburg", "date": "soon"}, "This is no date."),
        ("successor", {"on": KAZAN.id, "other": "Freiburg"}, "This is no date."),
        ("regroup", {"how": "merge"}, "These are not accepted statements on events of one bond."),
        ("network", {"fa": "شبکه"}, "A network needs an English name"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    two_days: None, signed_in: Client, what: str, form: dict[str, str], fault: str
) -> None:
    answer = signed_in.post(f"/en/office/decide/{what}/", {"next": BOND, **form})

    assert (answer.status_code, fault in answer.content.decode()) == (422, True)


def test_a_network_is_entered_with_its_members(two_days: None, signed_in: Client) -> None:
    page = "/en/networks/cities-on-lakes/"
    assert decide(signed_in, "network", page, fa="شهرهای دریاچه‌ای", en="Cities on Lakes") == (302, page)

    joined = decide(
        signed_in,
        "membership",
        page,
        network="cities-on-lakes",
        other="kazan",
        change="joined",
        date="1990",
        title="Charter",
        quote="Kazan joined",
        text="In 1990 Kazan joined the charter.",
    )

    assert joined == (302, page)
    assert [one.places for one in networks()] == [(KAZAN.id,)]
    assert "Kazan joined" in text_of(signed_in, page)


@pytest.mark.parametrize(("role", "sees"), [(Role.OFFICER, True), (Role.AUDITOR, False), (Role.PARTNER, False)])
def test_only_those_who_may_decide_are_asked(
    two_days: None, as_role: Callable[[Role], Client], role: Role, sees: bool
) -> None:
    client = as_role(role)

    assert ("Settle it" in text_of(client, BOND), "They tell of one event" in text_of(client, BOND)) == (sees, sees)
    assert ("They are one place" in text_of(client, "/en/cities/kazan/")) == sees
    assert ("Enter a network" in text_of(client, "/en/networks/")) == sees


def test_visitors_and_pages_of_another_day_ask_for_nothing(two_days: None, client: Client, signed_in: Client) -> None:
    assert "Settle it" not in text_of(Client(), BOND)
    assert "Settle it" not in text_of(signed_in, f"{BOND}?as_of=2025-05-01")
    assert Client().post("/en/office/decide/settle/", {"mark": "x"}).status_code == 302


def test_nobody_is_led_elsewhere(two_days: None, signed_in: Client, officer: Member) -> None:
    done = decide(signed_in, "renamed", "https://elsewhere.example/", on=KAZAN.id, name="Qazan")

    assert done == (302, "/en/")


def test_a_name_that_several_bear_is_chosen_from_a_list(two_days: None, signed_in: Client) -> None:
    form = {"next": "/en/cities/kazan/", "on": KAZAN.id, "other": "Columbus"}
    answer = signed_in.post("/en/office/decide/same/", form)

    page = answer.content.decode()
    assert (answer.status_code, "Several places bear this name." in page) == (422, True)
    chosen = re.findall(r'<option value="([^"]+)"[^>]*>Columbus, IN', page)[0]
    assert decide(signed_in, "same", on=KAZAN.id, other="Columbus", other_place=chosen)[0] == 302
