from __future__ import annotations

import pytest

from peyvand.core.reading.lists.columns import FIELDS, Field, Role, RowStatus, Side, columns_of, knows_header, longest
from peyvand.lexicon.tables import table_words

WORDS = table_words()


def fields(*header: str, samples: tuple[tuple[str, ...], ...] = ()) -> list[str]:
    """The names of the fields that the headings stand for, ``-`` for what is not understood."""
    found = columns_of(header, samples, WORDS)
    return [found[at].name if at in found else "-" for at in range(len(header))]


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (("city1", "country1", "city2", "country2"), "city city_country partner partner_country"),
        (("City A", "Country A", "City B", "Country B"), "city city_country partner partner_country"),
        (("شهر ۱", "کشور ۱", "شهر ۲", "کشور ۲"), "city city_country partner partner_country"),
        (("City", "Country", "Partner city", "Country"), "city city_country partner partner_country"),
        (("City", "Country", "Signed", "Type", "Status"), "partner partner_country date instrument status"),
        (
            ("ردیف", "شهر خواهرخوانده", "کشور", "تاریخ امضا", "نوع سند", "وضعیت"),
            "- partner partner_country date instrument status",
        ),
        (("نام شهر", "نام کشور", "سال انعقاد", "تاریخ پایان"), "partner partner_country date end"),
        (("شهر ایرانی", "شهر خواهرخوانده", "تاریخ تفاهم‌نامه"), "city partner date"),
        (("qid_a", "qid_b"), "city_id partner_id"),
        (("Twin town", "Since"), "partner date"),
        (("Kind of agreement", "Country of the partner", "Town"), "instrument partner_country partner"),
        (
            ("qid", "label_en", "iso2", "lat", "lon", "population", "geonameid"),
            "partner_id partner partner_country partner_latitude partner_longitude partner_population partner_geonames",
        ),
        (("City", "City"), "city partner"),
        (("Notes", "Remarks"), "- -"),
    ],
)
def test_columns_by_their_headings(header: tuple[str, ...], expected: str) -> None:
    assert fields(*header) == expected.split()


def test_column_of_item_numbers_is_one_of_identities() -> None:
    samples = (("Q42053", "Isfahan", "Q2833", "Freiburg"), ("Q42053", "Isfahan", "", "Kazan"))

    assert fields("item", "itemLabel", "partner", "partnerLabel", samples=samples) == [
        "city_id", "city", "partner_id", "partner",
    ]  # fmt: skip


def test_second_column_of_a_field_is_left_out() -> None:
    assert fields("Partner city", "Date", "Year") == ["partner", "date", "-"]


def test_header_is_told_from_titles_and_rows() -> None:
    assert knows_header(("شهر", "کشور", "یادداشت"), WORDS)
    assert not knows_header(("فهرست شهرهای خواهرخوانده", ""), WORDS)
    assert not knows_header(("1", "Kazan", "Russia", "2015"), WORDS)


def test_every_field_has_a_name_of_its_own() -> None:
    assert FIELDS["partner_country"] == Field(Role.COUNTRY, Side.OTHER)
    assert FIELDS["date"] == Field(Role.DATE)
    assert all(field.name == name for name, field in FIELDS.items())


def test_longest_form_decides() -> None:
    assert longest(WORDS.statuses, "غیر فعال") == (RowStatus.INACTIVE, "غیر فعال")
    assert longest(WORDS.statuses, "unheard of") is None
