from __future__ import annotations

import pytest
from tests.factories.tables import ISFAHAN, batch, setting, workbook

from peyvand.adapters.imports import office, pairs, wikidata
from peyvand.adapters.imports.batch import REASONS, Batch, Item
from peyvand.adapters.imports.composing import compose
from peyvand.adapters.imports.known_places import KnownPlaces
from peyvand.adapters.imports.opening import read_table
from peyvand.adapters.imports.table import UnreadableTable
from peyvand.core.gazetteer.matching import Asked
from peyvand.core.ledger.claim import CountClaim
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Event, Instrument

HEADINGS = ("شهر", "کشور", "تاریخ امضا", "نوع سند", "وضعیت")
KAZAN = ("قازان", "روسیه", "1394/01/20", "پیمان خواهرخواندگی", "برقرار")
PAIRS = ("city1", "country1", "city2", "country2")


def office_list(*rows: tuple[str, ...], **more: object) -> Batch:
    return batch(office.KIND, HEADINGS, *rows, city=ISFAHAN, city_words="اصفهان", **more)


def statement(item: Item) -> Statement:
    assert isinstance(item.said, Statement)
    return item.said


def rejected(made: Batch) -> list[tuple[int, str]]:
    return [(one.row, one.reason) for one in made.rejected]


def test_row_is_a_statement_that_quotes_itself() -> None:
    made = office_list(KAZAN)

    (item,) = made.items
    said = statement(item)
    assert said.span.of(made.text) == item.quote == "قازان\tروسیه\t1394/01/20\tپیمان خواهرخواندگی\tبرقرار"
    assert (said.capture, said.places) == (made.capture, ("اصفهان", "قازان"))
    assert (said.event, said.instrument, said.date_text) == (Event.SIGNING, Instrument.SISTER_CITY, "1394/01/20")
    assert isinstance(item.meant, Resolution)
    assert (item.meant.places, item.meant.date) == (("geonames:418863", "geonames:551487"), "2015-04-09")
    assert item.meant.date_said is not None
    assert item.meant.date_said.calendar == "solar_hijri"
    assert made.speaks_for == ISFAHAN.id


def test_same_rows_in_another_file_are_the_same_text() -> None:
    from_workbook = compose(
        read_table(workbook([HEADINGS, KAZAN]), "list.xlsx"), office.KIND, setting(city=ISFAHAN, city_words="اصفهان")
    )

    assert (from_workbook.capture, from_workbook.items) == (office_list(KAZAN).capture, office_list(KAZAN).items)


def test_every_row_that_is_none_is_named_with_its_reason() -> None:
    made = office_list(
        ("", "روسیه", "", "", ""),
        ("قازان", "روسیه", "79/8/6", "", ""),
        ("قازان", "روسیه", "", "", "نامعلوم"),
        ("اصفهان", "ایران", "", "", ""),
        KAZAN,
    )

    assert rejected(made) == [(2, "no_partner"), (3, "date_unreadable"), (4, "status_unknown"), (5, "same_place")]
    assert made.rejected[1].details == {"cell": "79/8/6"}
    assert all(REASONS[one.reason].format(**one.details) for one in made.rejected)
    assert (made.rows, len(made.items)) == (5, 1)


def test_formula_in_a_column_that_is_read_rejects_the_row() -> None:
    rows = [("City", "Country", "Note"), ("Kazan", "Russia", "=1+1"), ('="Ka"&"zan"', "Russia", "")]
    made = compose(read_table(workbook(rows), "list.xlsx"), office.KIND, setting(city=ISFAHAN))

    assert rejected(made) == [(3, "formula")]
    assert len(made.items) == 1


def test_names_that_several_places_have_wait_for_a_person() -> None:
    made = batch(pairs.KIND, PAIRS, ("Pune", "India", "Columbus", "United States"))

    (waiting,) = made.waiting
    assert (waiting.row, waiting.name, waiting.reason) == (2, "Columbus", "ambiguous")
    assert [place.region for place in waiting.candidates] == ["OH", "IN"]
    assert [(item.meant, statement(item).places) for item in made.items] == [(None, ("Pune", "Columbus"))]


