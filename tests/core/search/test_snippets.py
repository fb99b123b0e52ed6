from __future__ import annotations

import pytest

from peyvand.core.search.asked import asked
from peyvand.core.search.snippets import Marker, Snippet
from peyvand.core.search.wanting import Meant, Wanted

LONG = "واژه‌ای " * 60


def marker(typed: str, *meant: Meant) -> Marker:
    return Marker(Wanted(asked(typed), meant))


def drawn(snippet: Snippet | None) -> str:
    if snippet is None:
        return ""
    words = "".join(f"⟦{piece.text}⟧" if piece.found else piece.text for piece in snippet.pieces)
    return f"{'…' * snippet.cut_before}{words}{'…' * snippet.cut_after}"


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("خواهرخواندگي", "پیمانِ خواهر‌خواندگیِ دو شهر", "پیمانِ ⟦خواهر‌خواندگیِ⟧ دو شهر"),
        ("خواهر خواندگی", "پیمان خواهرخواندگی", "پیمان ⟦خواهرخواندگی⟧"),
        ("کازان امضا", "در کازان امضاء شد", "در ⟦کازان امضاء⟧ شد"),
        ("1403", "سال ۱۴۰۳ بود", "سال ⟦۱۴۰۳⟧ بود"),
        ("sehir", "kardeş ŞEHİR oldu", "kardeş ⟦ŞEHİR⟧ oldu"),
        ("کاز*", "کازان و کازرون", "⟦کازان⟧ و ⟦کازرون⟧"),
        ("喀山", "与喀山市", "与⟦喀山⟧市"),
        ("شهر", "شهردار آمد", ""),
    ],
)
def test_words_are_marked_over_their_own_letters(typed: str, text: str, shown: str) -> None:
    assert drawn(marker(typed).around(text)) == shown


def test_of_a_long_text_what_stands_around_is_shown() -> None:
    shown = drawn(marker("کازان").around(f"{LONG}به کازان رفت. {LONG}"))

    assert shown.startswith("…واژه‌ای")
    assert "به ⟦کازان⟧ رفت." in shown
    assert shown.endswith("…")
    assert len(shown) < 260


def test_a_loosened_word_is_marked_with_what_goes_on_from_it() -> None:
    loosened = Marker(Wanted(asked("contact"), loose=True))

    assert drawn(loosened.around("a contact of contacts")) == "a ⟦contact⟧ of ⟦contacts⟧"


def test_other_names_of_what_is_meant_are_marked() -> None:
    isfahan = Meant(("geonames:1",), ("اصفهان", "Isfahan"), frozenset({"اصفهان", "isfahan", "исфахан"}), range(1))

    assert drawn(marker("Esfahan", isfahan).around("побратим Исфахан")) == "побратим ⟦Исфахан⟧"


def test_a_name_is_shown_whole_though_nothing_is_found_in_it() -> None:
    assert drawn(marker("کازان").named("خبری از دو شهر")) == "خبری از دو شهر"
    assert drawn(marker("کازان").named(LONG)).endswith("…")


def test_markup_stays_letters() -> None:
    assert drawn(marker("script").around("<script>alert</script>")) == "<⟦script⟧>alert</⟦script⟧>"
