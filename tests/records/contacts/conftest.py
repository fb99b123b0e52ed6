"""Contacts of two cities."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand.records.accounts.models import Member
from peyvand.records.contacts.actions import Facts, keep
from peyvand.records.contacts.models import Contact

MAYOR = Facts(
    name="Ильсур Метшин", names=(("fa", "ایلسور متشین"), ("en", "Ilsur Metshin")), role="mayor", body="Kazan City Hall",
    place=KAZAN.id, phone="+7 843 000", mail="mayor@kazan.example", language="ru",
)  # fmt: skip
CLERK = Facts(name="مینا کریمی", role="کارشناس", place=ISFAHAN.id)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def mayor(officer: Member) -> Contact:
    return keep(MAYOR, by=officer)


@pytest.fixture
def clerk(officer: Member) -> Contact:
    return keep(CLERK, by=officer)
