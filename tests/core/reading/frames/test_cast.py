from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in, told_in

from peyvand.core.reading.frames.cast import cast_of, distinct


def cast(text: str, speaks_for: str | None = None) -> tuple[str | None, set[str]]:
    found = cast_of(sentences_in("en", text), speaks_for, ())
    return found.home.place.name if found.home else None, {city.place.name for city in found.main or ()}


def test_the_dateline_tells_whose_news_it_is() -> None:
    text = "NORFOLK, Va. — The council spoke of its sister city Kazan.\n\nKazan lies on a river."
    assert cast(text) == ("Norfolk", {"Norfolk", "Kazan"})


def test_an_article_on_many_cities_is_of_none() -> None:
    text = "Kazan and Bursa, Lyon and Konya, Shiraz and Sochi are sister cities."
    assert cast(text)[0] is None


def test_an_article_without_ties_is_not_of_cities() -> None:
    assert not cast_of(sentences_in("en", "It rained in Kazan and Bursa."), None, ()).of_cities


def test_each_city_counts_once() -> None:
    cities = [city for one in sentences_in("en", "Kazan, Bursa and Kazan again.") for city in one.cities]
    assert [city.place.name for city in distinct(cities)] == ["Kazan", "Bursa"]


def test_a_city_beside_the_article_tells_whose_page_it_is() -> None:
    sentences = sentences_in("en", "The sister city Kazan signed.")
    norfolk = sentences_in("en", "Norfolk")[0].cities
    found = cast_of(sentences, None, ("US",), [*norfolk, *sentences[0].cities])
    assert found.home is not None
    assert found.home.place.name == "Norfolk"


def test_a_dateline_may_stand_in_brackets() -> None:
    text = "Kazan and Kazan again.\n\n(Norfolk, 6 September 2012) The council spoke of its sister city Kazan."
    assert cast(text)[0] == "Norfolk"


def test_a_town_of_an_aside_is_not_at_home() -> None:
    text = (
        "Kazan suspended its sister city ties with Bursa. Bursa and Kazan were friends.\n\nBursa wrote to Kazan.\n\n"
        "Norfolk, too, suspended its link with Lyon."
    )
    assert told_in("en", text)[0] == "suspension done: Bursa, Kazan"
    assert "Norfolk" not in told_in("en", text)[0]


def test_a_contract_of_shops_is_no_paper_of_cities() -> None:
    text = "Eine Stadt am Meer. Ein Betrieb aus Kasan hat mit einem Laden in Lyon einen Vertrag geschlossen."
    assert told_in("de", text) == []


def test_a_headline_that_opens_with_a_city_and_a_colon_is_of_that_city() -> None:
    text = "Kazan: three sister cities\n\nThe mayor greeted the sister cities of Kazan: Norfolk, Lyon and Konya."
    found = cast_of(sentences_in("en", text), None, ("US",))
    assert found.home is not None
    assert found.home.place.name == "Kazan"


def test_a_page_of_our_city_is_of_the_only_one_of_its_country() -> None:
    text = "我市与法国里昂市是友好城市。我市代表团访问里昂市，里昂市市长会见了代表团。宿迁市政府外办答复。"
    assert told_in("zh", text)[0] == "standing done: Lyon, Suqian"


def test_a_page_of_many_cities_is_of_the_one_in_its_masthead() -> None:
    article = sentences_in("en", "There met Lyon, Bursa, Konya, Kazan, Norfolk and Dayton.")
    cities = [city for sentence in article for city in sentence.cities]
    masthead = next(city for city in cities if city.place.name == "Dayton")._replace(first=-1)
    found = [cast_of(article, None, ("US", "FR"), (*head, *cities)).home for head in ((), (masthead,))]
    assert [home and home.place.name for home in found] == [None, "Dayton"]


def test_among_many_partners_our_city_is_the_only_one_at_home() -> None:
    names = "韩国甲甲市、日本乙乙市、法国里昂市、伊朗设拉子市、俄罗斯喀山市、德国丙丙市"
    text = f"宿迁新闻。{names}向我市来信。{names}的市长问候我市。"
    found = cast_of(sentences_in("zh", text), None, ("CN",))
    assert found.home is not None
    assert found.home.place.name == "Suqian"


def test_among_many_cities_that_are_nobodys_own_none_is_at_home() -> None:
    names = "韩国甲甲市、日本乙乙市、法国里昂市、伊朗设拉子市、俄罗斯喀山市、德国丙丙市"
    assert cast_of(sentences_in("zh", f"宿迁新闻。{names}来信。{names}的市长来信。"), None, ("CN",)).home is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Лион ушёл. Лион пишет. Лион ждёт. Побратимами были Казань, Сочи и Бурса. Казань, Сочи и Бурса молчат.",
            "Lyon",
        ),
        ("Лион отказался от побратима. Лион — город. Казань ответила Лиону, в Казани недовольны.", "Kazan"),
    ],
)
def test_several_partners_at_home_leave_the_page_to_the_town_abroad(text: str, found: str) -> None:
    home = cast_of(sentences_in("ru", text), None, ("RU", "TR")).home
    assert home is not None
    assert home.place.name == found
