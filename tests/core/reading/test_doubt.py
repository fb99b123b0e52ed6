"""A signature is believed only where the words say that it has been made."""

from __future__ import annotations

import pytest
from tests.factories.towns import sentence, told

from peyvand.core.reading.doubt import undoubted
from peyvand.core.reading.finding import steps_named
from peyvand.core.reading.signing import signings


@pytest.mark.parametrize(
    "text",
    [
        "شهرداران کاشمر و اوش برای امضای سند خواهرخواندگی توافق کردند.",
        "کاشمر و اوش بر سر امضای پیمان خواهرخواندگی به توافق رسیدند.",
        "شهردار کاشمر بر امضای سند خواهرخواندگی با اوش تأکید کرد.",
        "شهردار کاشمر خواستار تسریع در امضای سند خواهرخواندگی با اوش شد.",
        "پیش‌نویس سند خواهرخواندگی کاشمر و اوش برای امضا آماده شد.",
        "شورای شهر کاشمر با امضای سند خواهرخواندگی با اوش موافقت کرد.",
        "وزارت کشور مجوز امضای پیمان خواهرخواندگی کاشمر و اوش را صادر کرد.",
        "کاشمر و اوش می‌توانستند خواهرخوانده شوند، اما راه دور بود.",
        "شهردار از پیگیری خواهرخواندگی کاشمر با اوش خبر داد.",
        "کاش کاشمر با اوش پیمان خواهرخواندگی بسته بود.",
        "احتمالا کاشمر و اوش خواهرخوانده شده‌اند.",
        "اگر کاشمر و اوش خواهرخوانده شدند، راه کوتاه می‌شود.",
        "آیا کاشمر و اوش خواهرخوانده شده‌اند؟",
        "خواهرخواندگی کاشمر و اوش در کمیسیون فرهنگی شورا نهایی شد.",
        "راه کوتاهی تا امضای پیمان خواهرخواندگی کاشمر و اوش مانده است.",
        "کاشمر و اوش یک گام به خواهرخواندگی نزدیک شدند.",
        "موضوع امضای پیمان خواهرخواندگی کاشمر و اوش در دستور کار قرار گرفت.",
        "قرار بود کاشمر و اوش پارسال پیمان خواهرخواندگی امضا کنند.",
        "مذاکره‌های اولیه امضای سند خواهرخواندگی کاشمر و اوش انجام شد.",
        "شهردار گفت می‌توان پیمان خواهرخواندگی کاشمر و اوش را امضا کرد.",
        "باید پیمان خواهرخواندگی کاشمر و اوش را امضا کرد.",
        "شهردار خبر امضای پیمان خواهرخواندگی کاشمر و اوش را رد کرد.",
        "ایران و قرقیزستان برای پیوند دو بندر کاشمر و اوش قرارداد امضا کردند.",
        "سفیر از خواهرخواندگی میان ده ایالت هند با شهرهای بزرگ خبر داد.",
    ],
)
def test_no_wish_is_a_signature(text: str) -> None:
    assert not [statement for statement in told(text) if statement.startswith("signing done")]


@pytest.mark.parametrize(
    "text",
    [
        "کاشمر و اوش توانستند پیمان خواهرخواندگی امضا کنند.",
        "شهرداران کاشمر و اوش سند خواهرخواندگی را امضا و مبادله کردند.",
        "شهردار از برقراری خواهرخواندگی کاشمر و اوش خبر داد.",
        "شهرداران کاشمر و اوش در مراسم امضای پیمان خواهرخواندگی بر گسترش روابط تأکید کردند.",
    ],
)
def test_a_finished_signature_is_believed(text: str) -> None:
    assert "signing done: Kashmar, Osh" in told(text)


def test_a_doubted_step_is_wished_and_a_question_is_nothing() -> None:
    doubted = next(signings(sentence("اگر کاشمر و اوش خواهرخوانده شدند، راه کوتاه است.").clauses[0]))
    assert [str(one.modality) for one in [undoubted(doubted)] if one] == ["wished"]
    asked = sentence("آیا کاشمر و اوش خواهرخوانده شدند؟").clauses[0]
    assert not list(steps_named(asked))


@pytest.mark.parametrize(
    "text",
    [
        "برخی رسانه‌ها نوشتند کاشمر و اوش خواهرخوانده شدند، در حالی که هنوز مذاکره می‌کنیم.",
        "در فضای مجازی گفتند پیمان خواهرخواندگی کاشمر و اوش امضا شد، اما چنین نیست.",
        "کاشمر و اوش در ویکی‌پدیا خواهرخوانده معرفی شده‌اند، ولی سندی در دست نیست.",
        "نام اوش به اشتباه در فهرست خواهرخوانده‌های کاشمر آمده است.",
    ],
)
def test_what_is_told_only_to_be_taken_back_has_not_happened(text: str) -> None:
    assert {one for one in told(text) if one.startswith(("signing done", "standing done"))} == set()


def test_what_media_tell_and_nobody_takes_back_stands() -> None:
    assert told("به گزارش رسانه‌ها پیمان خواهرخواندگی کاشمر و اوش امضا شد.") == {"signing done: Kashmar, Osh"}
