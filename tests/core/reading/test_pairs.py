"""Which two cities a step is between; with ``reference``, for words that point back."""

from __future__ import annotations

import pytest
from tests.factories.towns import hits, told

from peyvand.core.reading.cast import Cast
from peyvand.core.reading.pairs import pairs_of
from peyvand.core.reading.reference import Focus, Reference


def pairs(text: str) -> list[tuple[str, str]]:
    found = [hit for hit in hits(text) if hit.trigger.event in ("signing", "standing", "proposal")]
    return [(hit.pair[0].place.name, hit.pair[1].place.name) for hit in found]


def whys(text: str) -> list[str]:
    return [hit.why for hit in hits(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("کاشمر و اوش خواهرخوانده شدند.", [("Kashmar", "Osh")]),
        ("کاشمر با اوش خواهرخوانده شد.", [("Kashmar", "Osh")]),
        ("میان کاشمر و اوش پیمان خواهرخواندگی بسته شد.", [("Kashmar", "Osh")]),
        ("شهردار کاشمر گفت: با اوش و باتومی پیمان خواهرخواندگی بستیم.", [("Kashmar", "Osh"), ("Kashmar", "Batumi")]),
        ("کاشمر با قونیه و بورسا ترکیه و اوش خواهرخوانده است.",
         [("Kashmar", "Konya"), ("Kashmar", "Bursa"), ("Kashmar", "Osh")]),
        ("کاشمر، اوش و باتومی با یکدیگر خواهرخوانده شدند.",
         [("Kashmar", "Osh"), ("Kashmar", "Batumi"), ("Osh", "Batumi")]),
        ("میان کاشمر، اوش و باتومی پیمان خواهرخواندگی بسته شد.",
         [("Kashmar", "Osh"), ("Kashmar", "Batumi"), ("Osh", "Batumi")]),
        ("میان کاشمر و شهرهای اوش و باتومی پیمان خواهرخواندگی بسته شد.", [("Kashmar", "Osh"), ("Kashmar", "Batumi")]),
        ("سمنان و کاشمر با اوش پیمان خواهرخواندگی بستند.", [("Semnan", "Osh"), ("Kashmar", "Osh")]),
        ("شهر کاشمر با چند شهر پیمان خواهرخواندگی بست.", []),
        ("دو استان کاشمر و اوش پیمان خواهرخواندگی بستند.", []),
    ],
)  # fmt: skip
def test_named_cities_come_first(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("باتومی که پیش‌تر خواهرخوانده کاشمر بود، اکنون با وان و لاهور پیمان خواهرخواندگی دارد.",
         {("Batumi", "Van"), ("Batumi", "Lahore")}),
        ("سخن از اوش و باتومی است. شهرداری کاشمر با این دو شهر پیمان خواهرخواندگی بست.",
         {("Kashmar", "Osh"), ("Kashmar", "Batumi")}),
    ],
)  # fmt: skip
def test_partners_of_a_city_told_before(text: str, found: set[tuple[str, str]]) -> None:
    assert {frozenset(pair) for pair in found} <= {frozenset(pair) for pair in pairs(text)}
    assert frozenset(("Kashmar", "Van")) not in {frozenset(pair) for pair in pairs(text)}


def test_who_came_to_a_festival_did_not_hold_it() -> None:
    text = "کاشمر و اوش خواهرخوانده‌اند و جشنواره مشترکی برپا کردند. نمایندگان وان و لاهور در این جشنواره بودند."
    assert not {line for line in told(text) if "Van" in line or "Lahore" in line}


def test_the_only_city_of_a_country_is_tied_to_the_one_the_article_names() -> None:
    text = "کاشمر و سیبیو خواهرخوانده‌اند. سیبیو تنها شهر رومانی است که با شهری در ایران خواهرخوانده است."
    assert ("Sibiu", "Kashmar") in pairs(text) or ("Kashmar", "Sibiu") in pairs(text)
    assert "only one" in whys(text)
    assert "only one" not in whys(text.replace("شهری در ایران", "شهری در ترکیه"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شهردار کاشمر به اوش رفت. پیمان خواهرخواندگی این دو شهر فردا بسته می‌شود.", {"Kashmar", "Osh"}),
        ("شهردار کاشمر از اوش سخن گفت. این شهر خواهرخوانده کاشمر است.", {"Kashmar", "Osh"}),
        ("شهردار کاشمر از باتومی آمد و از اوش سخن گفت. کاشمر با این شهر گرجستان خواهرخوانده است.",
         {"Kashmar", "Batumi"}),
        ("شهردار کاشمر آمد. وی گفت: با اوش پیمان خواهرخواندگی بسته شد.", {"Kashmar", "Osh"}),
        ("کاشمر و اوش خواهرخوانده‌اند. این پیمان فردا در تالار شهر امضا می‌شود.", {"Kashmar", "Osh"}),
    ],
)  # fmt: skip
def test_words_point_back(text: str, found: set[str]) -> None:
    assert {frozenset(pair) for pair in pairs(text)} == {frozenset(found)}


