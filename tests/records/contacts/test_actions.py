from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories.members import member
from tests.factories.readings import KAZAN
from tests.records.contacts.conftest import CLERK, MAYOR

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.contacts import actions
from peyvand.records.contacts.actions import Facts, Office
from peyvand.records.contacts.models import Consent, Contact, Term
from peyvand.records.history.keeping import CannotKeep, ChangedMeanwhile
from peyvand.records.history.models import Kept
from peyvand.records.history.queries import changes_of

pytestmark = pytest.mark.django_db


def test_a_contact_has_names_in_several_scripts(mayor: Contact) -> None:
    assert (str(mayor), mayor.names[0], mayor.version) == ("Ильсур Метшин", ["fa", "ایلسور متشین"], 0)
    assert mayor.folded == "\nильсур метшин\nایلسور متشین\nilsur metshin\n"


def test_a_change_is_kept_with_what_stood_there_before(mayor: Contact, officer: Member) -> None:
    changed = actions.change(mayor, replace(MAYOR, phone="+7 843 111"), follows=0, by=officer)
    last = changes_of("contact", mayor.pk)[0]

    assert (changed.version, last.what, last.values) == (1, "changed", {"phone": ("+7 843 000", "+7 843 111")})


def test_of_two_who_change_one_contact_the_second_is_told(mayor: Contact, officer: Member) -> None:
    actions.change(mayor, replace(MAYOR, phone="1"), follows=0, by=officer)
    with pytest.raises(ChangedMeanwhile) as met:
        actions.change(mayor, replace(MAYOR, phone="2"), follows=0, by=officer)

    assert met.value.now.phone == "1"


def test_what_changes_nothing_is_no_change(mayor: Contact, officer: Member) -> None:
    assert actions.change(mayor, MAYOR, follows=0, by=officer).version == 0
    assert len(changes_of("contact", mayor.pk)) == 1


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (Facts(name=" "), "name"),
        (Facts(name="x" * 301), "name"),
        (Facts(name="x", kind="ghost"), "kind"),
        (Facts(name="x", visibility="public"), "kind"),
        (Facts(name="x", mail="nobody"), "mail"),
        (Facts(name="x", place="geonames:0"), "place"),
        (Facts(name="x", phone="1" * 101), "phone"),
        (Facts(name="x", language="x" * 11), "language"),
        (Facts(name="x", mail=f"{'x' * 60}@{'y' * 190}.example"), "mail"),
        (Facts(name="x", names=(("en", "y"),) * 21), "names"),
    ],
)
def test_what_is_no_contact_is_refused(officer: Member, facts: Facts, field: str) -> None:
    with pytest.raises(CannotKeep) as refused:
        actions.keep(facts, by=officer)

    assert (refused.value.field, Contact.objects.count()) == (field, 0)


