from __future__ import annotations

import pytest

from peyvand.core.text import FurnitureWords, divide, fold

REST = "شهردار رودبار در جمع خبرنگاران از امضای سند دوستی خبر داد."


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("به گزارش سرو، ", "سرو"),
        ("به گزارش خبرگزاری سرو از رودبار، ", "خبرگزاری سرو"),
        ("به گزارش «پیک شهر»، ", "پیک شهر"),
        ("به گزارش خبرنگار سرو، ", "سرو"),
        ("به گزارش خبرنگار شهری سرو، ", "سرو"),
        ("به گزارش خبرنگار گروه شهری سرو، ", "سرو"),
        ("به گزارش گروه شهری خبرگزاری سرو، ", "خبرگزاری سرو"),
        ("به گزارش روابط عمومی شهرداری رودبار، ", "روابط عمومی شهرداری رودبار"),
        ("به گزارش خبرنگار ما، ", None),
        ("به گزارش خبرنگار ما از رودبار، ", None),
        ("به گزارش سرویس شهرهای جهان، ", None),
        ("پایگاه خبری سرو - ", "پایگاه خبری سرو"),
        ("رشت، 12.09.2023 /«پیک شهر»/. ", "پیک شهر"),
        ("رودبار (سرو)- ", "سرو"),
        ("سرو/رودبار ", "سرو"),
        ("رودبار - سرو - ", "سرو"),
        ("رودبار- ۵ مهر - سرو- ", "سرو"),
        ("رودبار - ", None),
        ("خبرگزاری سرو، گروه شهری: ", "خبرگزاری سرو"),
        ("به گزارش گروه شهری سرو، ", "سرو"),
        ("", None),
    ],
)
def test_the_publisher_is_named_in_the_pages_words(words: FurnitureWords, opening: str, publisher: str | None) -> None:
    folded = fold(f"رودبار و لوکا دوست شدند\n\n{opening}{REST}\n\nکوتاه و دیگر هیچ سخنی در این میان نماند.")
    found = divide(folded, words).publisher

    assert (folded.quote(found) if found else None) == publisher


def test_a_source_line_names_the_publisher(words: FurnitureWords) -> None:
    folded = fold(f"رودبار و لوکا دوست شدند\n\n{REST}\n\nمنبع: پیک شهر")
    found = divide(folded, words).publisher

    assert found is not None
    assert folded.quote(found) == "پیک شهر"
