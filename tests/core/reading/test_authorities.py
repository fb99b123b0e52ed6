"""Which bodies a clause names, one by one."""

from __future__ import annotations

import pytest

from peyvand.core.reading.authorities import find_authorities
from peyvand.core.text import Span, fold
from peyvand.lexicon.authorities import authority_words

WORDS = authority_words("fa")


def types(sentence: str) -> list[str]:
    folded = fold(sentence)
    return [mention.type for mention in find_authorities(folded, WORDS, Span(0, len(folded.text)))]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "مجوز شورای اسلامی شهر، وزارت کشور و وزارت امور خارجه گرفته شد.",
            ["city_council", "interior_ministry", "foreign_ministry"],
        ),
        ("وزارتین کشور و امور خارجه پاسخ دادند.", ["interior_ministry", "foreign_ministry"]),
        ("وزارت کشور و امور خارجه پاسخ دادند.", ["interior_ministry", "foreign_ministry"]),
        ("وزارت کشور و گردشگری دو شهر", ["interior_ministry"]),
        ("مصوبه به فرمانداري رفت و شهرداري منتظر است.", ["governor", "municipality"]),
        ("لایحه در صحن شورا رأی آورد.", ["city_council"]),
        (
            "وزارت محیط زیست و شهرسازی ترکیه این سند را پذیرفت.",
            ["other:Ministry of Environment and Urban Planning"],
        ),
        ("کمیسیون فرهنگی و اجتماعی شورای شهر لایحه را پسندید.", ["other:council's cultural committee"]),
        ("کمیسیون ویژه‌ای تشکیل شد.", ["other:council's committee"]),
        (
            "شاروالی غزنی و اداره ارگان های محل موافقه نمودند.",
            ["municipality", "other:Independent Directorate of Local Governance"],
        ),
        ("سازمان شهرداریها و دهیاریهای کشور متن را دید.", ["other:Municipalities Organisation"]),
        ("ریاست‌جمهوری آن را تأیید کرد.", ["president"]),
        ("پس از تصویب در ولسی‌جرگه", ["parliament"]),
    ],
)
def test_bodies_are_named_by_type(sentence: str, found: list[str]) -> None:
    assert types(sentence) == found


@pytest.mark.parametrize("sentence", ["شورای دانشگاه رأی داد.", "شورای امنیت بیانیه داد.", "کشور پهناوری است."])
def test_other_councils_approve_no_bond(sentence: str) -> None:
    assert types(sentence) == []


def test_spans_cover_the_whole_name_and_stay_inside_the_clause() -> None:
    folded = fold("شورا گفت: کمیسیون گردشگری و سرمایه‌گذاری شورای شهر رأی داد.")
    within = Span(folded.text.index("کمیسیون"), len(folded.text))

    mentions = find_authorities(folded, WORDS, within)

    assert [folded.quote(mention.span) for mention in mentions] == ["کمیسیون گردشگری و سرمایه‌گذاری شورای شهر"]
