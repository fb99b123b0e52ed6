from __future__ import annotations

import pytest

from peyvand.core.search.asked import Asked, asked
from peyvand.core.search.expression import Term

ENDINGS = ("ها", "های")


def options(typed: str, at: int = 0) -> set[tuple[str, ...]]:
    return {term.words for term in asked(typed, ENDINGS).options(at)}


@pytest.mark.parametrize(
    ("typed", "chunks"),
    [
        ("اصفهان  کازان", [("اصفهان",), ("کازان",)]),
        ("خواهر‌خوانده", [("خواهر", "خوانده")]),
        ("«سند امضا شد» کازان", [("سند", "امضا", "شد"), ("کازان",)]),
        ('"open quote', [("open",), ("quote",)]),
        ("۱۲۳/ص/۴۵", [("123", "ص", "45")]),
        ("喀山", [("喀", "山")]),
        ("؟ -- «»", []),
    ],
)
def test_a_question_is_taken_apart(typed: str, chunks: list[tuple[str, ...]]) -> None:
    assert [chunk.words for chunk in asked(typed).chunks] == chunks


def test_a_compound_may_be_written_in_three_ways() -> None:
    ways = {("خواهر", "خوانده"), ("خواهرخوانده",)}

    assert ways <= options("خواهرخوانده")
    assert ways <= options("خواهر‌خوانده")
    assert ("خواهرخوانده",) in options("خواهر خوانده") & options("خواهر خوانده", 1)


def test_endings_come_and_go() -> None:
    assert {("پیمانها",), ("پیمانهای",)} <= options("پیمان")
    assert ("پیمان",) in options("پیمان‌ها")
    assert ("پیمان",) not in options("پیمان‌نامه")


def test_a_phrase_is_only_itself_in_its_spellings() -> None:
    assert options("«پیمان خواهرخواندگی»") >= {("پیمان", "خواهرخواندگی"), ("پیمان", "خواهر", "خواندگی")}
    assert not any(len(words) == 1 and words != ("پیمانخواهرخواندگی",) for words in options("«پیمان خواهرخواندگی»"))


def test_a_star_asks_for_beginnings() -> None:
    assert asked("کاز*").options(0) == [Term(("کاز",), begins=True)]


def test_names_are_runs_of_neighbours() -> None:
    assert [key for _, key in asked("سن پترزبورگ «روسیه»").runs()] == ["سن", "سنپترزبورگ", "پترزبورگ"]


def test_what_is_too_long_is_passed_over() -> None:
    question = asked("شهر " * 10_000)

    assert len(question.chunks) == 12
    assert not Asked(())
