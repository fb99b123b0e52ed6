from __future__ import annotations

import pytest
from tests.factories.members import member

from peyvand.records.accounts import factors, managing
from peyvand.records.accounts.models import AccessChange, AccessNote
from peyvand.records.accounts.notes import NoReason, note, notes_of
from peyvand.records.accounts.permissions import NotAllowed, Role

pytestmark = pytest.mark.django_db


def test_the_reasons_of_changes_stay_the_newest_first() -> None:
    mina, admin = member(), member("admin", role=Role.ADMINISTRATOR)
    factors.reset(mina, reason="تلفن گم شد", by=admin)
    managing.deactivate(mina, reason=" رفت \n ", by=None)
    managing.reactivate(mina, reason="بازگشت", by=admin)

    assert [(one.what, one.reason, one.by) for one in notes_of(mina, by=admin)] == [
        (AccessChange.LET_IN, "بازگشت", admin),
        (AccessChange.LET_OUT, "رفت", None),
        (AccessChange.FACTOR_RESET, "تلفن گم شد", admin),
    ]


def test_a_change_that_cannot_be_leaves_no_reason() -> None:
    mina, admin = member(), member("admin", role=Role.ADMINISTRATOR)
    with pytest.raises(managing.CannotManage):
        managing.reactivate(mina, reason="x", by=admin)

    assert not AccessNote.objects.exists()


def test_there_is_always_a_reason() -> None:
    with pytest.raises(NoReason):
        note(member(), AccessChange.LET_OUT, " \n", by=None)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.PRESS, Role.PARTNER])
def test_others_do_not_read_them(role: Role) -> None:
    with pytest.raises(NotAllowed):
        notes_of(member(), by=member("other", role=role))