@pytest.mark.parametrize("role", [Role.PRESS, Role.AUDITOR, Role.COUNCIL_READER, Role.PARTNER])
def test_who_may_not_keep_contacts_changes_none(mayor: Contact, role: Role) -> None:
    other = member("other", role=role)
    for act in (
        lambda: actions.keep(CLERK, by=other),
        lambda: actions.change(mayor, CLERK, follows=0, by=other),
        lambda: actions.hold_office(mayor, Office(role="mayor"), by=other),
        lambda: actions.consent(mayor, ("name",), on="2024", words="x", by=other),
        lambda: actions.withdraw_consent(mayor, on="2024", by=other),
        lambda: actions.erase(mayor, by=other),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_term_keeps_its_dates_as_they_were_said(mayor: Contact, officer: Member) -> None:
    term = actions.hold_office(
        mayor, Office(role="mayor", place=KAZAN.id, starts="۱۵ آبان ۱۳۸۴", ends="2030"), by=officer
    )

    assert (term.starts_said, term.first_day, term.last_day) == ("۱۵ آبان ۱۳۸۴", date(2005, 11, 6), date(2030, 12, 31))
    actions.take_office_back(term, by=officer)
    assert not Term.objects.exists()
    assert [one.what for one in changes_of("contact", mayor.pk)] == ["not_held", "held", "kept"]


@pytest.mark.parametrize(
    ("office", "field"),
    [
        (Office(role=""), "role"),
        (Office(role="mayor", starts="soon"), "starts"),
        (Office(role="mayor", starts="2020", ends="2019"), "ends"),
        (Office(role="mayor", place="nowhere"), "place"),
    ],
)
def test_a_term_that_cannot_be_is_refused(mayor: Contact, officer: Member, office: Office, field: str) -> None:
    with pytest.raises(CannotKeep) as refused:
        actions.hold_office(mayor, office, by=officer)

    assert refused.value.field == field


def test_consent_names_its_fields_and_is_withdrawn(mayor: Contact, officer: Member) -> None:
    given = actions.consent(mayor, ("role", "name"), on="۱ خرداد ۱۴۰۴", document="k", by=officer)
    taken = actions.withdraw_consent(mayor, on="2025-06-01", words="by phone", by=officer)

    assert (given.fields, given.on, given.on_said, given.given) == (
        ["name", "role"],
        "2025-05-22",
        "۱ خرداد ۱۴۰۴",
        True,
    )
    assert (taken.number, taken.given, str(taken)) == (1, False, f"{mayor.pk}/1")


@pytest.mark.parametrize(
    ("fields", "more", "field"),
    [
        ((), {"on": "2024", "words": "x"}, "fields"),
        (("note",), {"on": "2024", "words": "x"}, "fields"),
        (("name",), {"on": "2024"}, "words"),
        (("name",), {"on": "", "words": "x"}, "on"),
        (("name",), {"on": "2999", "words": "x"}, "on"),
    ],
)
def test_consent_needs_its_proof(
    mayor: Contact, officer: Member, fields: tuple[str, ...], more: dict[str, str], field: str
) -> None:
    with pytest.raises(CannotKeep) as refused:
        actions.consent(mayor, fields, by=officer, **more)

    assert refused.value.field == field


def test_the_database_itself_keeps_consents(mayor: Contact, officer: Member) -> None:
    actions.consent(mayor, ("name",), on="2024", words="a letter", by=officer)
    table = Consent._meta.db_table
    for statement in (f"UPDATE {table} SET given = NOT given", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_doubles_become_one_and_are_parted_again(mayor: Contact, clerk: Contact, officer: Member) -> None:
    third = actions.keep(Facts(name="Metshin"), by=officer)
    actions.merge(third, mayor, by=officer)
    actions.merge(clerk, third, by=officer)

    assert set(Contact.objects.filter(merged_into=clerk)) == {mayor, third}
    with pytest.raises(CannotKeep):
        actions.change(mayor, MAYOR, follows=0, by=officer)
    with pytest.raises(CannotKeep):
        actions.merge(clerk, clerk, by=officer)
    actions.part(mayor, by=officer)
    assert list(Contact.objects.filter(merged_into=clerk)) == [third]
    with pytest.raises(CannotKeep):
        actions.part(mayor, by=officer)


def test_of_an_erased_person_nothing_is_left(
    mayor: Contact, clerk: Contact, officer: Member, head_of_office: Member
) -> None:
    actions.merge(clerk, mayor, by=officer)
    actions.hold_office(clerk, Office(role="mayor"), by=officer)
    actions.consent(clerk, ("name",), on="2024", words="نامه مینا کریمی", by=officer)
    actions.erase(clerk, by=head_of_office)

    rows = Contact.objects.filter(pk__in=[mayor.pk, clerk.pk])
    assert {(one.name, one.folded, one.mail, one.names == []) for one in rows} == {("", "", "", True)}
    assert (Term.objects.count(), Kept.objects.count(), Consent.objects.count()) == (0, 0, 1)
    assert str(Contact.objects.get(pk=clerk.pk)) == f"#{clerk.pk}"
    with pytest.raises(CannotKeep):
        actions.change(clerk, CLERK, follows=1, by=officer)
