from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, Said, source
from tests.web.conftest import Accept

from peyvand.records.accounts.models import Member
from peyvand.records.intake import actions as intake

pytestmark = pytest.mark.django_db


def words(page: bytes) -> str:
    """The text of the results."""
    (body,) = re.findall('<section class="section plain-section" id="found">(.*?)</section>', page.decode(), re.S)
    return " ".join(re.sub("<[^>]+>", " ", body).split())


def test_a_city_is_found_with_its_words_marked(client: Client, signed: str) -> None:
    page = client.get("/fa/search/", {"q": "Esfahan کازان"})

    assert "<mark>اصفهان</mark> و <mark>کازان</mark>" in page.content.decode()
    assert f'href="/fa/sources/{signed}/#at-' in page.content.decode()


def test_nothing_is_asked_of_an_empty_search(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert client.get("/fa/search/").status_code == 200


def test_what_waits_is_not_found(client: Client, proposed: str) -> None:
    assert words(client.get("/en/search/", {"q": "کازان"}).content).startswith("Nothing found.")


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ({"kind": "bond"}, "1 found Bond"),
        ({"kind": "bond", "year": "۱۴۰۴"}, "1 found Bond"),
        ({"kind": "bond", "year": "2020"}, "Nothing found."),
        ({"standing": "sister_city"}, "1 found Bond"),
        ({"kind": "place", "place": "اصفهان"}, "Nothing found."),
        ({"kind": "source", "language": "fa"}, "1 found Source"),
        ({"kind": "source", "language": "tr"}, "Nothing found."),
        ({"kind": "nothing"}, "4 found Place"),
    ],
)
def test_a_search_is_narrowed(client: Client, accept: Accept, asked: dict[str, str], begins: str) -> None:
    accept(SIGNED)

    assert words(client.get("/en/search/", {"q": "کازان", **asked}).content).startswith(begins)


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"year": "x"}, "This is no year."),
        ({"year": "00001" + "0" * 5000}, "This is no year."),
        ({"place": "ناکجاآباد"}, "No place of this name is known."),
    ],
)
def test_what_narrows_nothing_is_said(client: Client, signed: str, asked: dict[str, str], fault: str) -> None:
    page = client.get("/en/search/", {"q": "کازان", **asked}).content.decode()

    assert fault in page
    assert 'aria-invalid="true"' in page


def test_a_page_beyond_all_numbers_is_the_first(client: Client, signed: str) -> None:
    answer = client.get("/en/search/", {"q": "کازان", "tier": "0", "after": "9223372036854775808"})

    assert words(answer.content).startswith("5 found")


def test_pages_follow_one_another_without_a_gap(client: Client, officer: Member) -> None:
    said = [Said(words=f"کازان و اصفهان پیمان بستند {at}", places=(ISFAHAN, KAZAN)) for at in range(27)]
    intake.accept_reading(*source(*said), by=officer)
    first = client.get("/en/search/", {"q": "بستند", "kind": "statement"}).content.decode()
    (more,) = re.findall('<a href="([^"]+)" rel="next">', first)

    second = client.get(more.replace("&amp;", "&")).content.decode()

    told = re.findall(r"بستند</mark> (\d+)", first) + re.findall(r"بستند</mark> (\d+)", second)
    assert (len(told), len(set(told))) == (27, 27)
    assert words(second.encode()).startswith("Going on: 7 more")


@pytest.mark.parametrize(
    "q", ["\x00", "'\"", "%", "* * *", "a" * 5000, "«", "()", "\ue002vinternal", "NEAR(a b)", "-x"]
)
def test_nothing_that_is_typed_breaks_it(client: Client, signed: str, q: str) -> None:
    assert client.get("/fa/search/", {"q": q}).status_code == 200
    assert client.get("/fa/search/suggest/", {"q": q}).status_code == 200


@pytest.mark.parametrize("rest", [{"tier": "9", "after": "1"}, {"tier": "1", "after": "x"}, {"after": "9" * 40}])
def test_a_place_in_the_list_that_is_none_is_its_beginning(client: Client, signed: str, rest: dict[str, str]) -> None:
    assert "<mark>کازان</mark>" in client.get("/fa/search/", {"q": "کازان", **rest}).content.decode()


def test_markup_of_a_source_stays_text(client: Client, accept: Accept) -> None:
    accept(SIGNED, title="<script>alert(1)</script> کازان")

    page = client.get("/fa/search/", {"q": "script کازان"}).content.decode()

    assert "<script>alert" not in page
    assert "&lt;<mark>script</mark>&gt;" in page


def test_names_are_suggested_as_they_are_typed(client: Client, signed: str) -> None:
    told = client.get("/fa/search/suggest/", {"q": "کا"}).content.decode()

    assert re.findall('href="([^"]+)"', told)[:2] == ["/fa/cities/kazan/", "/fa/bonds/isfahan--kazan/"]
    assert client.get("/fa/search/suggest/", {"q": ""}).content.strip() == b""


def test_members_are_led_to_their_own(signed_in: Client) -> None:
    assert signed_in.get("/fa/search/?q=x").headers["Location"] == "/fa/office/search/?q=x"


@pytest.mark.parametrize("how_many", [1, 3])
def test_three_hits_ask_no_more_than_one(
    client: Client, officer: Member, how_many: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(how_many):
        intake.accept_reading(*source(Said(words=f"پیمان شمارهٔ {at}"), name=f"{at}.txt", title=str(at)), by=officer)

    with django_assert_num_queries(5):
        page = client.get("/fa/search/", {"q": "شماره"})

    assert len(re.findall('class="name', page.content.decode())) == 2 * how_many
