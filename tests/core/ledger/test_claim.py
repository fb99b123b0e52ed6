from __future__ import annotations

from dataclasses import replace

from peyvand.core.ledger.claim import AreaClaim, CountClaim
from peyvand.core.text import Part, Span

COUNT = CountClaim(capture="c", span=Span(3, 9), part=Part.TITLE, city="شیراز", n=7, kind="ordinal", partner="درسدن")
AREA = AreaClaim(capture="c", span=Span(3, 9), area="tourism", places=("شیراز", "درسدن"))


def test_a_count_is_named_by_what_it_says():
    assert COUNT.key == replace(COUNT).key
    assert len({COUNT.key, replace(COUNT, n=8).key, replace(COUNT, partner=None).key}) == 3


def test_an_area_is_named_by_what_it_says():
    assert len({AREA.key, replace(AREA, area="culture").key, replace(AREA, span=Span(3, 8)).key}) == 3


def test_what_is_said_is_plain_json():
    assert COUNT.said() == {
        "capture": "c",
        "span": [3, 9],
        "part": "title",
        "city": "شیراز",
        "n": 7,
        "kind": "ordinal",
        "partner": "درسدن",
    }
    assert AREA.said() == {"capture": "c", "span": [3, 9], "area": "tourism", "places": ["شیراز", "درسدن"]}