def test_a_journey_ties_each_stop_to_where_it_began() -> None:
    assert told("هیئت شهرداری کاشمر از کاشمر به اوش و سپس به باتومی سفر کرد.") == {
        "visit done: Kashmar, Osh", "visit done: Batumi, Kashmar",
    }  # fmt: skip


def test_journeys_at_home_are_no_matter_of_cities_abroad() -> None:
    assert told("هیئت شهرداری کاشمر به یزد سفر کرد.") == set()


def test_a_place_of_meeting_is_no_party() -> None:
    text = "شهرداران کاشمر و اوش آمدند. پیمان خواهرخواندگی کاشمر و اوش در بم امضا شد."
    assert told(text) == {"signing done: Kashmar, Osh"}


def test_the_way_is_told() -> None:
    assert whys("کاشمر و اوش خواهرخوانده شدند.") == ["named"]
    assert whys("کاشمر و اوش خواهرخوانده شدند. پیمان را تمدید می‌کنیم.") == ["named", "focus"]


def test_nothing_is_found_where_no_city_acts() -> None:
    (hit,) = hits("کاشمر و اوش خواهرخوانده شدند.")
    nobody = Cast(None, None, of_cities=False)
    assert pairs_of(hit.trigger, nobody, Focus()).pairs == ()
    assert Reference(Cast(None, None), Focus()).pointed(hit.trigger).pairs == ()


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("کاشمر خانواده‌ای بزرگ دارد. این شهر با قونیه و وان در ترکیه، باتومی در گرجستان و اوش پیمان خواهرخواندگی دارد.",
         {"standing done: Kashmar, Konya", "standing done: Kashmar, Van", "standing done: Batumi, Kashmar",
          "standing done: Kashmar, Osh"}),
        ("شهردار کاشمر پیشنهاد خواهرخواندگی سه‌جانبه کاشمر، اوش و باتومی را داد.",
         {"proposal done: Kashmar, Osh", "proposal done: Batumi, Kashmar", "proposal done: Batumi, Osh"}),
        ("شهردار کاشمر گفت: بر پایه سند همکاری ایران و ترکیه که دیروز بسته شد، کاشمر و قونیه خواهرخوانده می‌شوند.",
         {"signing planned: Kashmar, Konya"}),
        ("کاشمر و اوش ۱۱ سال خواهرخوانده بودند.", set()),
        ("کاشمر پیوند تازه‌ای با شهر اوش دارد.", {"standing done: Kashmar, Osh"}),
        ("کاشمر با شهرهای برادر اوش و باتومی رابطه دارد.",
         {"standing done: Kashmar, Osh", "standing done: Batumi, Kashmar"}),
    ],
)  # fmt: skip
def test_whose_partners_they_are(text: str, statements: set[str]) -> None:
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("کاشمر با ۲۲ شهر، یزد با ۱۶ شهر و سمنان نیز با ۱۳ شهر جهان پیمان خواهرخواندگی دارند.", set()),
        ("کاشمر و اوش خواهرخوانده‌اند. کاشمر تاکنون با چهار شهر جهان پیمان خواهرخواندگی امضا کرده است.",
         {"standing done: Kashmar, Osh"}),
        ("کاشمر و اوش خواهرخوانده‌اند. پیشنهاد من این است که با شهرهای ترکیه و لهستان پیمان ببندیم.",
         {"standing done: Kashmar, Osh"}),
        ("کاشمر در آستانه بستن قرارداد با سومین خواهرخوانده خود است. کاشمر و اوش خواهرخوانده‌اند.",
         {"standing done: Kashmar, Osh"}),
        ("معاون شهردار یزد گفت: پیمان خواهرخواندگی میان شهرداری‌های کاشمر و اوش را امضا کردند.",
         {"signing done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_partners_that_are_not_named(text: str, statements: set[str]) -> None:
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("سه شهر کاشمر، اوش و باتومی با هم خواهرخوانده شدند.",
         {"signing done: Kashmar, Osh", "signing done: Batumi, Kashmar", "signing done: Batumi, Osh"}),
        ("شهردار کاشمر به اوش رفت. در این سفر درباره همکاری نیز گفت‌وگو شد.",
         {"visit done: Kashmar, Osh", "negotiation done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_cities_counted_by_name_and_journeys_pointed_at(text: str, statements: set[str]) -> None:
    assert told(text) == statements


def test_a_name_that_nobody_knows_is_not_made_up_for() -> None:
    assert told("شهرداری قونیه پیمان خواهرخواندگی میان شهرداری‌های زمردآباد و اوش را امضا کرد.") == set()


def test_a_persons_name_is_no_city() -> None:
    assert told("پیمان خواهرخواندگی میان رضا کیا، شهردار کاشمر، و بهمن یزد اوغلو، شهردار قونیه، امضا شد.") == {
        "signing done: Kashmar, Konya"
    }


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("شهردار کاشمر برای شرکت در همایش شهرداران جهان به اوش رفت.", set()),
        ("شهردار کاشمر برای شرکت در جشن خواهرخواندگی به اوش رفت.", {"visit done: Kashmar, Osh"}),
        ("شهردار کاشمر سخن گفت. او در اوش با شهردار این شهر دیدار کرد.", {"visit done: Kashmar, Osh"}),
        ("شهردار کاشمر سخن گفت. این شهرداری با اوش پیمان خواهرخواندگی امضا کرد.", {"signing done: Kashmar, Osh"}),
    ],
)
def test_host_of_a_conference_is_no_partner_and_this_city_is_one(text: str, statements: set[str]) -> None:
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("شهردار کاشمر نوشت. وان زیباست. کاشمر شاد است. نامه شهرداری اوش درباره پیمان خواهرخواندگی با آن شهر امضا شد.",
         {"signing done: Kashmar, Osh"}),
        ("شهردار کاشمر نوشت. اوش زیباست. شهردار کاشمر با آن شهر پیمان خواهرخواندگی امضا کرد.",
         {"signing done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_that_city_is_the_one_named_before_it(text: str, statements: set[str]) -> None:
    assert told(text) == statements


def test_our_city_is_the_one_at_home() -> None:
    text = "شهردار کاشمر سخن گفت. وان زیباست. شهر ما با اوش پیمان خواهرخواندگی بست."
    assert told(text) == {"signing done: Kashmar, Osh"}


@pytest.mark.parametrize(
    ("items", "statements"),
    [
        (("* کاشمر: پیمان خواهرخواندگی با اوش امضا شد.", "* یزد: سند خواهرخواندگی با باتومی تمدید شد."),
         {"signing done: Kashmar, Osh", "renewal done: Batumi, Yazd"}),
        (("۱. کاشمر: پیمان خواهرخواندگی با اوش امضا شد.", "۲. یزد: هیئتی از باتومی به این شهر آمد."),
         {"signing done: Kashmar, Osh", "visit done: Batumi, Yazd"}),
        (("کاشمر: پیمان خواهرخواندگی با اوش امضا شد.", "یزد: پیمان خواهرخواندگی با شهر سمنان تمدید شد."),
         {"signing done: Kashmar, Osh", "renewal done: Semnan, Yazd"}),
        # Another city at home that nothing ties to the one before the colon.
        (("کاشمر با اوش خواهرخوانده است.", "یزد: شهردار سمنان از نمایشگاه بازدید کرد."),
         {"standing done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_items_begin_with_the_city_whose_news_they_are(items: tuple[str, ...], statements: set[str]) -> None:
    assert told("\n\n".join(("از شهرها", *items))) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("شهردار کاشمر به یزد رفت که با اوش خواهرخوانده است.", {"standing done: Osh, Yazd"}),
        ("این نامه به شهر یزد هم رسید که با اوش خواهرخوانده است.", {"standing done: Osh, Yazd"}),
        ("این نامه به یزد هم رسید و کاشمر با اوش خواهرخوانده است.", {"standing done: Kashmar, Osh"}),
        ("شهردار کاشمر در یزد گفت که با اوش خواهرخوانده است.", {"standing done: Kashmar, Osh"}),
    ],
)
def test_where_something_went_may_be_what_the_words_behind_it_are_about(text: str, statements: set[str]) -> None:
    found = told("کاشمر با باتومی خواهرخوانده است. " + text) - {"standing done: Batumi, Kashmar"}
    assert {line for line in found if line.startswith("standing")} == statements


def test_a_conference_is_no_talk_with_the_city_where_it_is_held() -> None:
    assert told("شهردار کاشمر برای شرکت در نشست شهرداران به اوش رفت.") == set()
    assert "negotiation planned: Kashmar, Osh" in told("شهردار کاشمر برای دیدار با شهردار اوش به اوش رفت.")
