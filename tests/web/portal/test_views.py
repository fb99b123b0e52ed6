"""The public pages, asked as a visitor asks."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, PLANNED, SIGNED, VISIT, Said, source
from tests.web.conftest import Accept

from peyvand.records.accounts.models import Member
from peyvand.records.intake import actions as intake

PAGES = ("/", "/cities/", "/cities/isfahan/", "/bonds/isfahan--kazan/", "/how/")
PARTNERS = (KAZAN, ISTANBUL, FREIBURG)


def text_of(client: Client, path: str) -> str:
    """The page's words without its marks."""
    page = client.get(path)
    assert page.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_stands_in_both_languages(signed: str, client: Client, language: str, path: str) -> None:
    page = client.get(f"/{language}{path}").content.decode()

    direction = "rtl" if language == "fa" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("path", PAGES)
def test_the_same_page_is_one_click_away_in_the_other_language(signed: str, client: Client, path: str) -> None:
    assert (
        f'<a href="/en{path}" lang="en" dir="ltr" hreflang="en">English</a>'
        in client.get(f"/fa{path}").content.decode()
    )


@pytest.mark.parametrize("path", PAGES)
def test_pages_without_a_register_stand_too(db: None, client: Client, path: str) -> None:
    expected = 404 if path.count("/") > 2 else 200

    assert client.get(f"/fa{path}").status_code == expected


def test_the_root_leads_to_the_visitors_language(db: None, client: Client) -> None:
    ways = [client.get("/", headers={"accept-language": said}).headers["Location"] for said in ("en-GB", "fa", "de")]

    assert ways == ["/en/", "/fa/", "/fa/"]


def test_the_bond_page_says_the_truth_first(signed: str, client: Client) -> None:
    page = text_of(client, "/en/bonds/isfahan--kazan/")

    assert "Isfahan and Kazan have been sister cities since 9 April 2025." in page
    assert "Made from 1 statement of 1 source." in page


def test_a_click_leads_to_the_marked_words(signed: str, client: Client) -> None:
    page = client.get("/fa/bonds/isfahan--kazan/").content.decode()
    found = re.search(r'href="(/fa/sources/[0-9a-f]+/)#(at-\d+)"', page)
    assert found

    assert f'<mark id="{found[2]}">{SIGNED.words}</mark>' in client.get(found[1]).content.decode()


def test_the_past_is_shown_as_it_was(signed: str, client: Client) -> None:
    page = text_of(client, "/en/bonds/isfahan--kazan/?as_of=1404-01-01")

    assert "As things stood on Friday 21 March 2025" in page
    assert "Isfahan and Kazan have been sister cities" not in page


def test_a_day_before_anything_was_known_shows_nothing(signed: str, client: Client) -> None:
    assert "No accepted statement speaks of this bond" in text_of(
        client, "/en/bonds/isfahan--kazan/?known_at=2020-01-01"
    )


def test_a_fault_in_a_date_is_said_beside_the_field(signed: str, client: Client) -> None:
    page = client.get("/fa/bonds/isfahan--kazan/?as_of=soon").content.decode()

    assert 'aria-describedby="as_of_fault"' in page
    assert "این تاریخ نیست." in page


def test_the_city_page_counts_by_rule_and_shows_the_claim(signed: str, client: Client) -> None:
    page = text_of(client, "/en/cities/isfahan/")

    assert "Isfahan has 1 sister city by the rule “any signed text”." in page
    assert "Kazan: the 16th sister city of Isfahan" in page
    assert "A source calls Kazan the 16th." in page


def test_cities_are_found_by_a_part_of_their_name(signed: str, accept: Accept, client: Client) -> None:
    accept(VISIT)

    page = text_of(client, "/fa/cities/?q=كازان")

    assert ("کازان" in page, "استانبول" in page) == (True, False)


def test_what_is_not_found_is_said_and_escaped(signed: str, client: Client) -> None:
    page = client.get("/en/cities/?q=<b>x</b>").content.decode()

    assert "No city on record has “&lt;b&gt;x&lt;/b&gt;” in its name." in page


def test_proposals_are_seen_by_nobody_outside(officer: Member, client: Client) -> None:
    capture = intake.propose(*source(SIGNED), by=officer).source

    paths = (f"/fa/sources/{capture}/", "/fa/bonds/isfahan--kazan/", "/fa/cities/kazan/")
    assert [client.get(path).status_code for path in paths] == [404, 404, 404]


def test_a_source_shows_its_control_characters(accept: Accept, client: Client) -> None:
    capture = accept(Said(words="پیمان \u202eامضا\u202c شد."))

    page = client.get(f"/fa/sources/{capture}/").content.decode()

    assert "\u202e" not in page
    assert page.count('class="control"') == 2


def test_hostile_words_do_nothing(accept: Accept, client: Client) -> None:
    words = "<script>alert(1)</script> امضا شد."
    capture = accept(Said(words=words), title="<img src=x onerror=alert(1)>")

    for path in (f"/fa/sources/{capture}/", "/fa/bonds/isfahan--kazan/"):
        page = client.get(path).content.decode()
        assert ("<script>alert" in page, "<img" in page) == (False, False)


@pytest.mark.parametrize(
    ("path", "queries"),
    [("/fa/", 16), ("/fa/cities/", 4), ("/fa/cities/isfahan/", 16), ("/fa/bonds/isfahan--kazan/", 20)],
)
def test_a_page_asks_no_more_for_three_than_for_one(  # type: ignore[no-untyped-def]
    accept: Accept, client: Client, django_assert_max_num_queries, path: str, queries: int
) -> None:
    asked = []
    for at, partner in enumerate(PARTNERS):
        accept(Said(places=(ISFAHAN, partner)), Said(words=f"دیدار {at}.", places=(ISFAHAN, KAZAN)), title=f"خبر {at}")
        with django_assert_max_num_queries(queries) as context:
            assert client.get(path).status_code == 200
        asked.append(len(context))

    assert len(set(asked)) == 1


def test_planned_is_never_signed(accept: Accept, client: Client) -> None:
    accept(PLANNED)

    assert "Isfahan and Kazan are not sister cities yet." in text_of(client, "/en/bonds/isfahan--kazan/")
