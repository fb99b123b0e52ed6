from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError, OperationalError

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.history.actions import erase_history, note
from peyvand.records.history.models import Change, Kept
from peyvand.records.history.queries import changes_of, mark

pytestmark = pytest.mark.django_db
REFUSED = (IntegrityError, OperationalError, DatabaseError)


def test_a_change_says_who_changed_what_and_why(officer: Member) -> None:
    note("letter", 7, "registered", {"subject": (None, "دعوت")}, by=officer)
    note("letter", 7, "changed", {"subject": ("دعوت", "دعوت‌نامه")}, by=officer, reason="غلط بود")
    note("letter", 8, "registered", {}, by=officer)
    last, first = changes_of("letter", 7)

    assert (last.number, last.what, last.fields, last.reason) == (1, "changed", ("subject",), "غلط بود")
    assert (last.values, last.member, first.number) == ({"subject": ("دعوت", "دعوت‌نامه")}, officer, 0)
    assert str(Change.objects.get(subject=8)) == "letter 8/0 registered"


def test_the_words_of_changes_are_erased_and_that_there_were_some_stays(
    officer: Member, head_of_office: Member
) -> None:
    note("letter", 7, "registered", {"subject": (None, "راز")}, by=officer, reason="راز")
    note("letter", 8, "registered", {"subject": (None, "دیگر")}, by=officer)

    assert erase_history("letter", 7, by=head_of_office) == 1
    (gone,) = changes_of("letter", 7)
    assert (gone.erased, gone.fields, gone.values, gone.reason) == (True, ("subject",), {}, "")
    assert [str(kept) for kept in Kept.objects.all()] == [Change.objects.get(subject=8).told]


def test_an_officer_erases_nothing(officer: Member) -> None:
    with pytest.raises(NotAllowed):
        erase_history("letter", 7, by=officer)


def test_the_database_itself_keeps_changes_as_they_are(officer: Member) -> None:
    note("letter", 7, "registered", {}, by=officer)
    table = Change._meta.db_table
    for statement in (f"UPDATE {table} SET what = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(REFUSED), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)

    assert Change.objects.get().what == "registered"


def test_every_change_of_anything_moves_the_mark(officer: Member) -> None:
    before = mark()
    note("contact", 1, "kept", {}, by=officer)

    assert mark() > before
