from __future__ import annotations

from datetime import UTC, datetime

import pytest

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.watching.actions import CannotWatch, NoSuchWatch, add_watch, remove_watch
from peyvand.records.watching.models import Watch
from peyvand.records.watching.queries import watches

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 4, 9, tzinfo=UTC)
FEED = "https://news.city.ir/feed"


def test_a_page_is_put_on_the_list_by_a_member(officer: Member) -> None:
    watch = add_watch(f" {FEED} ", hours=6, by=officer, now=NOW)

    assert (watch.address, watch.added_by, watch.next_at) == (FEED, officer, NOW)
    assert watches(officer) == [watch]


def test_twice_put_there_it_stands_once(officer: Member, head_of_office: Member) -> None:
    assert add_watch(FEED, hours=6, by=officer, now=NOW) == add_watch(FEED, hours=9, by=head_of_office, now=NOW)


@pytest.mark.parametrize("address", ["", "feed", "ftp://news.city.ir/", "http://127.0.0.1/", "http://localhost/"])
def test_only_public_pages_are_watched(officer: Member, address: str) -> None:
    with pytest.raises(CannotWatch):
        add_watch(address, hours=6, by=officer, now=NOW)


@pytest.mark.parametrize("hours", [0, -1, 24 * 29])
def test_not_too_often_and_not_too_seldom(officer: Member, hours: int) -> None:
    with pytest.raises(CannotWatch):
        add_watch(FEED, hours=hours, by=officer, now=NOW)


def test_what_is_taken_off_says_by_whom(officer: Member, head_of_office: Member) -> None:
    watch = add_watch(FEED, hours=6, by=officer, now=NOW)

    remove_watch(watch.pk, by=head_of_office, now=NOW)

    kept = Watch.objects.get(pk=watch.pk)
    assert (watches(officer), kept.removed_by, kept.removed_at) == ([], head_of_office, NOW)
    with pytest.raises(NoSuchWatch):
        remove_watch(watch.pk, by=officer, now=NOW)


def test_those_who_may_not_change_nothing(auditor: Member, officer: Member) -> None:
    watch = add_watch(FEED, hours=6, by=officer, now=NOW)

    with pytest.raises(NotAllowed):
        add_watch(FEED, hours=6, by=auditor, now=NOW)
    with pytest.raises(NotAllowed):
        remove_watch(watch.pk, by=auditor, now=NOW)
