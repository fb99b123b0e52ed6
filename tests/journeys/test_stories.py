"""Three people with a question: an officer and a headline, a councillor before a vote, a researcher with a list."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from peyvand.cli.main import main
from peyvand.records.accounts.permissions import Role
from tests.factories.members import PASSWORD, member
from tests.journeys.conftest import Check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
Run = Callable[..., str]

OVERCLAIMED = """هانگژو خواهرخوانده جدید اصفهان شد

به گزارش ایسنا، شهرداران اصفهان و هانگژو چین روز ۴ مهر ۱۴۰۳ تفاهم‌نامهٔ همکاری دو شهر را امضا کردند.
"""
SIGNED = """پیمان خواهرخواندگی اصفهان و فرایبورگ امضا شد

شهرداران اصفهان و فرایبورگ آلمان پنجم آبان ۱۳۷۹ پیمان خواهرخواندگی دو شهر را امضا کردند.
"""
RESOLUTION = "Der Gemeinderat beschließt: keine offiziellen politischen Kontakte bis auf Weiteres."
CHRONICLE = "2005 fror Freiburg die Kontakte ein. 2014 nahm Freiburg sie wieder auf."
COUNCIL = ("Kazan", "Istanbul", "Freiburg")
CRAWLED = ("Kazan", "Istanbul", "Freiburg", "Cairo", "Kathmandu", "Hyderabad", "Venice", "Barcelona")
COUNTRIES = {
    "Kazan": "Russia", "Istanbul": "Turkey", "Freiburg": "Germany", "Cairo": "Egypt", "Kathmandu": "Nepal",
    "Hyderabad": "India", "Venice": "Italy", "Barcelona": "Spain",
}  # fmt: skip


@pytest.fixture
def peyvand(
    settings: LazySettings, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """The command over the site's own store, as the head of its office; what it prints."""
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    monkeypatch.setenv("LC_ALL", "C")
    member("mina", role=Role.HEAD)

    def run(*arguments: str | Path, status: int = 0) -> str:
        capsys.readouterr()
        found = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert found == status, printed.err
        return printed.out

    return run


def sign_in(page: Page) -> None:
    page.goto("/fa/office/sign-in/")
    page.fill("#username", "mina")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/office/inbox/")


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def listed(folder: Path, name: str, partners: tuple[str, ...]) -> Path:
    """A list of partners as a table of pairs."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("city1", "country1", "city2", "country2"))
        table.writerows(("Isfahan", "Iran", partner, COUNTRIES[partner]) for partner in partners)
    return path


def answer(peyvand: Run, *arguments: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(peyvand("show", *arguments, "--format", "json"))
    return found


def counts(told: dict[str, object]) -> dict[str, int]:
    return {one["rule"]: one["n"] for one in told["counts"]}  # type: ignore[attr-defined]


def test_the_officer_and_the_headline(peyvand: Run, page: Page, faults_of: Check, tmp_path: Path) -> None:
    """A headline makes no sister city: the memorandum is what stands, and both quotations are kept."""
    peyvand("read", written(tmp_path, "freiburg.txt", SIGNED), "--published", "1379-08-06", "--save", "--accept")
    before = counts(answer(peyvand, "Isfahan"))

    sign_in(page)
    title, _, body = OVERCLAIMED.partition("\n\n")
    page.get_by_label(re.compile("عنوان")).fill(title)
    page.locator("textarea").fill(body)
    page.locator("#published").fill("1403/07/05")
    page.locator("#published").press("Enter")
    page.locator(".keys a").click()
    for left in range(page.locator(".card[data-waits]").count() - 1, -1, -1):
        page.keyboard.press("a")
        expect(page.locator(".card[data-waits]")).to_have_count(left)

    page.goto("/fa/bonds/hangzhou--isfahan/")
    expect(page.locator(".finding h3").first).to_have_text("تیتر بیش از متن می‌گوید")
    for quoted in ("هانگژو خواهرخوانده جدید اصفهان شد", "تفاهم‌نامهٔ همکاری دو شهر را امضا کردند"):
        expect(page.locator("#said")).to_contain_text(quoted)
    assert faults_of(page) == []

    told = answer(peyvand, "Isfahan", "Hangzhou")
    sides = told["bonds"][0]["sides"]  # type: ignore[index]
    assert [side["standing"]["instrument"] for side in sides] == ["mou", "mou"]
    assert [event["date"] for event in told["bonds"][0]["events"] if event["instrument"] == "mou"] == ["2024-09-25"]  # type: ignore[index]
    assert counts(answer(peyvand, "Isfahan")) == before
    assert before["any_signed_text"] == 1

    page.locator(".finding summary").first.click()
    page.locator(".finding input[name=reason]").first.fill("به خبرگزاری گفته شد")
    page.get_by_role("button", name="حل شده است").first.click()
    expect(page.locator("#decisions")).to_contain_text("به خبرگزاری گفته شد")
    codes = [
        json.loads(line)["code"] for line in peyvand("audit", "Hangzhou", "--format", "json", status=1).splitlines()
    ]
    assert "headline_exceeds_body" not in codes


def test_the_councillors_question(peyvand: Run, page: Page, faults_of: Check, tmp_path: Path) -> None:
    """Each side's own standing, in each channel, on any day that is asked about."""
    peyvand("read", written(tmp_path, "signed.txt", SIGNED), "--published", "1379-08-06", "--save", "--accept")
    chronicle = written(tmp_path, "chronicle.txt", CHRONICLE)
    resolution = written(tmp_path, "resolution.txt", RESOLUTION)
    freiburg = ("--between", "Freiburg", "Isfahan", "--side", "Freiburg", "--acts", "Freiburg")
    old = ("state", "--file", chronicle, "--published", "2015-05-01", *freiburg)
    peyvand(*old, "--event", "suspension", "--date", "2005", "--quote", "fror Freiburg die Kontakte ein")
    peyvand(*old, "--event", "resumption", "--date", "2014", "--quote", "nahm Freiburg sie wieder auf")
    peyvand(
        "state", "--file", resolution, "--kind", "resolution", "--speaks-for", "Freiburg", "--published", "2023-01-31",
        *freiburg, "--event", "suspension", "--code", "END4", "--authority", "city_council", "--date", "2023-01-31",
        "--quote", "keine offiziellen politischen Kontakte bis auf Weiteres",
    )  # fmt: skip

    def states(*when: str) -> list[str]:
        sides = answer(peyvand, "Freiburg", "Isfahan", *when)["bonds"][0]["sides"]  # type: ignore[index]
        return [side["standing"]["state"] for side in sides]

    assert states("--as-of", "2003-01-01") == ["in_force", "in_force"]
    assert states("--as-of", "2010-01-01") == ["suspended", "in_force"]
    assert states("--as-of", "1400-01-01") == ["in_force", "in_force"]
    assert states() == ["citizens_only", "in_force"]

    page.goto("/fa/bonds/freiburg--isfahan/")
    first, second = page.locator(".side").all()
    expect(first).to_contain_text("فرایبورگ")
    expect(first).to_contain_text("تنها تماس شهروندان")
    expect(first.locator("li").filter(has_text="شهروندان: برقرار")).to_have_count(1)
    expect(second.locator(".standing")).to_have_text("خواهرخوانده")
    assert faults_of(page) == []

    page.locator(".timeframe summary").click()
    page.locator("#as_of").fill("1389/01/01")
    page.locator("#as_of").press("Enter")
    expect(page.locator(".side .standing").first).to_have_text("خواهرخوانده: تعلیق‌شده")
    expect(page.locator(".side .standing").last).to_have_text("خواهرخوانده")
    assert faults_of(page) == []


