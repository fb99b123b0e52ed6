"""What members decided, on the public pages: lists, networks, places that are one, claims explained."""

from __future__ import annotations

import re
from datetime import date

from django.test import Client
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, Said
from tests.web.conftest import Accept
from tests.web.portal.test_views import text_of

from peyvand.core.ledger.words import Event, SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.drafts import SourceDraft
from peyvand.records.register import deciding
from peyvand.records.register.audit import audit


def listed(accept: Accept, title: str, published: str, *partners: object) -> None:
    said = [
        Said(words=f"{title}، ردیف {at}", event=Event.STANDING, places=(ISFAHAN, partner), date="2000-05-01")  # type: ignore[arg-type]
        for at, partner in enumerate(partners)
    ]
    accept(*said, title=title, published=published, kind=SourceKind.DATASET_ROW)


def test_lists_stand_beside_each_other(accept: Accept, client: Client) -> None:
    listed(accept, "فهرست نخست", "2016-09-01", KAZAN, ISTANBUL)
    listed(accept, "فهرست دوم", "2022-01-01", KAZAN, FREIBURG)

    page = text_of(client, "/en/cities/isfahan/sources/")

    assert "2 lists name 3 partners in all. In every list: 1; in one alone: 2." in page
    assert "Kazan listed 2000 listed 2000 2 of 2" in page
    assert "Istanbul listed 2000 not listed 1 of 2" in page
    assert "فهرست نخست 1 September 2016" in page
    assert "/en/cities/isfahan/sources/" in client.get("/en/cities/isfahan/").content.decode()


def test_lists_are_as_they_were(accept: Accept, client: Client) -> None:
    listed(accept, "فهرست نخست", "2016-09-01", KAZAN, ISTANBUL)

    assert client.get("/en/cities/isfahan/sources/?as_of=2015-01-01").status_code == 404
    assert client.get("/en/cities/nowhere/sources/").status_code == 404


def test_a_city_without_lists_has_no_page_of_them(signed: str, client: Client) -> None:
    assert client.get("/en/cities/isfahan/sources/").status_code == 404
    assert "/sources/" not in re.sub(
        r'href="[^"]*/sources/[0-9a-f]{64}/[^"]*"', "", client.get("/en/cities/isfahan/").content.decode()
    )


def test_a_claim_is_explained_city_by_city(accept: Accept, client: Client) -> None:
    accept(
        SIGNED,
        Said(words="یادداشت تفاهم با استانبول امضا شد.", instrument=None, places=(ISFAHAN, ISTANBUL)),
        claimed=16,
    )

    page = text_of(client, "/en/cities/isfahan/")

    assert "By the rule “any signed text”: Kazan is the 1st; 15 cities fewer than claimed 1 Kazan" in page
    assert "Not counted: its agreement is not a sister-city agreement: Istanbul" in page


def test_a_network_has_its_own_page_and_stands_on_its_members(signed: str, officer: Member, client: Client) -> None:
    charter = SourceDraft(
        text="Kazan joined the Cities on Lakes.", name="charter", kind=SourceKind.SIGNED_TEXT, public=True,
        title="Charter", published=date(1990, 5, 1),
    )  # fmt: skip
    deciding.name_network({"en": "Cities on Lakes", "fa": "شهرهای دریاچه‌ای"}, by=officer)
    deciding.change_membership(
        "cities-on-lakes", KAZAN.id, "joined", by=officer, quote="Kazan joined", source=charter, date="1990"
    )

    assert "Cities on Lakes 1 member" in text_of(client, "/en/networks/")
    page = text_of(client, "/en/networks/cities-on-lakes/")
    assert "Kazan Russia joined 1990 Kazan joined the Cities on Lakes. Charter" in page
    assert "شهرهای دریاچه‌ای" in text_of(client, "/fa/cities/kazan/")
    assert "Networks" not in text_of(client, "/en/cities/isfahan/").replace("Cities Networks How", "")
    assert client.get("/en/networks/nowhere/").status_code == 404
    assert "No network is on record yet." not in text_of(client, "/en/networks/?as_of=1980-01-01")


def test_an_address_of_old_leads_to_the_place_that_is_kept(accept: Accept, officer: Member, client: Client) -> None:
    accept(Said(places=(ISFAHAN, FREIBURG)), SIGNED)
    decision = deciding.same_place(FREIBURG.id, KAZAN.id, by=officer)

    for old, kept in (
        ("/fa/cities/freiburg/", "/fa/cities/kazan/"),
        ("/en/cities/freiburg/?as_of=2025-05-01", "/en/cities/kazan/?as_of=2025-05-01"),
        ("/fa/bonds/freiburg--isfahan/", "/fa/bonds/isfahan--kazan/"),
    ):
        way = client.get(old)
        assert (way.status_code, way.headers["Location"], way.headers["Cache-Control"]) == (301, kept, "no-cache")

    deciding.revoke(decision.key, by=officer)
    assert client.get("/fa/cities/freiburg/").status_code == 200


def test_a_place_says_what_it_was(signed: str, officer: Member, client: Client) -> None:
    deciding.former_name(KAZAN.id, "Iske Qazan", language="tt", until="1438", by=officer)
    deciding.succession(ISTANBUL.id, KAZAN.id, "2005-01-01", by=officer)

    page = re.sub("[\u2068\u2069]", "", text_of(client, "/en/cities/kazan/"))

    assert "Until 1438: Iske Qazan." in page
    assert "Since 1 January 2005 also what was Istanbul; what that place agreed stands on its own page." in page


def test_a_settled_finding_is_on_no_public_page(signed: str, officer: Member, client: Client) -> None:
    found = next(one.found for one in audit() if one.found.finding.code == "no_primary_source")
    assert "No document yet" in text_of(client, "/en/bonds/isfahan--kazan/")

    deciding.settle(found.finding.mark, (ISFAHAN.id, KAZAN.id), by=officer, reason="نامهٔ محرمانه")

    page = text_of(client, "/en/bonds/isfahan--kazan/")
    assert ("No document yet" in page, "محرمانه" in page) == (False, False)
