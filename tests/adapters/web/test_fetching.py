from __future__ import annotations

import gzip
import zlib
from collections.abc import Sequence

import pytest

from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.fetching import Fetched, Fetcher, Manners

from .conftest import Site, answer, drip

PAGE = "صفحه".encode()
AT = "http://a.example.org/news"


def refusal(site: Site, written: str = AT, addresses: Sequence[str] = ("93.184.216.34",), **manners: float) -> str:
    with pytest.raises(UnreadableSource) as refused:
        site.fetcher(addresses, **manners).fetch(written)
    return refused.value.code


def test_a_page_comes_with_its_marks(site: Site) -> None:
    site.answers["/news"] = answer(PAGE, ETag='"1"', Last_Modified="Mon, 07 Apr 2025 09:00:00 GMT")

    fetched = site.fetcher().fetch(AT)

    assert fetched == Fetched(address=AT, data=PAGE, etag='"1"', modified="Mon, 07 Apr 2025 09:00:00 GMT")
    assert site.asked == ["/robots.txt", "/news"]
    assert (site.fields["host"], site.fields["user-agent"][:8]) == ("a.example.org", "peyvand/")


def test_what_has_not_changed_does_not_come_again(site: Site) -> None:
    site.answers["/news"] = answer(status=304, ETag='"1"')

    fetched = site.fetcher().fetch(AT, etag='"1"', modified="Mon, 07 Apr 2025 09:00:00 GMT")

    assert (fetched.data, fetched.etag) == (None, '"1"')
    assert (site.fields["if-none-match"], site.fields["if-modified-since"]) == ('"1"', "Mon, 07 Apr 2025 09:00:00 GMT")


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [("gzip", gzip.compress(PAGE, mtime=0)), ("deflate", zlib.compress(PAGE)), ("identity", PAGE)],
    ids=["gzip", "deflate", "identity"],
)
def test_packed_pages_are_unpacked(site: Site, encoding: str, packed: bytes) -> None:
    site.answers["/news"] = answer(packed, Content_Encoding=encoding)

    assert site.fetcher().fetch(AT).data == PAGE


def test_redirects_are_followed_and_checked_at_each_hop(site: Site) -> None:
    site.answers["/news"] = answer(status=302, Location="/other?x=1")
    site.answers["/other?x=1"] = answer(PAGE)

    assert site.fetcher().fetch(AT).address == "http://a.example.org/other?x=1"


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://127.0.0.1/", "not_public"),
        ("http://localhost:80/", "not_public"),
        ("http://[::1]/", "not_public"),
        ("file:///etc/passwd", "bad_address"),
        ("http://a.example.org:22/", "bad_address"),
        ("/news", "redirected"),
    ],
)
def test_redirects_lead_nowhere_else(site: Site, location: str, code: str) -> None:
    site.answers["/news"] = answer(status=301, Location=location)

    assert refusal(site) == code


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::1"], ["fe80::1%2"], []])
def test_no_host_with_an_inner_address_is_dialled(site: Site, addresses: list[str]) -> None:
    assert refusal(site, addresses=addresses) == "not_public"
    assert site.asked == []


def test_a_host_is_looked_up_for_each_connection_and_dialled_by_what_was_checked(site: Site) -> None:
    site.answers["/news"] = answer(PAGE)
    turns = iter([["93.184.216.34"], ["127.0.0.1"]])
    fetcher = Fetcher(Manners(pause=0), resolve=lambda _host, _port: next(turns))

    with pytest.raises(UnreadableSource) as refused:
        fetcher.fetch(AT)

    assert (refused.value.code, site.asked) == ("not_public", ["/robots.txt"])


def test_an_unknown_host_says_so() -> None:
    def unknown(host: str, port: int) -> Sequence[str]:
        raise OSError("no such host")

    with pytest.raises(UnreadableSource) as refused:
        Fetcher(resolve=unknown).fetch(AT)

    assert refused.value.code == "unknown_host"


def test_robots_are_asked_once_for_a_site(site: Site) -> None:
    site.answers["/robots.txt"] = answer(b"User-agent: *\nDisallow: /closed")
    site.answers["/news"] = answer(PAGE)
    fetcher = site.fetcher()

    fetcher.fetch(AT)
    with pytest.raises(UnreadableSource) as refused:
        fetcher.fetch("http://a.example.org/closed/1")

    assert (refused.value.code, site.asked) == ("robots", ["/robots.txt", "/news"])


@pytest.mark.parametrize(("status", "code"), [(404, "answered"), (500, "robots"), (429, "robots"), (403, "answered")])
def test_a_site_that_cannot_say_its_rules_is_left_alone(site: Site, status: int, code: str) -> None:
    site.answers["/robots.txt"] = answer(status=status)

    assert refusal(site) == code


def test_too_much_is_refused_by_what_comes(site: Site) -> None:
    site.answers["/news"] = answer(b"x" * 5_000)

    assert refusal(site, bytes=1_000) == "too_large"


def test_a_packed_bomb_goes_off_at_the_limit(site: Site) -> None:
    site.answers["/news"] = answer(gzip.compress(b"0" * 50_000_000), Content_Encoding="gzip")

    assert refusal(site, bytes=1_000_000) == "too_large"


def test_a_length_that_lies_ends_in_a_reason(site: Site) -> None:
    site.answers["/news"] = answer(b"x", Content_Length="1000", Connection="close")

    assert refusal(site, seconds=2) in ("unreachable", "slow_host")


def test_a_dripping_page_is_given_up(site: Site) -> None:
    site.answers["/news"] = drip

    assert refusal(site, seconds=0.3) == "slow_host"


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_what_cannot_be_unpacked_says_so(site: Site, encoding: str) -> None:
    site.answers["/news"] = answer(b"no packing", Content_Encoding=encoding)

    assert refusal(site) in ("broken_document", "unreachable")


def test_a_site_is_left_to_breathe(site: Site) -> None:
    site.answers["/news"] = answer(PAGE)
    waits: list[float] = []
    fetcher = Fetcher(Manners(pause=5), resolve=lambda _host, _port: ["93.184.216.34"], sleep=waits.append)

    fetcher.fetch(AT)
    fetcher.fetch(AT)

    assert [4 < wait <= 5 for wait in waits] == [True]
