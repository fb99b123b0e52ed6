from __future__ import annotations

from pathlib import Path

from peyvand.adapters.web.keeping import Kept

from .conftest import Site, answer

AT = "http://a.example.org/news"


def test_a_page_that_has_not_changed_is_the_kept_one(site: Site, tmp_path: Path) -> None:
    kept = Kept(tmp_path / "pages")
    site.answers["/news"] = answer(b"words", ETag='"1"')
    first = kept.fetch(AT, site.fetcher())
    site.answers["/news"] = answer(status=304)

    again = kept.fetch(AT, site.fetcher())

    assert again == first
    assert site.fields["if-none-match"] == '"1"'


def test_a_changed_page_takes_the_place_of_the_kept_one(site: Site, tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for etag, words in (('"1"', b"one"), ('"2"', b"two")):
        site.answers["/news"] = answer(words, ETag=etag)
        assert kept.fetch(AT, site.fetcher()).data == words


def test_a_page_without_marks_is_not_kept(site: Site, tmp_path: Path) -> None:
    site.answers["/news"] = answer(b"words")

    Kept(tmp_path).fetch(AT, site.fetcher())

    assert list(tmp_path.iterdir()) == []


def test_a_damaged_copy_is_fetched_anew(site: Site, tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    site.answers["/news"] = answer(b"words", ETag='"1"')
    kept.fetch(AT, site.fetcher())
    for path in tmp_path.glob("*.page"):
        path.write_bytes(b"other")

    assert kept.fetch(AT, site.fetcher()).data == b"words"
    assert "if-none-match" not in site.fields
