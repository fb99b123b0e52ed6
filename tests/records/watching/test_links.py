from __future__ import annotations

from peyvand.records.watching.links import article_links

AT = "https://news.city.ir/list"
HEADLINE = "شهرداران دو شهر در تالار شهرداری پیمان بستند"


def linked(page: str) -> list[str]:
    return article_links(page.encode(), AT)


def test_headlines_of_the_same_site_lead_to_articles() -> None:
    page = (
        f"<a href=/1>{HEADLINE}</a><a href='2'>شهرداران <b>دو شهر</b> در تالار پیمان بستند</a><a href=/1>{HEADLINE}</a>"
    )

    assert linked(page) == ["https://news.city.ir/1", "https://news.city.ir/2"]


def test_sections_other_sites_and_the_page_itself_do_not() -> None:
    page = "".join(
        f"<a href='{to}'>{words}</a>"
        for to, words in [
            ("/sport", "ورزش"),
            ("https://other.example.org/1", HEADLINE),
            ("/list#top", HEADLINE),
            ("javascript:go()", HEADLINE),
            ("http://127.0.0.1/", HEADLINE),
            ("", HEADLINE),
        ]
    )

    assert linked(page) == []


def test_a_page_of_links_leads_to_so_many() -> None:
    assert len(linked("".join(f"<a href=/{n}>{HEADLINE}</a>" for n in range(1_000)))) == 60


def test_what_is_no_page_leads_nowhere() -> None:
    assert article_links(b"\x89PNG\r\n\x00\x00", AT) == []
