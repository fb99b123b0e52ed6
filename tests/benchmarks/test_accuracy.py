"""The scorer counts what a label and a reading have in common."""

from __future__ import annotations

from typing import Any

from benchmarks.accuracy import Tally, labelled, read, table

NOTHING: dict[str, list[Any]] = {"counts": [], "areas": [], "people": []}


def event(kind: str, *cities: str, certainty: str = "done", date: str | None = None) -> dict[str, Any]:
    return {"type": kind, "cities": list(cities), "certainty": certainty, "date": date}


def said(
    kind: str, *cities: str, modality: str = "done", part: str = "body", date: str | None = None
) -> dict[str, Any]:
    places = [{"name": name} for name in cities]
    return {"event": kind, "cities": places, "modality": modality, "part": part, "date": date}


def tally(events: list[dict[str, Any]], statements: list[dict[str, Any]]) -> Tally:
    counted = Tally()
    right = labelled({"events": events, **NOTHING})
    counted.take(right, read({"statements": statements, **NOTHING}, right))
    return counted


def figures(score: Any) -> tuple[int, int, int]:
    return score.right, score.wrong, score.missed


def test_an_event_is_right_whatever_the_order_and_marks_of_its_cities() -> None:
    counted = tally([event("signing", "Evora", "Sabzevar")], [said("signing", "Sabzevār", "Évora")])
    assert figures(counted.events) == figures(counted.pairs) == figures(counted.signings) == (1, 0, 0)


def test_another_certainty_is_a_wrong_event_of_a_right_pair() -> None:
    counted = tally([event("signing", "Tabas", "Ulm", certainty="planned")], [said("signing", "Tabas", "Ulm")])
    assert (figures(counted.events), figures(counted.pairs)) == ((0, 1, 1), (1, 0, 0))
    assert figures(counted.signings) == (0, 1, 0)


def test_what_only_the_headline_claims_is_not_counted() -> None:
    claimed = [said("signing", "Tabas", "Ulm", part="title")]
    assert figures(tally([], claimed).events) == (0, 0, 0)
    assert figures(tally([event("signing", "Tabas", "Ulm")], claimed).events) == (1, 0, 0)


def test_dates_are_asked_for_where_the_label_has_one() -> None:
    dated = event("visit", "Tabas", "Ulm", date="2023-05")
    assert tally([dated], [said("visit", "Tabas", "Ulm", date="2023-05")]).dates == (1, 1)
    assert tally([dated], [said("visit", "Tabas", "Ulm")]).dates == (0, 1)
    assert tally([event("visit", "Tabas", "Ulm")], [said("visit", "Tabas", "Ulm", date="2023")]).dates == (0, 0)


def test_a_text_without_a_tie_is_right_when_nothing_is_read() -> None:
    assert tally([], []).negatives == (1, 1)
    assert tally([], [said("visit", "Tabas", "Ulm")]).negatives == (0, 1)


def test_names_of_persons_are_compared_by_their_letters() -> None:
    right = labelled({"events": [], "counts": [], "areas": [], "people": [{"name": "رسول كارون‌زاده"}]})
    found = read({"statements": [], "counts": [], "areas": [], "people": [{"name": "رسول کارون زاده"}]}, right)
    assert found.people == right.people


def test_rows_join_and_the_table_tells_how_many() -> None:
    both, other = tally([], []), tally([event("visit", "Tabas", "Ulm")], [said("visit", "Tabas", "Ulm")])
    both.join(other)
    *_heads, row = table([("all", both)])
    assert row == ("| all | 2 | 1.000 (1.000 / 1.000) | 1.000 (1.000 / 1.000) | – (of 0) | – | – | – | – | 1 of 1 |")
