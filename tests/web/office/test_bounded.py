"""Pages of the desk ask as many questions for three rows as for one."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, PLANNED, SIGNED, Said, source

from peyvand.core.ledger.words import Modality
from peyvand.records.accounts.models import Member
from peyvand.records.casework import actions as casework
from peyvand.records.intake import actions as intake

OPENED = date(2025, 3, 1)
PAGES = ("agenda/", "agenda/?kind=past", "agenda/?q=Isfahan", "inbox/", "cases/", "cases/1/", "procedures/ru/")


def grow(officer: Member, at: int) -> None:
    """One more source that waits, one accepted, and one case with a step under way."""
    partner = (KAZAN, ISTANBUL, FREIBURG)[at]
    intake.propose(*source(SIGNED, PLANNED, name=f"w{at}", title=f"w{at}"), by=officer)
    past = Said(words=f"{at} امضا خواهد شد.", modality=Modality.PLANNED, date="2025-05-01", places=(ISFAHAN, partner))
    intake.accept_reading(*source(past, name=f"a{at}", title=f"a{at}"), by=officer)
    case = casework.open_case(ISFAHAN.id, partner.id, by=officer, on=OPENED)
    casework.ask(case, 0, "proposal", on=OPENED, by=officer, follows=None)


def asked(browser: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as questions:
        assert browser.get(f"/en/office/{path}").status_code == 200
    return len(questions)


def fewest(browser: Client, path: str) -> int:
    """Once what is asked for one time only is known; now and then a page also notes that its session was seen."""
    return min(asked(browser, path) for _ in range(3))


@pytest.mark.django_db(reset_sequences=True)
def test_pages_ask_no_more_for_three_than_for_one(officer: Member, signed_in: Client) -> None:
    grow(officer, 0)
    for_one = {path: fewest(signed_in, path) for path in PAGES}
    for at in (1, 2):
        grow(officer, at)

    assert {path: fewest(signed_in, path) for path in PAGES} == for_one
