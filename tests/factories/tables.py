"""Lists as files hold them, and a small world of places for their names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl

from peyvand.adapters.imports.batch import Batch
from peyvand.adapters.imports.composing import Setting, compose
from peyvand.adapters.imports.kinds import Kind
from peyvand.adapters.imports.opening import read_table
from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.lexicon.tables import table_words


def _country(code: str, *names: str) -> tuple[Place, Sequence[str]]:
    return Place(id=f"iso:{code}", name=names[0], country=code, level=Level.COUNTRY), names


def _city(number: int, name: str, country: str, people: int, *names: str, region: str = "") -> tuple[Place, list[str]]:
    place = Place(
        id=f"geonames:{number}", name=name, country=country, population=people, region=region,
        latitude=float(number % 80), longitude=float(number % 170),
    )  # fmt: skip
    return place, [name, *names]


ISFAHAN, _ = _city(418863, "Isfahan", "IR", 1_547_164)
WORLD = Gazetteer.of(
    [
        _country("IR", "Iran", "ایران"),
        _country("RU", "Russia", "روسیه"),
        _country("DE", "Germany", "آلمان"),
        _country("IN", "India", "هند"),
        _country("US", "United States", "آمریکا"),
        _country("GB", "United Kingdom"),
        _country("UA", "Ukraine"),
        _country("CN", "China", "چین"),
        _city(418863, "Isfahan", "IR", 1_547_164, "اصفهان"),
        _city(128747, "Urmia", "IR", 577_000, "ارومیه"),
        _city(551487, "Kazan", "RU", 1_243_500, "کازان", "قازان"),
        _city(2925177, "Freiburg", "DE", 215_966, "فرایبورگ", "Freiburg im Breisgau"),
        _city(1259229, "Pune", "IN", 2_935_744, "پونا"),
        _city(4509177, "Columbus", "US", 905_748, region="OH"),
        _city(4256038, "Columbus", "US", 46_690, region="IN"),
        _city(2653075, "Christchurch", "GB", 31_372, region="ENG"),
        _city(709161, "Feodosiya", "UA", 69_145, "Feodosia"),
        (Place(id="iso:CN-FJ", name="Fujian", country="CN", level=Level.PROVINCE), ["Fujian"]),
        *(_city(9000 + n, f"Charterville {chr(65 + n)}", "DE", 9_000) for n in range(10)),
    ]
)


def separated(rows: Iterable[Sequence[str]], encoding: str = "utf-8", separator: str = ",") -> bytes:
    """Rows as a file of separated values."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def workbook(rows: Iterable[Sequence[Any]], sheet: str = "فهرست") -> bytes:
    """Rows as the first sheet of a workbook."""
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def setting(**more: Any) -> Setting:
    return Setting(words=table_words(), gazetteer=WORLD, **more)


def batch(kind: Kind, *rows: Sequence[str], name: str = "list.csv", **more: Any) -> Batch:
    """What becomes of a list with these rows, the headings first."""
    return compose(read_table(separated(rows), name), kind, setting(**more))
