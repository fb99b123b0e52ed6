from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone
from tests.factories.readings import ISTANBUL, KAZAN

from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.drafts import SourceDraft
from peyvand.records.register import deciding
from peyvand.records.register.models import Bond
from peyvand.records.register.networks import network, networks, networks_of
from peyvand.records.register.shown import Audience

pytestmark = pytest.mark.django_db
CHARTER = SourceDraft(
    text="Kazan and Istanbul joined the Cities on Lakes in 1990.",
    name="charter.txt",
    kind=SourceKind.SIGNED_TEXT,
    public=True,
    published=date(1990, 5, 1),
)


@pytest.fixture(autouse=True)
def lakes(officer: Member) -> None:
    deciding.name_network({"en": "Cities on Lakes", "fa": "شهرهای دریاچه‌ای"}, by=officer)
    for place, quote in ((KAZAN, "Kazan"), (ISTANBUL, "Istanbul joined")):
        deciding.change_membership(
            "cities-on-lakes", place.id, "joined", by=officer, quote=quote, source=CHARTER, date="1990"
        )


def leave(officer: Member, *, public: bool) -> str:
    letter = SourceDraft(
        text=f"Istanbul leaves. {public}", name="l", kind=SourceKind.LETTER, public=public, published=date(2010, 1, 2)
    )
    decision = deciding.change_membership(
        "cities-on-lakes", ISTANBUL.id, "left", by=officer, quote="Istanbul leaves", source=letter, date="2010"
    )
    return decision.key


def test_a_network_is_members_and_no_bond(officer: Member) -> None:
    view = network("cities-on-lakes")

    assert view is not None
    assert view.network.places == (KAZAN.id, ISTANBUL.id)
    assert sorted((one.quote, one.change) for one in view.evidence.values()) == [
        ("Istanbul joined", "joined"),
        ("Kazan", "joined"),
    ]
    assert [one.name for one in view.sources.values()] == ["charter.txt"]
    assert {place.slug for place in view.places.values()} == {"kazan", "istanbul"}
    assert not Bond.objects.exists()
    assert network("nowhere") is None


def test_members_leave_and_that_is_taken_back(officer: Member) -> None:
    before = timezone.now()
    key = leave(officer, public=True)

    assert [one.places for one in networks()] == [(KAZAN.id,)]
    assert [one.places for one in networks(known_at=before)] == [(KAZAN.id, ISTANBUL.id)]
    assert [one.places for one in networks(as_of=date(2000, 1, 1))] == [(KAZAN.id, ISTANBUL.id)]
    assert [(one.network, one.members[0].now) for one in networks_of(ISTANBUL.id)] == [("cities-on-lakes", False)]

    deciding.revoke(key, by=officer)
    assert [one.places for one in networks()] == [(KAZAN.id, ISTANBUL.id)]


def test_the_public_sees_what_public_sources_say(officer: Member) -> None:
    leave(officer, public=False)

    assert [one.places for one in networks()] == [(KAZAN.id, ISTANBUL.id)]
    assert [one.places for one in networks(audience=Audience.OFFICE)] == [(KAZAN.id,)]


def test_a_member_under_two_ids_is_one(officer: Member) -> None:
    deciding.same_place(ISTANBUL.id, KAZAN.id, by=officer)

    assert [one.places for one in networks()] == [(KAZAN.id,)]
