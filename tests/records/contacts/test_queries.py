from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN
from tests.records.contacts.conftest import CLERK, MAYOR

from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.contacts import actions, queries
from peyvand.records.contacts.actions import Facts, Office
from peyvand.records.contacts.models import Contact
from peyvand.records.contacts.queries import Asked

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)


@pytest.mark.parametrize("words", ["metshin", "ايلسور", "ильсур МЕТШИН", "Metshin Ilsur"])
def test_a_contact_is_found_by_any_of_its_names(mayor: Contact, clerk: Contact, officer: Member, words: str) -> None:
    assert queries.contacts(officer, Asked(words=words)).lines == (mayor,)


def test_contacts_are_asked_by_kind_and_place(mayor: Contact, clerk: Contact, officer: Member) -> None:
    hall = actions.keep(Facts(name="Kazan City Hall", kind="office", place=KAZAN.id), by=officer)
    actions.hold_office(clerk, Office(role="attaché", place=KAZAN.id), by=officer)

    assert queries.contacts(officer, Asked(kind="office")).lines == (hall,)
    assert set(queries.contacts(officer, Asked(places=[KAZAN.id])).lines) == {mayor, hall, clerk}
    assert set(queries.of_places([KAZAN.id], officer)) == {mayor, hall}


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_asks_no_more_for_three_than_for_one(
    officer: Member, how_many: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for at in range(how_many):
        actions.keep(Facts(name=f"n{at}"), by=officer)
    queries.contacts(officer, Asked())

    with django_assert_num_queries(2):  # type: ignore[attr-defined]
        assert queries.contacts(officer, Asked(page=9)).found == how_many


def test_partners_and_visitors_see_no_contacts(mayor: Contact) -> None:
    partner = member("partner", role=Role.PARTNER)
    with pytest.raises(NotAllowed):
        queries.contacts(partner, Asked())

    assert (queries.named("Ilsur Metshin", partner), queries.of_places([KAZAN.id], partner)) == ([], [])
    assert (queries.names_to_choose(partner), queries.numbered(mayor.pk, partner)) == ([], None)


def test_a_member_of_one_city_sees_its_contacts_alone(mayor: Contact, clerk: Contact) -> None:
    local = member("local")
    Grant.objects.create(
        member=local, place=ISFAHAN.id, since=TODAY - timedelta(days=9), at=timezone.now(), reason="post"
    )

    assert queries.contacts(local, Asked()).lines == (clerk,)
    assert queries.contact_view(mayor.pk, local) is None


def test_a_double_is_shown_as_the_contact_that_it_became(mayor: Contact, clerk: Contact, officer: Member) -> None:
    twin = actions.keep(replace(CLERK, name="Mina Karimi", mail="mina@isf.example"), by=officer)
    actions.hold_office(twin, Office(role="head", starts="2020"), by=officer)
    actions.merge(clerk, twin, by=officer)
    view = queries.contact_view(twin.pk, officer)

    assert view is not None
    assert (view.contact, view.doubles, [term.role for term in view.terms]) == (clerk, (twin,), ["head"])


def test_what_may_be_the_same_is_shown(mayor: Contact, officer: Member) -> None:
    by_name = actions.keep(Facts(name="ILSUR  METSHIN"), by=officer)
    by_mail = actions.keep(Facts(name="I. M.", mail="Mayor@kazan.example"), by=officer)
    actions.keep(Facts(name="Ilsur Metshin Jr"), by=officer)

    assert queries.alike(mayor, officer) == [by_name, by_mail]
    assert queries.named("ilsur metshin", officer) == [mayor, by_name]


def test_who_held_an_office_on_a_day(mayor: Contact, clerk: Contact, officer: Member) -> None:
    actions.hold_office(mayor, Office(role="mayor", place=KAZAN.id, starts="2005-11-17"), by=officer)
    actions.hold_office(clerk, Office(role="mayor", place=KAZAN.id, starts="1990", ends="2005-11-16"), by=officer)

    def on(day: date) -> list[str]:
        return [term.contact.name for term in queries.holders([KAZAN.id], day, officer)]

    assert on(date(2005, 11, 16)) == [CLERK.name]
    assert on(date(2010, 1, 1)) == [MAYOR.name]
    assert on(date(1989, 12, 31)) == []


def test_only_what_was_consented_to_is_published(mayor: Contact, clerk: Contact, officer: Member) -> None:
    assert queries.published([KAZAN.id, ISFAHAN.id], TODAY) == []
    actions.consent(mayor, ("name", "role"), on="2024", words="a letter", by=officer)
    actions.consent(clerk, ("role",), on="2024", words="a letter", by=officer)
    (shown,) = queries.published([KAZAN.id, ISFAHAN.id], TODAY)

    assert shown.fields == {"name": MAYOR.name, "role": "mayor"}
    actions.withdraw_consent(mayor, on="2025", by=officer)
    assert queries.published([KAZAN.id], TODAY) == []


def test_a_consent_from_before_a_merger_does_not_come_back(mayor: Contact, clerk: Contact, officer: Member) -> None:
    actions.consent(mayor, ("name",), on="2024", words="a letter", by=officer)
    actions.merge(clerk, mayor, by=officer)
    actions.withdraw_consent(clerk, on="2025", by=officer)
    actions.part(mayor, by=officer)

    assert queries.published([KAZAN.id, ISFAHAN.id], TODAY) == []


def test_who_has_left_office_is_published_no_more(mayor: Contact, officer: Member) -> None:
    actions.consent(mayor, ("name",), on="2024", words="a letter", by=officer)
    actions.hold_office(mayor, Office(role="mayor", starts="2005", ends="2025"), by=officer)

    assert queries.published([KAZAN.id], date(2025, 12, 31)) != []
    assert queries.published([KAZAN.id], date(2026, 1, 1)) == []
