"""The names of a page by the words that they take."""

from __future__ import annotations

from peyvand.core.reading.frames.cities import City, Names
from peyvand.core.reading.parties import unknown_place


def test_names_of_a_stretch_of_words_are_those_that_begin_in_it() -> None:
    first, second = (City(at, at + 1, unknown_place(name)) for at, name in ((2, "Awonobe"), (7, "Bremen")))
    names = Names((first, second), ((4, 5, "JP"),))
    assert names.inside(3, 9) == Names((second,), ((4, 5, "JP"),))
    assert (names.begins(2), names.begins(3), names.ends(5)) == (True, False, True)
