from __future__ import annotations

from itertools import product

import pytest
from django.contrib.auth.models import AnonymousUser
from tests.factories.members import grant, member

from peyvand.records.accounts.grants import HasRole
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.accounts.roles import Role
from peyvand.records.accounts.scopes import Visibility, rows_seen, rows_within, sees
from peyvand.records.casework.models import Case

pytestmark = pytest.mark.django_db
ISFAHAN, KAZAN, SHIRAZ, DRESDEN = "geonames:418863", "geonames:551487", "geonames:115019", "geonames:2935022"
PAIRS = [(ISFAHAN, KAZAN), (KAZAN, ISFAHAN), (SHIRAZ, DRESDEN), (SHIRAZ, KAZAN)]


def of_city() -> Member:
    mina = member("of-city")
    grant(mina, ISFAHAN)
    return mina


def partner_of(*bond: str) -> Member:
    partner = member("partner", role=Role.PARTNER)
    grant(partner, *bond)
    return partner


def told(one: HasRole | None, *places: str) -> list[str]:
    return [str(kind) for kind in Visibility if sees(one, places=places, visibility=kind)]


def test_public_things_are_for_everybody() -> None:
    assert [told(one, ISFAHAN, KAZAN) for one in (None, AnonymousUser(), partner_of(SHIRAZ, DRESDEN))] == [
        ["public"],
        ["public"],
        ["public"],
    ]


def test_partner_sees_the_shared_part_of_one_bond() -> None:
    partner = partner_of(ISFAHAN, KAZAN)

    assert told(partner, KAZAN, ISFAHAN) == ["partner", "public"]
    assert [told(partner, *places) for places in ((ISFAHAN,), (ISFAHAN, SHIRAZ), ())] == [["public"]] * 3


def test_officer_of_a_city_sees_it_and_of_others_what_is_public() -> None:
    mina = of_city()

    assert (told(mina, ISFAHAN, KAZAN), told(mina, ISFAHAN)) == (["internal", "partner", "public"],) * 2
    assert (told(mina, SHIRAZ, DRESDEN), told(mina)) == (["public"],) * 2


def test_whole_office_sees_things_without_a_place() -> None:
    assert told(member()) == ["internal", "partner", "public"]


def test_a_misspelt_visibility_opens_nothing() -> None:
    with pytest.raises(ValueError, match="privat"):
        sees(member(), places=(), visibility="privat")


def case(places: tuple[str, str], visibility: str, by: Member) -> Case:
    """Cases have no visibility; their purpose is a column of words, and stands for it here."""
    return Case.objects.create(
        place_a=places[0], place_b=places[1], country_a="IR", country_b="RU", instrument="mou", purpose=visibility,
        opened_on="2026-01-01", opened_at="2026-01-01T00:00Z", member=by,
    )  # fmt: skip


@pytest.mark.parametrize("who", ["visitor", "whole", "city", "bond", "partner"])
def test_lists_show_what_single_things_show(who: str) -> None:
    by = member("maker")
    rows = [case(places, visibility, by) for places, visibility in product(PAIRS, Visibility)]
    bond = member("of-bond", role=Role.COUNCIL_READER)
    grant(bond, SHIRAZ, DRESDEN)
    asking = {"visitor": None, "whole": by, "city": of_city(), "bond": bond, "partner": partner_of(ISFAHAN, KAZAN)}[who]

    listed = set(Case.objects.filter(rows_seen(asking, visibility="purpose")))

    assert listed == {one for one in rows if sees(asking, places=(one.place_a, one.place_b), visibility=one.purpose)}


def test_rows_of_one_place_are_open_to_its_city_alone() -> None:
    by = member("maker")
    rows = [case(pair, "internal", by) for pair in PAIRS]

    assert list(Case.objects.filter(rows_within(of_city(), "case.see", places=("place_a",)))) == rows[:1]
    assert list(Case.objects.filter(rows_within(partner_of(*PAIRS[0]), "case.see"))) == []
    assert set(Case.objects.filter(rows_within(by, "case.see"))) == set(rows)


def test_permissions_hold_within_the_scope() -> None:
    mina = of_city()

    assert may(mina, "statement.judge", places=(ISFAHAN, KAZAN))
    assert not may(mina, "statement.judge", places=(SHIRAZ, KAZAN))
    assert may(mina, "statement.judge")
    assert not may(mina, "place.identify")
