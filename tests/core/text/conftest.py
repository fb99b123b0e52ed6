from __future__ import annotations

import pytest

from peyvand.core.text import FurnitureWords


@pytest.fixture(scope="session")
def words() -> FurnitureWords:
    """A few words of furniture: enough to see the rules work, few enough to be seen at a glance."""
    return FurnitureWords(
        navigation=("صفحه نخست", "درباره ما", "ورزشی"),
        tools=("چاپ", "لینک کوتاه", "بازدید"),
        code=("کد خبر", "کد"),
        published=("تاریخ انتشار",),
        updated=("به‌روز شده", "به‌روز شده در"),
        today=("امروز",),
        tags=("برچسب‌ها",),
        related=("اخبار مرتبط", "بیشتر بخوانید"),
        comments=("نظر شما", "دیدگاه‌ها", "نام"),
        comment_notice=("شما در حال پاسخ",),
        contact=("نشانی", "تلفن"),
        rights=("همه حقوق", "©"),
        ending=("انتهای پیام",),
        byline=("خبرنگار",),
        caption=("شرح عکس",),
        source=("منبع",),
        outlet=("خبرگزاری", "پایگاه خبری"),
        office=("روابط عمومی", "ریاست"),
        reports=("به گزارش",),
        reporter=("خبرنگار",),
        desk=("سرویس", "گروه", "شهری"),
        ours=("ما",),
        publisher_ends=("از", "در"),
        kicker=("خبر داد", "عنوان شد"),
        months=("مهر", "آبان", "خرداد", "March"),
        date_words=("شنبه", "دو‌شنبه", "ساعت", "سوم", "Monday"),
        abbreviations=("دکتر", "gov"),
    )
