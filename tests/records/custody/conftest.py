"""Custody is tried on a small office with a home of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import connection
from tests.core.text.test_likeness import ARTICLE, OF_ITS_OWN
from tests.factories.readings import FREIBURG, ISTANBUL, KAZAN, PLANNED, SIGNED, VISIT, Said, source

from peyvand.core.ledger.policy import Policies
from peyvand.records.accounts.models import Member
from peyvand.records.audit.models import Trace
from peyvand.records.intake.actions import accept, propose, reject, withdraw
from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.guard import install_guards, lift_guards
from peyvand.records.ledger.models import Entry, Head, Source, Vault
from peyvand.records.places.models import PlaceSlug
from peyvand.records.register import deciding
from peyvand.records.register.actions import set_policies
from peyvand.records.register.models import Bond, City


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    settings.CHECKPOINT_DIRS = []
    return tmp_path / "home"


@pytest.fixture
def office(officer: Member, head_of_office: Member) -> None:
    """Entries of every kind by two members, with a verdict given, changed and taken back."""
    first = propose(*source(SIGNED, VISIT, claimed=16, areas=["tourism"]), by=officer)
    for key in first.keys:
        accept(key, by=officer)
    second = propose(*source(PLANNED, VISIT, name="b.txt", published=None), by=head_of_office, public=False)
    verdict = accept(second.keys[0], by=officer, reason="خبر از دفتر همکار است")
    reject(second.keys[1], by=head_of_office)
    withdraw(second.keys[0], by=officer, follows=verdict.key)
    set_policies(Policies(), by=head_of_office)
    for text in (ARTICLE, f"{ARTICLE} {OF_ITS_OWN}"):
        propose(*source(Said(words=text), title="خبری دیگر"), by=officer)
    renamed = deciding.former_name(KAZAN.id, "Qazan", language="tt", by=head_of_office, reason="نقشه‌های کهن")
    deciding.revoke(renamed.key, by=officer)
    deciding.same_place(ISTANBUL.id, FREIBURG.id, by=officer)


TABLES = (Proposal, Bond, City, Vault, Entry, Source, Head, PlaceSlug, Member)


def emptied() -> None:
    """As on the first day, but for what the store has counted."""
    lift_guards(connection)
    Trace.objects.all().delete()
    for table in TABLES:
        table.objects.all().delete()
    connection.check_constraints()
    install_guards(using="default")


def everything() -> dict[str, list[tuple[object, ...]]]:
    """All rows that an installation would miss, without the numbers that the store gave to rows of the register, and
    what an import has no right to know of members."""
    left_out = {"id"} | {"password", "is_active", "last_login"}
    return {
        table.__name__: sorted(
            (tuple((name, str(value)) for name, value in row.items() if name not in left_out or table is Head))
            for row in table.objects.values()
        )
        for table in TABLES
        if table is not Member
    } | {"Member": sorted(Member.objects.values_list("pk", "username", "role", "city"))}
