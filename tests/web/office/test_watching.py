from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.sites import FEED, SIGNED, NewsSite

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.watching.actions import add_watch
from peyvand.records.watching.looking import look_at_due
from peyvand.records.watching.models import Watch

AT = "/fa/office/watching/"


@pytest.fixture
def watch(officer: Member) -> Watch:
    return add_watch(FEED, hours=6, by=officer, now=timezone.now())


def test_a_page_is_put_on_the_list_and_taken_off(signed_in: Client) -> None:
    answer = signed_in.post(f"{AT}add/", {"address": FEED, "every": "۱۲"})

    (watch,) = Watch.objects.all()
    assert (answer.headers["Location"], watch.address, watch.hours) == (AT, FEED, 12)
    shown = signed_in.get(AT).content.decode()
    assert FEED in shown
    assert "هنوز دیده نشده" in shown
    signed_in.post(f"{AT}{watch.pk}/remove/")
    assert "هیچ صفحه‌ای در فهرست نیست." in signed_in.get(AT).content.decode()


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"address": "http://127.0.0.1/", "every": "6"}, "address"),
        ({"address": FEED, "every": "0"}, "every"),
        ({"address": FEED, "every": "شش"}, "every"),
        ({"address": FEED, "every": "²"}, "every"),
        ({}, "every"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(signed_in: Client, form: dict[str, str], field: str) -> None:
    answer = signed_in.post(f"{AT}add/", form)

    assert (answer.status_code, Watch.objects.count()) == (422, 0)
    assert f'id="{field}_fault"' in answer.content.decode()


def test_what_was_found_and_what_failed_are_shown(signed_in: Client, watch: Watch) -> None:
    site = NewsSite()
    site.publish(("پیمان دو شهر", SIGNED), ("گم‌شده", SIGNED))
    del site.pages["https://news.city.ir/1"]
    (looked,) = look_at_due(site, clock=timezone.now)

    shown = signed_in.get(AT).content.decode()

    assert f'href="/fa/office/inbox/{looked.proposed[0].capture}/"' in shown
    assert "این وبگاه با وضعیت 404 پاسخ می‌دهد." in shown


@pytest.mark.parametrize(("role", "status"), [(Role.AUDITOR, 403), (Role.PRESS, 404)])
def test_only_those_who_keep_the_list_change_it(as_role: Callable[[Role], Client], role: Role, status: int) -> None:
    browser = as_role(role)

    assert browser.post(f"{AT}7/remove/").status_code == status
    assert (f'action="{AT}add/"' in browser.get(AT).content.decode()) == (role is Role.PRESS)
