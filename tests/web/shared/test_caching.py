from __future__ import annotations

import gzip

import pytest
from django.test import Client
from tests.factories.readings import VISIT
from tests.web.conftest import Accept

from peyvand import __version__
from peyvand.web.shared import caching
from peyvand.web.shared.caching import _Kept, _Shelf

PAGE = "/fa/bonds/isfahan--kazan/"


@pytest.fixture(autouse=True)
def empty_shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "SHELF", _Shelf(1_000_000))


def etag(client: Client, path: str = PAGE) -> str:
    return client.get(path).headers["ETag"]


def test_an_unchanged_page_is_not_sent_again(signed: str, client: Client) -> None:
    answer = client.get(PAGE, headers={"if-none-match": etag(client)})

    assert (answer.status_code, answer.content) == (304, b"")


def test_a_page_seen_before_asks_the_register_nothing(signed: str, client: Client, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    client.get(PAGE)

    # Where the ledger stands, and where the papers beside it.
    with django_assert_num_queries(2):
        client.get(PAGE)


def test_a_longer_ledger_makes_another_page(signed: str, accept: Accept, client: Client) -> None:
    before = etag(client)
    accept(VISIT)

    assert etag(client) != before


def test_each_language_and_day_has_its_own(signed: str, client: Client) -> None:
    pages = (PAGE, PAGE.replace("/fa/", "/en/"), f"{PAGE}?as_of=1403-01-01", f"{PAGE}?known_at=1403-01-01")

    assert len({etag(client, page) for page in pages}) == 4


def test_another_program_makes_another_page(signed: str, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    before = etag(client)
    monkeypatch.setattr(caching, "__version__", f"{__version__}.1")

    assert etag(client) != before


def test_words_that_the_page_does_not_heed_make_no_other(signed: str, client: Client) -> None:
    assert etag(client, f"{PAGE}?utm=1") == etag(client)


def test_a_signed_in_page_is_never_kept(signed: str, signed_in: Client, client: Client) -> None:
    client.get(PAGE)
    answer = signed_in.get(PAGE)

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer.headers
    assert "mina" in answer.content.decode()


def test_a_visitor_never_sees_a_members_page(signed: str, signed_in: Client, client: Client) -> None:
    signed_in.get(PAGE)

    assert "mina" not in client.get(PAGE).content.decode()


def test_pages_without_a_form_set_no_cookie(signed: str, client: Client) -> None:
    assert client.get(PAGE).cookies == {}


def test_a_page_is_sent_packed_to_those_who_can_unpack(signed: str, client: Client) -> None:
    packed = client.get(PAGE, headers={"accept-encoding": "gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == client.get(PAGE).content
    assert {"Accept-Encoding", "Cookie"} <= {word.strip() for word in packed.headers["Vary"].split(",")}


def test_what_is_missing_is_not_kept(db: None, client: Client) -> None:
    assert "ETag" not in client.get("/fa/bonds/isfahan--kazan/").headers


def test_the_shelf_drops_what_was_asked_for_longest_ago() -> None:
    shelf = _Shelf(30)
    for key in ("a", "b", "c"):
        shelf.put(key, _Kept(b"x" * 10, b"", "text/html"))
    shelf.get("a")
    shelf.put("d", _Kept(b"x" * 10, b"", "text/html"))

    assert [bool(shelf.get(key)) for key in ("a", "b", "c", "d")] == [True, False, True, True]
