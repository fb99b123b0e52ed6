from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.gazetteer.names import (
    Rank,
    Reference,
    Script,
    index_of,
    name_key,
    read_references,
    script_of,
    write_references,
)


@pytest.mark.parametrize("spelled", ["آق‌قلا", "آق قلا", "آققلا", "آق-قلا", "آق قـلا"])
def test_all_ways_of_joining_have_one_key(spelled: str) -> None:
    assert name_key(spelled) == "آققلا"


@pytest.mark.parametrize(
    ("marked", "key"),
    [("Kōchi", "kochi"), ("Łódź", "lodz"), ("İzmir", "izmir"), ("Xi'an", "xian"), ("Straßburg", "strassburg")],
)
def test_marks_on_latin_letters_do_not_count(marked: str, key: str) -> None:
    assert name_key(marked) == key


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("اصفهان", Script.ARABIC),
        ("Köln", Script.LATIN),
        ("«Казань»", Script.CYRILLIC),
        ("西安", Script.HAN),
        ("ისპაანი", None),
        ("123", None),
        ("", None),
    ],
)
def test_script_is_that_of_the_first_letter(name: str, script: Script | None) -> None:
    assert script_of(name) is script


@given(st.lists(st.builds(Reference, st.integers(0, 10**6), st.sampled_from(Rank)), min_size=1))
def test_references_are_read_as_they_were_written(references: list[Reference]) -> None:
    assert read_references(write_references(references)) == tuple(sorted(references))


def test_index_knows_how_its_keys_begin() -> None:
    names = index_of({"قم": "02", "اصفهان": "01", "اصف": "03"})

    assert [list(names.beginning(letters)) for letters in ("اصف", "ق", "ب")] == [["اصف", "اصفهان"], ["قم"], []]
