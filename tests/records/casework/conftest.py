"""A case between Isfahan and a city abroad, and how its gates are closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.utils import translation
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN

from peyvand.core.procedure.pack import Proof
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework.actions import Answer, close, open_case
from peyvand.records.casework.models import Case, CaseRecord

OPENED = date(2025, 3, 1)
PROOFS = {proof: f"{proof} ۱۲" for proof in Proof}
Close = Callable[..., CaseRecord]


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def kazan(officer: Member) -> Case:
    return open_case(ISFAHAN.id, KAZAN.id, by=officer, on=OPENED)


@pytest.fixture
def istanbul(officer: Member) -> Case:
    return open_case(ISFAHAN.id, ISTANBUL.id, by=officer, on=OPENED)


@pytest.fixture
def legal(db: None) -> Member:
    return member("laleh", role=Role.LEGAL)


def done(case: Case, step: str, by: Member, *, side: int = 0, on: date = OPENED, **more: object) -> CaseRecord:
    """Close a step with every proof."""
    return close(case, side, step, Answer(on=on, proofs=PROOFS), by=by, **{"follows": None, **more})  # type: ignore[arg-type]
