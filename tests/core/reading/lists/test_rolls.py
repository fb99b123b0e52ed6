"""Partners that a heading announces and no sentence tells."""

from __future__ import annotations

import pytest
from tests.factories.towns import cast, page, told

from peyvand.core.reading.lists.rolls import heading_of, rolls


def lines(own: str, *others: str) -> set[str]:
    return {f"standing done: {', '.join(sorted((own, other)))}" for other in others}


OPENING = "شهردار کاشمر در این گزارش از کارهای شهر سخن گفت.\n\n"


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("خواهرخوانده‌های کاشمر:\nاوش، قرقیزستان\nباتومی (گرجستان)\n- لاهور - پاکستان",
         lines("Kashmar", "Osh", "Batumi", "Lahore")),
        ("فهرست شهرهای خواهرخوانده کاشمر\n۱ - اوش - قرقیزستان - ۱۳۹۰\n۲ - وان - ترکیه - ۱۳۹۲",
         lines("Kashmar", "Osh", "Van")),
        ("خواهرخوانده‌های کاشمر: اوش، قرقیزستان؛ لاهور، پاکستان؛ سیبیو، رومانی.",
         lines("Kashmar", "Osh", "Lahore", "Sibiu")),
        ("خواهرخوانده‌های کاشمر:\nاوش: ۱۳۹۰\nلاهور: ۱۳۹۲", lines("Kashmar", "Osh", "Lahore")),
        ("شهرهای خواهرخوانده کاشمر:\nاوش (قرقیزستان)\nپیمان خواهرخواندگی با اوش در یادها هست.\nلاهور (پاکستان)",
         lines("Kashmar", "Osh", "Lahore")),
        ("شهرداری کاشمر گزارش داد.\nپیوندهای برقرار: اوش (از ۱۳۸۸) و لاهور.", lines("Kashmar", "Osh", "Lahore")),
        ("سه شهر خواهرخوانده کاشمر:\nاوش\nوان ترکیه\nلاهور", lines("Kashmar", "Osh", "Van", "Lahore")),
        ("کاشمر ۱۷ خواهرشهر دارد؛ از جمله اوش، لاهور و باتومی گرجستان.", lines("Kashmar", "Osh", "Lahore", "Batumi")),
        ("خواهرشهرها:\nکاشمر: اوش، قرقیزستان\nسمنان: لاهور، پاکستان",
         lines("Kashmar", "Osh") | lines("Semnan", "Lahore")),
        ("کاشمر با شهرهای زیر تفاهم‌نامه خواهرخواندگی امضا کرده است:\nاوش، قرقیزستان\nلاهور، پاکستان",
         {"signing done: Kashmar, Osh", "signing done: Kashmar, Lahore"}),
        ("شهرداری کاشمر خواهرخوانده‌های این شهر را چنین معرفی کرد: اوش قرقیزستان، وان ترکیه و لاهور.",
         lines("Kashmar", "Osh", "Van", "Lahore")),
        ("خواهرشهرهای استان:\nسمنان و اوش\nوان و لاهور", {"standing done: Osh, Semnan", "standing done: Lahore, Van"}),
        ("خواهرشهرهای کاشمر:\nسمنان و اوش\nوان و لاهور", lines("Kashmar", "Semnan", "Osh", "Van", "Lahore")),
        ("کاشمر به‌زودی دو خواهرخوانده تازه خواهد داشت: اوش و لاهور.", set()),
        ("خواهرشهرهایی که کاشمر شاید داشته باشد:\nاوش\nلاهور", set()),
        ("خواهرخوانده‌های کاشمر بسیارند.\nاوش شهر بزرگی است.\nباتومی کنار دریاست.", set()),
        ("خواهرخواندگی کاشمر و اوش:\nباتومی، گرجستان", set()),
    ],
)  # fmt: skip
def test_reads(text: str, statements: set[str]) -> None:
    assert told(OPENING + text) == statements


def test_a_headline_may_announce_pacts() -> None:
    entries = "سال ۱۳۸۰: اوش (قرقیزستان)\nسال ۱۳۸۴: لاهور (پاکستان)"
    after = "پیوند خواهرخواندگی این شهرها پابرجاست و کارهای آن را دفتر شهردار از سال‌ها پیش تا امروز پی می‌گیرد."

    assert told(f"پیمان‌های شهر کاشمر\n\n{entries}\n\n{after}") == lines("Kashmar", "Osh", "Lahore")
    assert told(f"پیمان‌های کاشمر بسته شد\n\n{entries}\n\n{after}") == set()


def test_roll_ends_where_something_is_told() -> None:
    text = "خواهرخوانده‌های کاشمر:\nاوش، قرقیزستان\nشهردار از کار تازه‌ای خبر داد.\nباتومی، گرجستان"
    assert told(OPENING + text) == lines("Kashmar", "Osh")


def test_entries_are_kept_by_the_sentence_they_stand_in() -> None:
    text = OPENING + "خواهرخوانده‌های کاشمر:\nاوش، قرقیزستان\nلاهور، پاکستان"
    sentences = page(text).sentences
    found = rolls(sentences, cast(text))

    assert [at for at, entries in found.items() if entries] == [2, 3]
    assert [heading_of(sentence) is not None for sentence in sentences] == [False, True, False, False]
