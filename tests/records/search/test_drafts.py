from __future__ import annotations

from datetime import date

from peyvand.core.search import marks
from peyvand.records.search.drafts import STRETCH, Draft, day_weight, hashed_tie, rows_of, year_marks
from peyvand.records.search.seen import Seen


def draft(**facts: object) -> Draft:
    made = {"kind": "source", "number": 7, "ref": "r", "weight": 5, "tie": 9, "seen": Seen.PUBLIC, **facts}
    return Draft(**made)  # type: ignore[arg-type]


def number(**facts: object) -> int:
    return next(rows_of(draft(**facts)))[0]


def test_numbers_stand_in_the_order_of_worth() -> None:
    worth = [
        number(number=1),
        number(weight=2_000_000),
        number(weight=6),
        number(tie=10),
        number(),
        number(weight=-3),
        number(number=8),
    ]

    assert worth == sorted(worth)
    assert max(worth) < 2**63
    assert number(weight=2_000_000) == number(weight=2**20 - 1)


def test_words_of_a_name_are_told_apart_from_those_of_the_text() -> None:
    (row,) = rows_of(draft(names=("خواهر‌شهر",), keys=("sister",), texts=("پیمان",), places=("p:1",), marks=("m",)))
    words = row[5].split(" ")

    assert words[:4] == marks.name_words(["خواهر", "شهر", "خواهرشهر", "sister"])
    assert words[4:] == [
        marks.GAP, "خواهر", "شهر", "خواهرشهر", marks.GAP, "پیمان", marks.GAP,
        marks.kind("source"), marks.seen("public"), marks.about("p:1"), "m",
    ]  # fmt: skip


def test_a_bond_is_marked_where_a_thing_is_of_its_two_places_alone() -> None:
    pair, many = (next(rows_of(draft(places=places)))[5] for places in (("a", "b"), ("a", "b", "c")))

    assert marks.pair(("b", "a")) in pair.split(" ")
    assert marks.pair(("a", "b")) not in many.split(" ")


def test_a_long_text_goes_on_in_further_parts() -> None:
    rows = list(rows_of(draft(names=("نام",), texts=(" ".join(f"w{at}" for at in range(2 * STRETCH + 1)),))))

    assert [row[3] for row in rows] == [0, 1, 2]
    assert [row[0] - rows[0][0] for row in rows] == [0, 1, 2]
    assert all("نام" in row[5] for row in rows)
    assert f"w{STRETCH}" in rows[1][5].split(" ")


def test_a_word_without_end_leaves_room_for_others() -> None:
    (row,) = rows_of(draft(texts=("و " * 1000,)))

    assert row[5].split(" ").count("و") == 250


def test_the_longest_words_of_all_have_room_in_an_engine() -> None:
    long = "\u200c".join((chr(0x10330) * 40, chr(0x10331) * 40))
    text = " ".join(f"{at}{long}" for at in range(3 * STRETCH))

    # PostgreSQL takes a mebibyte of words and their places into a row.
    assert max(len(row[5].encode()) for row in rows_of(draft(names=(text,), texts=(text,)))) < 700_000


def test_years_are_of_both_calendars() -> None:
    assert year_marks([date(2024, 3, 19), date(2024, 3, 21), None, date(3, 1, 1)]) == tuple(
        marks.year(year) for year in (1402, 1403, 2024)
    )


def test_what_has_no_day_comes_last() -> None:
    assert day_weight(None) < day_weight(date(1950, 1, 1)) < day_weight(date(2026, 1, 1))
    assert hashed_tie("a") != hashed_tie("b")
