"""Names of cities are compared by how often each stands in a text."""

from __future__ import annotations

from benchmarks.cities import compared, named


def test_a_name_too_many_is_wrong_unless_it_is_free() -> None:
    score = compared({"ulm": (2, 1), "tabas": (1, 0)}, {"ulm": 4, "bonn": 1})
    assert (score.right, score.wrong, score.missed) == (2, 2, 1)


def test_cities_are_counted_in_the_article() -> None:
    assert named("هیئت شهرداری تبریز به وان ترکیه رفت. شهردار وان از تبریز گفت.", "fa") == {"tabriz": 2, "van": 2}
    assert named("The mayors of Ulm and Graz met. Ulm is glad.", "en") == {"ulm": 2, "graz": 1}
