from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.members import grant, member
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN
from tests.records.documents.conftest import OF_BOND, PAIR, SCAN

from peyvand.adapters.documents.looking import FileType
from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.contacts.actions import Facts as ContactFacts
from peyvand.records.contacts.actions import keep
from peyvand.records.documents import actions, queries
from peyvand.records.documents.actions import Facts
from peyvand.records.documents.models import Document
from peyvand.records.documents.queries import Asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner(db: None) -> Member:
    """Who sees the shared part of the bond of Isfahan and Kazan."""
    made = member("ilnur", role=Role.PARTNER)
    today = timezone.localdate() - timedelta(days=1)
    Grant.objects.create(
        member=made, place=ISFAHAN.id, partner=KAZAN.id, since=today, at=timezone.now(), reason="their office"
    )
    return made


def keys(member: Member, **asked: object) -> list[str]:
    return [one.key for one in queries.documents(member, Asked(**asked)).lines]  # type: ignore[arg-type]


def test_the_list_is_asked_by_words_and_place(scan: Document, officer: Member) -> None:
    other = actions.bring(SCAN, "istanbul.jpg", Facts(places=(ISTANBUL.id,)), by=officer)

    assert keys(officer) == [other.key, scan.key]
    assert (keys(officer, words="کازان نامه"), keys(officer, words="ISTANBUL")) == ([scan.key], [other.key])
    assert keys(officer, places=[KAZAN.id]) == [scan.key]


def test_what_is_voided_is_shown_to_who_asks_for_it(scan: Document, officer: Member) -> None:
    actions.void(scan, reason="x", by=officer)

    assert (keys(officer), keys(officer, voided=True)) == ([], [scan.key])


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_asks_no_more_for_three_than_for_one(
    officer: Member, how_many: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for at in range(how_many):
        actions.bring(SCAN, f"{at}.jpg", OF_BOND, by=officer)
    keys(officer)

    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        assert len([(one.file.size, str(one.member)) for one in queries.documents(officer, Asked()).lines]) == how_many


@pytest.mark.parametrize(
    ("visibility", "office", "partners", "visitors"),
    [("internal", True, False, False), ("partner", True, True, False), ("public", True, True, True)],
)
def test_each_sees_what_is_for_them_and_fetches_nothing_else(
    officer: Member, partner: Member, visibility: str, office: bool, partners: bool, visitors: bool
) -> None:
    made = actions.bring(SCAN, "x.jpg", replace(OF_BOND, visibility=visibility), by=officer)
    for who, sees in ((officer, office), (partner, partners), (None, visitors)):
        assert (queries.fetch(made.key, who) is not None) == sees
        assert (queries.picture(made.key, who, small=True) is not None) == sees
        assert bool(queries.of_pair(KAZAN.id, ISFAHAN.id, who)) == sees
    assert (queries.document_view(made.key, partner) is not None) == partners


def test_a_partner_of_another_bond_sees_nothing(officer: Member, partner: Member) -> None:
    made = actions.bring(SCAN, "x.jpg", Facts(places=(ISFAHAN.id, ISTANBUL.id), visibility="partner"), by=officer)

    assert (queries.document_view(made.key, partner), queries.fetch(made.key, partner)) == (None, None)
    assert keys(partner) == []


def test_what_is_voided_is_public_no_more(officer: Member) -> None:
    made = actions.bring(SCAN, "x.jpg", replace(OF_BOND, visibility="public"), by=officer)
    actions.void(made, reason="x", by=officer)

    assert (queries.fetch(made.key, None), queries.fetch(made.key, officer) is None) == (None, False)


def test_a_file_is_saved_under_its_own_name_and_what_it_really_is(officer: Member) -> None:
    made = actions.bring(SCAN, "contract.pdf.exe", OF_BOND, by=officer)
    fetched = queries.fetch(made.key, officer)

    assert fetched is not None
    assert (fetched.name, fetched.kind, fetched.data) == ("contract.pdf.jpg", FileType.JPEG, SCAN)
    assert fetched.places == PAIR


def test_what_belongs_to_a_thing_is_found_from_it(scan: Document, officer: Member) -> None:
    tie = actions.tie(scan, "bond", " ".join(PAIR), by=officer)

    assert queries.belonging_to("bond", [tie.ref, "x"], officer) == {tie.ref: [scan]}
    assert queries.belonging_to("bond", [tie.ref], None) == {}
    assert queries.document_of(scan.key, officer) == scan


def test_a_partner_does_not_see_who_changed_what(officer: Member, partner: Member) -> None:
    made = actions.bring(SCAN, "x.jpg", replace(OF_BOND, visibility="partner"), by=officer)
    theirs, ours = (queries.document_view(made.key, who) for who in (partner, officer))

    assert theirs is not None
    assert ours is not None
    assert (theirs.changes, len(ours.changes)) == ((), 1)


def test_of_a_public_document_the_office_of_another_city_sees_no_more_than_is_public(officer: Member) -> None:
    made = actions.bring(SCAN, "x.jpg", replace(OF_BOND, visibility="public"), by=officer)
    actions.tie(made, "contact", str(keep(ContactFacts(name="راز"), by=officer).pk), by=officer)
    grant(elsewhere := member("leila"), ISTANBUL.id)
    view = queries.document_view(made.key, elsewhere)
    actions.void(made, reason="x", by=officer)

    assert view is not None
    assert (view.changes, view.ties) == ((), ())
    assert (queries.document_view(made.key, elsewhere), queries.fetch(made.key, elsewhere)) == (None, None)


def test_a_partner_is_told_of_bonds_alone(officer: Member, partner: Member) -> None:
    made = actions.bring(SCAN, "x.jpg", replace(OF_BOND, visibility="partner"), by=officer)
    contact = keep(ContactFacts(name="راز"), by=officer)
    actions.tie(made, "bond", " ".join(PAIR), by=officer)
    actions.tie(made, "contact", str(contact.pk), by=officer)
    theirs, ours = (queries.document_view(made.key, who) for who in (partner, officer))

    assert theirs is not None
    assert ours is not None
    assert ([one.kind for one in theirs.ties], len(ours.ties)) == (["bond"], 2)
