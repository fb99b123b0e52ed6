from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.text.likeness import alike, likeness

ARTICLE = (
    "شهرداران اصفهان و کازان عصر دیروز در کاخ چهلستون پیمان خواهرخواندگی دو شهر را امضا کردند. "
    "در این آیین که با حضور استاندار اصفهان برگزار شد شهردار کازان گفت دو شهر در گردشگری و صنایع دستی همکاری می‌کنند. "
    "هیئت کازان امروز از میدان نقش جهان دیدن می‌کند و فردا با اعضای شورای شهر به گفت‌وگو می‌نشیند. "
    "پیش از این سه مرجع قانونی با متن این پیمان موافقت کرده بودند و ترجمهٔ روسی آن نیز آماده شده بود."
)
ANOTHER_REPORT = (
    "پیمان خواهرخواندگی اصفهان و کازان امضا شد. شهردار اصفهان در آیین امضای این سند که در کاخ چهلستون برگزار شد گفت "
    "کازان خواهرخواندهٔ تازهٔ اصفهان است و همکاری دو شهر در گردشگری و صنایع دستی و فناوری دنبال می‌شود. "
    "استاندار اصفهان نیز در این آیین حضور داشت و از کوشش هر دو شهرداری برای رسیدن به متن نهایی قدردانی کرد."
)
OF_ITS_OWN = "به گفتهٔ روابط عمومی شهرداری بازدید از کارگاه‌های قلمزنی نیز در برنامهٔ این سفر سه‌روزه گنجانده شده است."


def words(text: str) -> list[str]:
    return text.split()


SENTENCES = ARTICLE.split(". ")


@pytest.mark.parametrize(
    "copy",
    [
        ARTICLE,
        " ".join(SENTENCES[:3]),
        f"{ARTICLE} {OF_ITS_OWN}",
        f"{OF_ITS_OWN} {ARTICLE}",
        " ".join(word for at, word in enumerate(words(ARTICLE)) if at % 9),
        " ".join("نیز" if at % 8 == 3 else word for at, word in enumerate(words(ARTICLE))),
    ],
)
def test_a_text_shortened_framed_or_touched_up_is_carried(copy):
    assert alike(words(ARTICLE), words(copy))


def test_two_reports_of_one_event_are_two():
    assert likeness(words(ARTICLE), words(ANOTHER_REPORT)) < 0.25


def test_a_short_note_is_like_nothing():
    assert likeness(words(SENTENCES[0]), words(ARTICLE)) == 0.0


def test_words_in_another_order_are_another_text():
    assert not alike(words(ARTICLE), sorted(words(ARTICLE)))


@given(*(st.lists(st.sampled_from("abcdefgh"), min_size=30, max_size=120) for _ in range(2)))
def test_it_does_not_matter_which_comes_first(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == (1.0 if len(one) >= 40 else 0.0)
