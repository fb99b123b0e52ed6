from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from peyvand.core.text import any_of, compile_forms, fold, form_pattern

words = st.text(alphabet="ابتشرمینهکو", min_size=1, max_size=6)


@pytest.mark.parametrize("page", ["می‌شود", "میشود", "می شود", "مي‌شود", "مـی‌شود"])
def test_a_joined_form_is_found_however_it_is_written(page: str) -> None:
    assert compile_forms(["می‌شود"]).search(fold(page).text)


@pytest.mark.parametrize(
    ("form", "page", "found"),
    [
        ("امضا کرد", "امضا کرد", "امضا کرد"),
        ("امضا کرد", "امضاکرد", "امضاکرد"),
        ("امضا کرد", "امضاء‌ كرد", "امضا کرد"),
        ("شهر", "شهردار", None),
        ("شهر", "این شهر.", "شهر"),
        ("تفاهم‌نامه*", "تفاهم نامه هایی", "تفاهم نامه هایی"),
        ("تفاهم‌نامه*", "تفاهم‌نامه‌هایشان", "تفاهمنامههایشان"),
        ("خواهر‌خوانده*", "خواهر خوانده اند", "خواهر خوانده اند"),
        ("خواهر‌خوانده*", "خواهرخوانده‌ی شیراز", "خواهرخوانده"),
        ("Sister City", "a SISTER  city", "sister  city"),
        ("St.", "st. petersburg", "st."),
    ],
)
def test_forms_match_whole_words(form: str, page: str, found: str | None) -> None:
    match = compile_forms([form]).search(fold(page).text)

    assert (match and match.group()) == found


def test_the_longest_form_wins() -> None:
    pattern = compile_forms(["شهر", "شهر خواهر", "شهر خواهر ما"])

    assert pattern.findall("شهر خواهر ما و شهر خواهر و شهر") == ["شهر خواهر ما", "شهر خواهر", "شهر"]


def test_no_forms_match_nothing() -> None:
    assert compile_forms([]).search("هر چه باشد") is None


@given(words, words, st.sampled_from(["\u200c", "", " "]))
def test_parts_of_a_word_are_found_joined_glued_or_apart(left: str, right: str, joiner: str) -> None:
    # «ه‌ی» at the end of a word is its ezafe.
    assume(not (left.endswith("ه") and right == "ی"))
    pattern = compile_forms([f"{left}\u200c{right}"])

    assert pattern.fullmatch(fold(left + joiner + right).text)


joints = st.sampled_from(["", "\u200c", " ", "*"])


@given(st.lists(st.tuples(words, joints, words), min_size=1), st.text("ابتشرمینهکو  "))
def test_shared_beginnings_find_what_plain_alternatives_find(parts: list[tuple[str, str, str]], page: str) -> None:
    forms = [left + joint + right if joint != "*" else left + "*" for left, joint, right in parts]
    page = f"{page} {fold(' '.join(forms)).text}"
    plain = [re.compile(rf"(?<!\w){form_pattern(form)}(?!\w)") for form in forms]

    starts = [match.start() for match in re.finditer(any_of(forms), page)]

    assert all(any(pattern.match(page, start) for pattern in plain) for start in starts)
    assert bool(starts) == any(pattern.search(page) for pattern in plain)
