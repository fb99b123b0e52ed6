"""The register asked: one bond as it is and as it was, in SQL and whole; a city's page; the whole world as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from django.db import connection

from benchmarks.ledger.measuring import Figures, each, quantiles
from peyvand.records.register import queries
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.gathering import about_pairs, gather
from peyvand.records.register.models import Bond, City

_ASKED = 300
_THEN = date(2010, 7, 1)


def ask(_world: Path) -> Figures:
    random = Random(5)
    rows = list(Bond.objects.filter(audience="public").order_by("slug").values_list("place_a", "place_b"))
    pairs = random.sample(rows, min(_ASKED, len(rows)))
    places = random.sample(list(City.objects.filter(audience="public").values_list("place", flat=True)), 50)
    then = [_recorded(lambda pair=pair: gather(about_pairs([pair]), identity=identity_at())) for pair in pairs]
    return {
        **quantiles("current_sql", each([lambda pair=pair: _current(pair) for pair in pairs])),
        **quantiles("as_of_sql", each([lambda asked=asked: _again(asked) for asked in then])),
        **quantiles("bond_as_of", each([lambda pair=pair: queries.bond(pair, as_of=_THEN) for pair in pairs])),
        **quantiles("city", each([lambda place=place: queries.city(place) for place in places])),
        **quantiles("city_as_of", each([lambda place=place: queries.city(place, as_of=_THEN) for place in places])),
        "bonds": len(rows),
    }


def _current(pair: tuple[str, str]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT state FROM register_bond WHERE audience = 'public' AND place_a = %s AND place_b = %s", pair
        )
        return cursor.fetchone()


def _recorded(call: Callable[[], object]) -> list[tuple[str, Any]]:
    """The questions that a call asks the store."""
    asked: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        call()
    return asked


def _again(asked: list[tuple[str, Any]]) -> None:
    with connection.cursor() as cursor:
        for sql, params in asked:
            cursor.execute(sql, params)
            cursor.fetchall()


STAGES: dict[str, Callable[[Path], Figures]] = {"ask": ask}
