from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from tests.factories.members import member
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, Said, source
from tests.factories.searching import found

from peyvand.core.ledger.words import Instrument, SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework import actions as casework
from peyvand.records.contacts import actions as contacts
from peyvand.records.intake import actions as intake
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.register.deciding import same_place
from peyvand.records.register.redacting import redact
from peyvand.records.search import actions
from peyvand.records.search.models import Item

pytestmark = pytest.mark.django_db


def seen(kind: str) -> set[str]:
    return set(Item.objects.filter(kind=kind).values_list("seen", flat=True))


def test_a_verdict_shows_and_hides_at_once(officer: Member) -> None:
    proposed = intake.propose(*source(SIGNED), by=officer)
    key = Entry.objects.get(kind=Kind.STATEMENT).key
    assert (seen("source"), seen("statement"), found("کازان")) == ({"proposed"}, {"proposed"}, [])

    verdict = intake.accept(key, by=officer)
    assert (seen("source"), seen("statement")) == ({"public"}, {"public"})
    assert found("امضا") == ["source", "statement"]

    intake.withdraw(key, by=officer, follows=verdict.key)
    assert (seen("source"), seen("statement"), found("کازان")) == ({"proposed"}, {"proposed"}, [])
    assert proposed.source in set(Item.objects.filter(kind="source").values_list("ref", flat=True))
    assert actions.differences() == []


def test_a_change_that_fails_leaves_the_index_as_it_was(officer: Member) -> None:
    before = Item.objects.count()

    def fail() -> None:
        with transaction.atomic():
            intake.propose(*source(SIGNED), by=officer)
            raise DatabaseError

    with pytest.raises(DatabaseError):
        fail()

    assert Item.objects.count() == before
    assert found("امضا", officer) == []


def test_cases_are_found_from_their_beginning(officer: Member, accepted: str) -> None:
    case = casework.open_case(
        ISFAHAN.id, KAZAN.id, instrument=Instrument.SISTER_CITY, by=officer, on=casework.timezone.localdate()
    )
    casework.withdraw(case, on=case.opened_on, reason="سفارت پاسخی نداد", by=officer)

    assert found("سفارت", officer) == ["case"]
    assert found("Esfahan کازان", officer)[:2] == ["bond isfahan--kazan", "case"]
    assert found("سفارت") == []


def test_of_a_bond_of_which_the_office_knows_more_each_finds_one(officer: Member, accepted: str) -> None:
    hidden = source(SIGNED, title="نامهٔ محرمانه", name="secret.txt", kind=SourceKind.LETTER)
    intake.accept_reading(*hidden, by=officer, public=False)

    assert seen("bond") == {"public", "outside", "internal"}
    assert found("اصفهان کازان", kind="bond") == ["bond isfahan--kazan"]
    assert found("اصفهان کازان", officer, kind="bond") == ["bond isfahan--kazan"]


def left_of(name: str) -> list[str]:
    """Rows of any table of the index, as the engine keeps them, in which a word still stands."""
    with connection.cursor() as cursor:
        tables = [one for one in connection.introspection.table_names(cursor) if one.startswith("search_item")]
        left = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")
            rows = cursor.fetchall()
            left += [table for row in rows if name in repr(row) or name.encode() in b"".join(map(_bytes, row))]
    return left


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else b""


@pytest.mark.django_db(transaction=True)
def test_words_struck_out_leave_the_index_for_good(db: None) -> None:
    head = member("sara", role=Role.HEAD)
    words = "ژیلاظفر"
    told = source(SIGNED, title=f"{words} سخن گفت", name="a.txt")
    capture = intake.accept_reading(*told, by=head).source
    assert found(words) == ["source"]
    # An index may keep of a word only what it does not share with the one before.
    assert left_of(words[2:])

    redact(capture, words, by=head, reason="درخواست خود او")

    assert found(words) == []
    assert left_of(words[2:]) == []
    assert actions.differences() == []


@pytest.mark.django_db(transaction=True)
def test_who_is_erased_is_found_no_more(db: None) -> None:
    head = member("sara", role=Role.HEAD)
    contact = contacts.keep(contacts.Facts(name="ژوبین ظریفی", place=ISFAHAN.id), by=head)
    assert found("ژوبین", head) == ["contact"]

    contacts.erase(contact, by=head)

    assert found("ژوبین", head) == []
    assert left_of("وبین") == []


def test_two_ids_of_one_place_are_found_as_one(head_of_office: Member, accepted: str) -> None:
    told = Said(words="شهردار قازان به فرایبورگ رفت.", places=(FREIBURG, KAZAN), date=None)
    intake.accept_reading(*source(told, title="سفر", name="b.txt"), by=head_of_office)

    same_place(FREIBURG.id, ISTANBUL.id, by=head_of_office)

    assert actions.differences() == []
    assert found("استانبول", kind="bond") == ["bond isfahan--istanbul", "bond kazan--istanbul"]
    assert len(found("استانبول", kind="statement")) == 2
