from __future__ import annotations

import pytest
from tests.factories.members import grant, member
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, VISIT, Said, source

from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.accounts.roles import Role
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.models import Source
from peyvand.records.register import queries
from peyvand.records.register.models import Bond, City
from peyvand.records.register.reach import allow_on, audience_for, inner_scope, is_open, rows_for, sources_open
from peyvand.records.register.shown import Audience

pytestmark = pytest.mark.django_db
LETTER = Said(places=(ISFAHAN, FREIBURG))


@pytest.fixture
def letter(officer: Member) -> str:
    """What only the office knows: Isfahan and Freiburg have signed; and what everybody knows, of Kazan and Istanbul."""
    accept_reading(*source(SIGNED, VISIT), by=officer)
    return accept_reading(*source(LETTER, kind=SourceKind.LETTER, title="نامه"), by=officer).source


def limited(*places: str, role: Role = Role.OFFICER) -> Member:
    made = member("limited", role=role)
    grant(made, *places)
    return made


def seen_of(one: Member | None) -> tuple[set[str], set[str]]:
    audience, inner = audience_for(one), inner_scope(one)
    bonds = Bond.objects.filter(rows_for(audience, inner, ("place_a", "place_b"))).values_list("slug", flat=True)
    cities = City.objects.filter(rows_for(audience, inner, ("place",))).values_list("place", flat=True)
    assert (len(bonds), len(cities)) == (len(set(bonds)), len(set(cities)))
    return set(bonds), set(cities)


PUBLIC = {"isfahan--kazan", "isfahan--istanbul"}, {ISFAHAN.id, KAZAN.id, ISTANBUL.id}
ALL = PUBLIC[0] | {"freiburg--isfahan"}, PUBLIC[1] | {FREIBURG.id}


@pytest.mark.usefixtures("letter")
def test_lists_are_of_what_is_open(officer: Member) -> None:
    assert (seen_of(None), seen_of(officer)) == (PUBLIC, ALL)
    assert seen_of(limited(KAZAN.id)) == PUBLIC
    assert seen_of(member("partner", role=Role.PARTNER)) == PUBLIC


@pytest.mark.usefixtures("letter")
def test_own_city_and_bond_are_seen_as_the_office_sees_them() -> None:
    assert seen_of(limited(FREIBURG.id)) == ALL


@pytest.mark.usefixtures("letter")
def test_one_bond_opens_no_city() -> None:
    assert seen_of(limited(FREIBURG.id, ISFAHAN.id)) == (ALL[0], PUBLIC[1])


@pytest.mark.usefixtures("letter")
def test_first_page_counts_what_it_may_show(officer: Member) -> None:
    mina = limited(FREIBURG.id)

    views = [queries.home(audience=audience_for(one), inner=inner_scope(one)) for one in (None, mina, officer)]

    assert [(view.bonds, len(view.cities), view.statements) for view in views] == [(2, 3, 2), (3, 4, 3), (3, 4, 3)]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((ISFAHAN.id,), True),
        ((FREIBURG.id,), True),
        ((ISFAHAN.id, FREIBURG.id), True),
        ((KAZAN.id,), False),
        ((ISFAHAN.id, KAZAN.id), False),
    ],
)
def test_a_source_is_open_for_what_it_speaks_of(letter: str, places: tuple[str, ...], expected: bool) -> None:
    mina = limited(*places)

    assert is_open(mina, letter) is expected
    assert (letter in Source.objects.filter(sources_open(mina)).values_list("capture", flat=True)) is expected


def test_a_source_of_two_bonds_is_not_open_to_one(officer: Member) -> None:
    both = accept_reading(*source(SIGNED, LETTER, kind=SourceKind.LETTER), by=officer).source

    assert not is_open(limited(ISFAHAN.id, KAZAN.id), both)


def test_what_a_member_brings_in_is_open_to_that_member(officer: Member, letter: str) -> None:
    mina = limited(KAZAN.id)
    own = accept_reading(*source(SIGNED, name="own", kind=SourceKind.LETTER, title="نامهٔ خود"), by=mina).source

    assert [is_open(mina, one) for one in (own, letter)] == [True, False]
    assert [is_open(one, letter) for one in (officer, None)] == [True, False]


def test_statements_are_judged_within_the_scope(officer: Member, letter: str) -> None:
    key = next(iter(queries.source(letter, audience=Audience.OFFICE).statements)).key  # type: ignore[union-attr]

    allow_on(officer, "statement.judge", [key])
    allow_on(limited(FREIBURG.id), "statement.judge", [key])
    for one, keys in ((limited_to_kazan(), [key]), (limited_to_kazan("b"), ["0" * 64])):
        with pytest.raises(NotAllowed):
            allow_on(one, "statement.judge", keys)


def limited_to_kazan(name: str = "a") -> Member:
    made = member(name)
    grant(made, KAZAN.id)
    return made
