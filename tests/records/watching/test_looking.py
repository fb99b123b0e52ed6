from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.factories.sites import FEED, SIGNED, SITE, WEATHER, NewsSite

from peyvand.records.accounts.models import Member
from peyvand.records.intake import queries as intake
from peyvand.records.watching import looking
from peyvand.records.watching.actions import add_watch, remove_watch
from peyvand.records.watching.looking import Looked, look_at_due
from peyvand.records.watching.models import Found, Outcome, Watch

pytestmark = pytest.mark.django_db
NOW = datetime(2025, 4, 9, tzinfo=UTC)


@pytest.fixture
def site() -> NewsSite:
    return NewsSite()


@pytest.fixture
def watch(officer: Member) -> Watch:
    return add_watch(FEED, hours=6, by=officer, now=NOW)


def look(site: NewsSite, *, hours: float = 0) -> list[Looked]:
    return list(look_at_due(site, clock=lambda: NOW + timedelta(hours=hours)))


def numbers(looked: Looked) -> tuple[int, int, int]:
    return len(looked.proposed), looked.silent, len(looked.failed)


def test_new_articles_on_ties_are_proposed_by_whoever_watches(site: NewsSite, watch: Watch, officer: Member) -> None:
    site.publish(("پیمان دو شهر", SIGNED), ("هوا", WEATHER))

    (looked,) = look(site)

    assert numbers(looked) == (1, 1, 0)
    (waiting,) = intake.inbox(officer).lines
    assert waiting.source.capture == looked.proposed[0].capture


def test_an_article_is_taken_once(site: NewsSite, watch: Watch) -> None:
    site.publish(("پیمان دو شهر", SIGNED), ("هوا", WEATHER))
    look(site)
    site.publish(("سفر", SIGNED.replace("کازان", "استانبول")))
    site.asked.clear()

    (looked,) = look(site, hours=6)

    assert numbers(looked) == (1, 0, 0)
    assert site.asked == [FEED, f"{SITE}/3"]


def test_what_is_not_due_is_left_alone(site: NewsSite, watch: Watch) -> None:
    site.publish(("هوا", WEATHER))
    look(site)

    assert (look(site, hours=5.9), len(look(site, hours=6))) == ([], 1)
    assert len(list(look_at_due(site, clock=lambda: NOW, everything=True))) == 1


def test_what_was_taken_off_is_left_alone(site: NewsSite, watch: Watch, officer: Member) -> None:
    remove_watch(watch.pk, by=officer, now=NOW)

    assert look(site) == []


def test_a_page_that_has_not_changed_brings_nothing(site: NewsSite, watch: Watch) -> None:
    site.publish(("هوا", WEATHER))
    site.etags[FEED] = '"1"'
    look(site)

    (looked,) = look(site, hours=6)

    assert (numbers(looked), looked.reason) == ((0, 0, 0), None)


def test_a_page_that_fails_is_asked_less_and_less_often(site: NewsSite, watch: Watch) -> None:
    waits = []
    hours = 0.0
    for _ in range(6):
        (looked,) = look(site, hours=hours)
        wait = (looked.watch.next_at - NOW).total_seconds() / 3600 - hours
        waits.append(wait)
        hours += wait

    assert waits == [12, 24, 48, 96, 168, 168]
    assert (looked.watch.failures, looked.reason and looked.reason.code) == (6, "answered")


def test_a_page_that_answers_again_is_forgiven(site: NewsSite, watch: Watch) -> None:
    look(site)
    site.publish(("هوا", WEATHER))

    (looked,) = look(site, hours=12)

    assert (looked.watch.failures, looked.watch.reason) == (0, "")
    assert looked.watch.next_at == NOW + timedelta(hours=18)


def test_an_article_that_fails_is_tried_three_times_and_kept_with_its_reason(site: NewsSite, watch: Watch) -> None:
    site.publish(("پیمان دو شهر", SIGNED))
    page = site.pages.pop(f"{SITE}/0")
    site.etags[FEED] = '"1"'

    tried = [numbers(look(site, hours=6 * turn)[0]) for turn in range(4)]
    site.pages[f"{SITE}/0"] = page

    assert tried == [(0, 0, 1), (0, 0, 1), (0, 0, 1), (0, 0, 0)]
    found = Found.objects.get()
    assert (found.tries, found.outcome, found.reason) == (3, Outcome.FAILED, '["answered", {"status": 404}]')


def test_an_article_that_failed_may_come_later(site: NewsSite, watch: Watch) -> None:
    site.publish(("پیمان دو شهر", SIGNED))
    page = site.pages.pop(f"{SITE}/0")
    look(site)
    site.pages[f"{SITE}/0"] = page

    assert numbers(look(site, hours=6)[0]) == (1, 0, 0)


def test_a_feed_may_bring_its_articles_itself(site: NewsSite, watch: Watch) -> None:
    site.pages[FEED] = (
        f"<rss><channel><item><title>پیمان</title><description>{SIGNED}</description></item></channel></rss>".encode()
    )

    assert [numbers(look(site)[0]), numbers(look(site, hours=6)[0])] == [(1, 0, 0), (0, 0, 0)]


def test_a_listing_page_is_read_and_followed(site: NewsSite, officer: Member) -> None:
    add_watch(f"{SITE}/news", hours=6, by=officer, now=NOW)
    headline = "شهرداران اصفهان و کازان پیمان بستند"
    site.pages[f"{SITE}/news"] = f"<html><h1>خبرهای شهرداری</h1><p><a href=/1>{headline}</a></p></html>".encode()
    site.pages[f"{SITE}/1"] = f"<html><h1>{headline}</h1><p>{SIGNED}</p></html>".encode()

    (looked,) = look(site)

    assert [one.address for one in looked.proposed][-1:] == [f"{SITE}/1"]


def test_a_long_page_is_taken_in_parts(site: NewsSite, watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "_MOST", 2)
    site.publish(*((f"هوا {n}", WEATHER) for n in range(3)))
    site.etags[FEED] = '"1"'

    assert [numbers(look(site, hours=6 * turn)[0]) for turn in range(3)] == [(0, 2, 0), (0, 1, 0), (0, 0, 0)]


def test_nobody_proposes_who_may_not(site: NewsSite, watch: Watch, officer: Member) -> None:
    officer.is_active = False
    officer.save()
    site.publish(("پیمان دو شهر", SIGNED))

    (looked,) = look(site)

    assert (looked.reason and looked.reason.code, site.asked) == ("no_proposer", [])
