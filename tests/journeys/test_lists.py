"""A list from the file to the bonds, with the keyboard: brought, put right, entered, judged as a whole, taken away."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peyvand.records.accounts.permissions import Role
from peyvand.records.intake import actions as intake
from peyvand.records.intake.paging import PAGE
from peyvand.records.ledger.models import Entry, Kind
from tests.factories.members import member
from tests.factories.readings import Said, source
from tests.journeys.conftest import Check
from tests.journeys.test_pages import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LIST = """شهر,کشور,تاریخ امضا
قازان,روسیه,1394/01/20
Columbus,United States,2001
فرایبورگ,آلمان,سیزدهم
"""


def test_a_list_is_brought_put_right_and_accepted(page: Page, faults_of: Check, tmp_path: Path) -> None:
    member("mina", role=Role.HEAD)
    path = tmp_path / "list.csv"
    path.write_text(LIST, "utf-8")
    sign_in(page)

    page.get_by_role("link", name=re.compile("فهرستی از پیوندها را وارد کنید")).press("Enter")
    page.set_input_files("#file", path)
    page.fill("#city", "اصفهان")
    page.locator("#city").press("Enter")
    expect(page.locator("#left-out")).to_contain_text("سیزدهم")
    assert faults_of(page) == []
    assert Entry.objects.count() == 0

    page.locator("#waiting select").select_option(index=1)
    page.locator("#columns select").nth(2).select_option("")
    page.get_by_role("button", name="بازبینی").press("Enter")
    expect(page.locator("#left-out")).to_have_count(0)

    page.fill("#reason", "با فهرست دبیرخانه سنجیده شد")
    page.get_by_role("button", name="وارد کردن و پذیرش با یک رأی").press("Enter")
    expect(page.locator(".whole .verdict")).to_contain_text("با فهرست دبیرخانه سنجیده شد")
    assert Entry.objects.filter(kind=Kind.VERDICT).count() == 1

    page.goto("/fa/cities/isfahan/")
    expect(page.locator("#bonds")).to_contain_text("کازان")
    with page.expect_download() as taken:
        page.get_by_role("link", name="JSON Lines", exact=True).press("Enter")
    told = [json.loads(line) for line in Path(taken.value.path()).read_text("utf-8").splitlines()]
    assert (told[0]["peyvand"], len(told)) == ("bonds/1", 4)


def test_a_long_list_is_gone_through_and_judged_with_keys(page: Page) -> None:
    mina = member("mina")
    said = [Said(words=f"ردیف {at} از فهرست") for at in range(PAGE + 3)]
    capture = intake.propose(*source(*said), by=mina).source
    sign_in(page)
    page.goto(f"/fa/office/inbox/{capture}/")

    page.locator(".card").first.focus()
    page.keyboard.press("]")
    expect(page.locator(".card")).to_have_count(3)
    page.locator(".card").first.focus()
    page.keyboard.press("a")
    expect(page.locator("#left")).to_contain_text("۵۲ مورد")
    page.keyboard.press("Shift+A")
    page.keyboard.type("همه درست است")
    page.keyboard.press("Enter")

    expect(page.locator("#left")).to_contain_text("۰ مورد")
    expect(page.locator(".whole .verdict")).to_contain_text("همه درست است")
    assert Entry.objects.filter(kind=Kind.VERDICT).count() == 2
