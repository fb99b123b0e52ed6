from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.factories.members import member
from tests.factories.sites import FEED, LONG, SIGNED, NewsSite

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.watching.actions import add_watch
from peyvand.records.watching.looking import look_at_due
from peyvand.records.watching.queries import failing, recent, watches

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 4, 9, tzinfo=UTC)


def test_articles_with_the_same_words_stand_together(officer: Member) -> None:
    site = NewsSite()
    add_watch(FEED, hours=6, by=officer, now=NOW)
    site.publish(
        ("پیمان دو شهر", SIGNED + LONG), ("امضای یک پیمان", SIGNED + LONG), ("سفر", SIGNED.replace("کازان", "استانبول"))
    )

    list(look_at_due(site, clock=lambda: NOW))

    assert sorted(len(group.others) for group in recent(officer)) == [0, 1]
    assert sorted(group.title for group in recent(officer))[0] in ("امضای یک پیمان", "سفر")


def test_what_failed_is_listed(officer: Member) -> None:
    site = NewsSite()
    add_watch(FEED, hours=6, by=officer, now=NOW)
    site.publish(("پیمان", SIGNED))
    del site.pages["https://news.city.ir/0"]

    list(look_at_due(site, clock=lambda: NOW))

    assert [one.address for one in failing(officer)] == ["https://news.city.ir/0"]


@pytest.mark.parametrize("query", [watches, recent, failing])
def test_strangers_see_nothing(db: None, query: object) -> None:
    with pytest.raises(NotAllowed):
        query(member("guest", role=Role.PARTNER))  # type: ignore[operator]