def test_the_researchers_time_machine(peyvand: Run, page: Page, faults_of: Check, tmp_path: Path) -> None:
    """The list of a day by a rule, and how it differs from what others list."""
    peyvand("read", written(tmp_path, "signed.txt", SIGNED), "--published", "1379-08-06", "--save", "--accept")
    for name, partners, published, own in (
        ("council", COUNCIL, "2021-03-01", True),
        ("crawl", CRAWLED, "2016-09-01", False),
    ):
        table = listed(tmp_path, f"{name}.csv", partners)
        kind = ("office", table, "--city", "Isfahan") if own else ("pairs", table)
        peyvand("import", *kind, "--published", published, "--title", name, "--accept")

    told = answer(peyvand, "Isfahan", "--as-of", "2025-01-01")
    assert counts(told) == {"any_signed_text": 1, "documented_only": 0, "clair_three_tests": 0, "city_says": 3}
    matrix = told["matrix"]
    assert [one["title"] for one in matrix["sources"]] == ["crawl", "council"]  # type: ignore[index]
    only_crawled = {
        one["place"]["name"]
        for one in matrix["partners"]  # type: ignore[index]
        if [cell is not None for cell in one["listed"]] == [True, False]
    }
    assert only_crawled == set(CRAWLED) - set(COUNCIL)

    found = [json.loads(line) for line in peyvand("audit", "Isfahan", "--format", "json", status=1).splitlines()]
    unsupported = {place["name"] for one in found if one["code"] == "no_primary_source" for place in one["places"]} - {
        "Isfahan"
    }
    assert unsupported == only_crawled

    page.goto("/en/cities/isfahan/")
    page.get_by_role("link", name="Who lists which partner of Isfahan").click()
    expect(page.locator("table.lists tbody tr")).to_have_count(len(CRAWLED))
    expect(page.get_by_role("row", name=re.compile("Cairo"))).to_contain_text("1 of 2")
    expect(page.get_by_role("row", name=re.compile("Freiburg"))).to_contain_text("2 of 2")
    assert faults_of(page) == []

    page.goto("/en/cities/isfahan/sources/?as_of=2017-01-01")
    expect(page.locator(".numbered li")).to_have_count(1)
    assert faults_of(page) == []

    # All of it is taken away, as of the day of the page: each claim with its source and since when it is known.
    page.goto("/en/cities/isfahan/?as_of=2025-01-01")
    with page.expect_download() as taken:
        page.get_by_role("link", name="JSON Lines", exact=True).click()
    head, *bonds = [json.loads(line) for line in Path(taken.value.path()).read_text("utf-8").splitlines()]
    assert (head["as_of"], len(bonds)) == ("2025-01-01", len(CRAWLED))
    assert all(
        source["received"] and source["publisher"] is not None for bond in bonds for source in bond["sources"].values()
    )
    unsupported = [bond for bond in bonds if "no_primary_source" in {one["code"] for one in bond["findings"]}]
    assert len(unsupported) == len(only_crawled)
