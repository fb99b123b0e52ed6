from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peyvand.core.gazetteer import Gazetteer, Level, PlaceMention, PlaceWords, Role, find_places
from peyvand.core.text import Span, fold


def _found(text: str, gazetteer: Gazetteer, words: PlaceWords) -> list[tuple[str, str | None]]:
    mentions = find_places(fold(text), gazetteer, words)
    return [(mention.name, mention.place.id if mention.place else None) for mention in mentions]


def _one(text: str, gazetteer: Gazetteer, words: PlaceWords) -> PlaceMention:
    mentions = [mention for mention in find_places(fold(text), gazetteer, words) if mention.level is not Level.COUNTRY]
    assert len(mentions) == 1
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هیئت أصفهان آمد", [("اصفهان", "geonames:2")]),
        ("از سن‌پترزبورگ به اصـفهان", [("سنپترزبورگ", "geonames:9"), ("اصفهان", "geonames:2")]),
        ("بورسای ترکیه", [("بورسا", "geonames:4"), ("ترکیه", "iso:TR")]),
        ("بورساترکیه", [("بورسا", "geonames:4"), ("ترکیه", "iso:TR")]),
        ("دراصفهان", [("اصفهان", "geonames:2")]),
        ("اصفهانی‌ها آمدند", []),
        ("علی کرمان آمد", []),
        ("آب در وان ریخت", []),
        ("شهر وان", [("وان", "geonames:3")]),
        ("اصفهان و وان", [("اصفهان", "geonames:2"), ("وان", "geonames:3")]),
        ("شهرهایی مانند وان", []),
        ("تونس و ترکیه", [("تونس", "iso:TN"), ("ترکیه", "iso:TR")]),
        ("شهر تونس", [("تونس", "geonames:6")]),
        ("سن پترزبورگ (لنینگراد) بزرگ است", [("سن پترزبورگ", "geonames:9")]),
    ],
)
def test_names_are_found_with_their_places(
    text: str, expected: list[tuple[str, str]], gazetteer: Gazetteer, words: PlaceWords
) -> None:
    assert _found(text, gazetteer, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("روز دوشنبه آمد", []),
        ("دوشنبه 12 آذر آمد", []),
        ("دوشنبه گذشته به اصفهان آمد", [("اصفهان", "geonames:2")]),
        ("شهردار دوشنبه روز دوشنبه به دوشنبه رسید", [("دوشنبه", "geonames:5"), ("دوشنبه", "geonames:5")]),
        ("از تاجیکستان و به دوشنبه رفت", [("تاجیکستان", "iso:TJ"), ("دوشنبه", "geonames:5")]),
        ("اصفهان و دوشنبه", [("اصفهان", "geonames:2"), ("دوشنبه", "geonames:5")]),
    ],
)
def test_weekday_is_a_city_only_where_its_surroundings_say_so(
    text: str, expected: list[tuple[str, str]], gazetteer: Gazetteer, words: PlaceWords
) -> None:
    assert _found(text, gazetteer, words) == expected


@pytest.mark.parametrize(
    ("text", "place", "level", "role"),
    [
        ("استان کرمان", "iso:IR-08", Level.PROVINCE, Role.PLAIN),
        ("شهرستان کرمان", "local:county-1", Level.COUNTY, Role.PLAIN),
        ("کرمان", "geonames:1", Level.CITY, Role.PLAIN),
        ("گیلان", "iso:IR-01", Level.PROVINCE, Role.PLAIN),
        ("شهر گیلان", "iso:IR-01", Level.CITY, Role.PLAIN),
        ("شهردار کرمان", "geonames:1", Level.CITY, Role.OFFICE),
        ("شورای شهر کرمان", "geonames:1", Level.CITY, Role.OFFICE),
        ("دانشگاه کرمان", "geonames:1", Level.CITY, Role.INSTITUTION),
        ("سفارت ترکیه در کرمان", "geonames:1", Level.CITY, Role.INSTITUTION),
    ],
)
def test_word_before_decides_level_and_role(
    text: str, place: str, level: Level, role: Role, gazetteer: Gazetteer, words: PlaceWords
) -> None:
    mention = _one(text, gazetteer, words)

    assert (mention.place.id if mention.place else None, mention.level, mention.role) == (place, level, role)


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("بورسا در ترکیه", "geonames:4", "country_after:ترکیه"),
        ("شهر ترکیه‌ای بورسا", "geonames:4", "country_before:TR"),
        ("آستارا", "geonames:7", "home"),
        ("اصفهان", "geonames:2", "only"),
        ("شهر ماراتا ایتالیا", None, "unknown:ایتالیا"),
    ],
)
def test_choice_says_why(text: str, place: str | None, reason: str, gazetteer: Gazetteer, words: PlaceWords) -> None:
    mention = _one(text, gazetteer, words)

    assert (mention.place.id if mention.place else None, mention.reason) == (place, reason)


def test_country_after_a_list_counts_for_each_of_its_cities(gazetteer: Gazetteer, words: PlaceWords) -> None:
    van, bursa, turkey = find_places(fold("شهرهای وان و بورسا در ترکیه"), gazetteer, words)

    assert (van.reason, bursa.reason, bursa.country_span) == ("country_shared", "country_after:ترکیه", turkey.span)


def test_candidates_begin_with_the_chosen_place(gazetteer: Gazetteer, words: PlaceWords) -> None:
    mention = _one("آستارا", gazetteer, words)

    assert [place.country for place in mention.candidates] == ["IR", "AZ"]


def test_only_the_part_within_is_read(gazetteer: Gazetteer, words: PlaceWords) -> None:
    folded = fold("کرمان و اصفهان")

    mentions = find_places(folded, gazetteer, words, within=Span(0, 5))

    assert [mention.name for mention in mentions] == ["کرمان"]


def test_span_leads_back_to_the_letters_of_the_page(gazetteer: Gazetteer, words: PlaceWords) -> None:
    folded = fold("هیئت سن‌پترزبورگ آمد")

    (mention,) = find_places(folded, gazetteer, words)

    assert folded.quote(mention.span) == "سن‌پترزبورگ"


_PIECES = [
    "کرمان",
    "اصفهان",
    "وان",
    "دوشنبه",
    "ترکیه",
    "شهر",
    "شهرهای",
    "استان",
    "و",
    "،",
    "در",
    "(",
    ")",
    ".",
    "\n",
    "12",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(_PIECES)), st.sampled_from([" ", ""]))
def test_mentions_stand_in_order_inside_the_text(
    gazetteer: Gazetteer, words: PlaceWords, pieces: list[str], between: str
) -> None:
    folded = fold(between.join(pieces))

    spans = [mention.span for mention in find_places(folded, gazetteer, words)]

    edges = [0, *(edge for span in spans for edge in span), len(folded.text)]
    assert edges == sorted(edges)
    assert all(span.start < span.stop for span in spans)


def test_a_foreign_state_says_where_a_city_lies(gazetteer: Gazetteer, words: PlaceWords) -> None:
    (city, state) = find_places(fold("گراوینا در توسکانی"), gazetteer, words)

    assert (city.reason, state.level) == ("sound:توسکانی", Level.PROVINCE)