def test_region_beside_the_name_tells_the_namesakes_apart() -> None:
    made = batch(pairs.KIND, PAIRS, ("Pune", "India", "Columbus, Indiana", "United States"))

    (item,) = made.items
    assert isinstance(item.meant, Resolution)
    assert item.meant.places == ("geonames:1259229", "geonames:4256038")


def test_person_says_what_a_name_means() -> None:
    known = KnownPlaces(by_name={("columbus", "unitedstates"): "geonames:4256038"})

    made = batch(pairs.KIND, PAIRS, ("Pune", "India", "Columbus", "United States"), places=known)

    assert made.waiting == ()
    assert [item.meant.places for item in made.items if isinstance(item.meant, Resolution)] == [
        ("geonames:1259229", "geonames:4256038")
    ]


def test_rows_of_item_numbers_are_told_by_a_table_of_places() -> None:
    known = KnownPlaces(by_id={"Q1": Asked(name="Kazan", country="RU"), "Q2": Asked(name="Isfahan", country="IR")})

    made = batch(wikidata.KIND, ("qid_a", "qid_b"), ("Q1", "Q2"), ("Q2", "Q1"), ("Q1", "Q3"), places=known)

    assert [(statement(item).places, item.meant is not None) for item in made.items] == [
        (("Q1", "Q2"), True),
        (("Q1", "Q3"), False),
    ]
    assert made.repeated == 1
    assert [(one.row, one.name, one.reason) for one in made.waiting] == [(4, "Q3", "unknown")]


def test_repeated_rows_are_entered_once() -> None:
    made = office_list(KAZAN, KAZAN)

    assert (made.repeated, len(made.items)) == (1, 1)


def test_total_of_a_list_is_a_claim() -> None:
    made = office_list(KAZAN, ("جمع کل", "", "", "", "۱۶"))

    claims = [item.said for item in made.items if isinstance(item.said, CountClaim)]
    assert [(claim.city, claim.n, claim.kind) for claim in claims] == [("اصفهان", 16, "total")]
    assert made.rows == 1


def test_kind_that_is_not_understood_is_kept_and_told() -> None:
    made = office_list(("قازان", "روسیه", "", "پیوند ویژه", ""))

    assert made.unread_kinds == {"پیوند ویژه": 1}
    assert [(statement(item).instrument, statement(item).instrument_word) for item in made.items] == [
        (None, "پیوند ویژه")
    ]


def test_heading_of_the_partners_tells_the_kind() -> None:
    made = batch(office.KIND, ("Friendship city", "Country"), ("Kazan", "Russia"), city=ISFAHAN)

    assert [statement(item).instrument for item in made.items] == [Instrument.FRIENDSHIP]


def test_list_of_nobody_or_of_no_partners_is_refused() -> None:
    with pytest.raises(UnreadableTable, match="understood as city"):
        batch(office.KIND, HEADINGS, KAZAN)
    with pytest.raises(UnreadableTable, match="understood as partner"):
        batch(pairs.KIND, ("country1", "country2"), ("Iran", "Russia"))


def test_preview_shows_the_first_rows_as_they_are_read() -> None:
    (shown,) = office_list(KAZAN).previews

    assert (shown.row, shown.words, shown.reasons) == (2, ("اصفهان", "قازان"), ("identity", "country_said"))
    assert [place.name for place in shown.places if place] == ["Isfahan", "Kazan"]
    assert (shown.sayings, shown.date) == (("signing sister_city",), "2015-04-09")
    assert office_list(KAZAN).fields["شهر"] == "partner"


def test_control_signs_and_half_spaces_stay_as_written() -> None:
    made = office_list(("قا\u200cزان\u202e", "روسیه", "", "", ""))

    assert made.items == () or made.items[0].quote.startswith("قا\u200cزان\u202e")
    assert "\u200c" in made.text
