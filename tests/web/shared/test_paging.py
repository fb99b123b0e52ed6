from __future__ import annotations

import pytest

from peyvand.web.shared.paging import page_asked, pager


def test_the_pager_keeps_what_was_asked() -> None:
    middle = pager("/x/", {"q": "اصفهان"}, 3, 5)

    assert (middle.first, middle.before) == ("/x/?q=%D8%A7%D8%B5%D9%81%D9%87%D8%A7%D9%86", f"{middle.first}&page=2")
    assert (middle.after, middle.last) == (f"{middle.first}&page=4", f"{middle.first}&page=5")


def test_where_there_is_no_other_page_there_is_no_way() -> None:
    only, first = pager("/x/", {}, 1, 1), pager("/x/", {}, 1, 2)

    assert (only.first, only.before, only.after, only.last) == ("", "", "", "")
    assert (first.before, first.after, first.last) == ("", "/x/?page=2", "")


@pytest.mark.parametrize(("words", "page"), [("7", 7), ("", 1), ("-1", 1), ("x", 1), ("9999999", 1), ("۲", 2)])
def test_a_page_is_asked_for_by_its_number(words: str, page: int) -> None:
    assert page_asked(words) == page
