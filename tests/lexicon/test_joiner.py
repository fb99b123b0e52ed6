from __future__ import annotations

import pytest

from peyvand.core.text.joiner import joined
from peyvand.lexicon import joiner
from peyvand.lexicon.joiner import joiner_words
from peyvand.lexicon.loader import LexiconFault


@pytest.mark.parametrize(
    "whole",
    [
        "می‌نویسد", "نمی‌پذیرند", "می‌رسیدند", "می‌توانستیم", "برمی‌گشت", "نوشته‌اند", "پذیرفته‌ایم", "نرسیده‌اند",
        "خیابان‌های", "هیئت‌هایی", "نشست‌های", "سال‌های", "روزهای", "توافق‌نامه", "توافق‌نامه‌های",
        "کلان‌شهرها", "پیش‌نویس", "به‌صورت", "بین‌المللی", "قدیم‌ترین", "کوچک‌ترین", "کوه‌نشین", "رسانه‌ای", "منطقه‌ای",
        "تصمیم‌گیری", "برنامه‌ریزی", "راه‌اندازی", "هم‌اکنون", "رئیس‌جمهور", "آتش‌نشانان",
    ],
)  # fmt: skip
def test_words_are_restored_by_their_parts(whole: str) -> None:
    assert joined(whole.replace("\u200c", ""), joiner_words()) == whole


@pytest.mark.parametrize(
    "word",
    [
        "میدانی", "میامی", "میبد", "میناب", "تنهایی", "بهایی", "انتهای", "قراردادهای", "رویدادهای", "دختر", "دفتر",
        "مشتری", "بهترین", "کمتر", "گلستان", "لهستان", "سمنان", "بهبهان", "جهانی", "هنرمند", "کارشناس", "جانشین",
        "شناسنامه", "روزنامه", "پیشرفت", "همکاری", "همایش", "بخشی", "زبان", "ویترین", "سخنگوی", "نهایی",
    ],
)  # fmt: skip
def test_whole_words_stay_whole(word: str) -> None:
    assert joined(word, joiner_words()) == word


def test_a_list_that_nothing_reads_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joiner, "load_yaml", lambda *_: {"verbs": ["رو"]})
    joiner_words.cache_clear()

    with pytest.raises(LexiconFault, match="verbs"):
        joiner_words()
