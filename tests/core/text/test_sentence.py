from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.text import Span, fold, sentences


def cut(page: str, abbreviations: tuple[str, ...] = ()) -> list[str]:
    folded = fold(page)
    return [folded.quote(span) for span in sentences(folded, Span(0, len(folded.text)), abbreviations)]


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("سند امضا شد. هیئت بازگشت.", ["سند امضا شد.", "هیئت بازگشت."]),
        ("وی گفت: «سند آماده است. امضا می‌ماند.» سپس رفت.", ["وی گفت: «سند آماده است.", "امضا می‌ماند.»", "سپس رفت."]),
        ("به تصویب رسيد.اکنون يک گام مانده است.", ["به تصویب رسيد.", "اکنون يک گام مانده است."]),
        ("بهای آن ۳.۵ میلیون و ۱۴.۰۶.۲۰۲۳ روز آن است.", ["بهای آن ۳.۵ میلیون و ۱۴.۰۶.۲۰۲۳ روز آن است."]),
        ("م. رضایی گفت: آمدیم.", ["م. رضایی گفت: آمدیم."]),
        ("فرش، سفال و ... نمایش داده شد.", ["فرش، سفال و ... نمایش داده شد."]),
        ("در نشست «شهر چیست؟ شهروند کیست؟» سخن گفت.", ["در نشست «شهر چیست؟ شهروند کیست؟» سخن گفت."]),
        ("چند سند امضا شد؟ هیچ‌کس نمی‌داند!", ["چند سند امضا شد؟", "هیچ‌کس نمی‌داند!"]),
        ("خط نخست\nخط دوم", ["خط نخست", "خط دوم"]),
        ("۱. نمایشگاه برپا شود.", ["۱. نمایشگاه برپا شود."]),
        ("پیمان سال ۱۴۰۳. پس از آن تمدید شد.", ["پیمان سال ۱۴۰۳.", "پس از آن تمدید شد."]),
        ("它们成为友好城市。协议已签署。", ["它们成为友好城市。", "协议已签署。"]),
        ("The U.S. city of St. Paul agreed. It signed.", ["The U.S. city of St.", "Paul agreed.", "It signed."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(page: str, parts: list[str]) -> None:
    assert cut(page) == parts


def test_abbreviations_end_no_sentence() -> None:
    assert cut("Gov. Young met St. Paul. He left.", ("gov", "st")) == ["Gov. Young met St. Paul.", "He left."]


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    page = (
        "The council of the harbour town has agreed to sign a pact\n"
        "of friendship with Lucca, where olives are pressed and walls\n"
        "still stand. The mayor said so."
    )

    assert [sentence.split()[0] for sentence in cut(page)] == ["The", "The"]


@given(st.text(alphabet="اب .؟!«»\n…۱aA") | st.text())
def test_sentences_hold_every_letter_once(page: str) -> None:
    folded = fold(page)
    found = sentences(folded, Span(0, len(folded.text)))

    assert "".join("".join(span.of(folded.text).split()) for span in found) == "".join(folded.text.split())
    assert list(found) == sorted(found)
