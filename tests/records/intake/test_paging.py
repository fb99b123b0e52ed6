"""Long lists, a page at a time."""

from __future__ import annotations

import pytest
from tests.factories.members import member
from tests.factories.readings import Said, source

from peyvand.core.ledger.verdict import Status
from peyvand.records.accounts.models import Member
from peyvand.records.intake import actions, batches
from peyvand.records.intake.paging import PAGE, pages_of
from peyvand.records.intake.queries import Asked, Desk, desk, inbox, page_with

pytestmark = pytest.mark.django_db
ROWS = PAGE + 10


@pytest.fixture
def officer() -> Member:
    return member("mina")


@pytest.fixture
def listed(officer: Member) -> str:
    """A source with more rows than a page holds."""
    said = [Said(words=f"ردیف {at}: پیمان دو شهر.", date=f"20{at:02}") for at in range(10, 10 + ROWS)]
    return actions.propose(*source(*said), by=officer).source


def shown(by: Member, capture: str, **asked: object) -> Desk:
    found = desk(by, capture, Asked(**asked))  # type: ignore[arg-type]
    assert found
    return found


def numbers(found: Desk) -> list[int]:
    return [one.number for one in found.proposals]


def test_a_page_holds_so_many_and_the_last_the_rest(officer: Member, listed: str) -> None:
    first, last = shown(officer, listed), shown(officer, listed, page=2)

    assert (numbers(first), numbers(last)) == ([*range(1, PAGE + 1)], [*range(PAGE + 1, ROWS + 1)])
    assert (first.items, first.waiting, first.open, first.found, first.pages) == (ROWS, ROWS, ROWS, ROWS, 2)
    assert shown(officer, listed, page=99).asked.page == 2


def test_what_is_asked_for_is_found_on_whichever_page(officer: Member, listed: str) -> None:
    last = shown(officer, listed, page=2).proposals[-1].item.key
    actions.reject(last, by=officer, reason="نادرست")

    assert numbers(shown(officer, listed, words="رديف 69")) == [ROWS]
    assert numbers(shown(officer, listed, state=Status.REJECTED)) == [ROWS]
    assert shown(officer, listed, state=Status.OPEN).found == ROWS - 1
    assert shown(officer, listed, state=Status.ACCEPTED, words="ردیف").proposals == ()


def test_every_item_has_its_page(officer: Member, listed: str) -> None:
    last = shown(officer, listed, page=2).proposals[-1].item.key

    assert (page_with(listed, last), page_with(listed, "0" * 64)) == (2, 0)
    assert [pages_of(n) for n in (0, 1, PAGE, PAGE + 1)] == [1, 1, 1, 2]


def test_the_verdict_on_the_whole_is_told(officer: Member, listed: str) -> None:
    batches.reject_batch(listed, by=officer, reason="فهرست کهنه است")
    found = shown(officer, listed)

    assert (found.whole.status, found.whole.by, found.whole.reason) == (Status.REJECTED, "mina", "فهرست کهنه است")
    assert (found.waiting, found.open) == (0, 0)
    batches.withdraw_batch(listed, by=officer, follows=found.whole.follows)
    assert shown(officer, listed).waiting == ROWS


def test_the_inbox_comes_in_pages_and_is_searched(officer: Member) -> None:
    for at in range(PAGE + 2):
        actions.propose(*source(Said(words=f"پیمان {at}"), name=f"{at}.txt", title=f"خبر شمارهٔ {at}"), by=officer)

    first = inbox(officer)
    assert (len(first.lines), first.pages, first.found) == (PAGE, 2, PAGE + 2)
    assert [one.source.name for one in inbox(officer, page=2).lines] == ["50.txt", "51.txt"]
    assert [one.source.name for one in inbox(officer, words="شمارهٔ 51").lines] == ["51.txt"]
    assert (inbox(officer, kind="letter").found, inbox(officer, kind="article").found) == (0, PAGE + 2)
