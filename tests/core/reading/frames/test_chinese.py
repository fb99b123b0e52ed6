"""Chinese: no spaces and no tense; the word for city stands behind a name, the country before it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.factories.frames import reading_in, told_in

SAID = [
    ("宿迁市与伊朗设拉子市签署了友好城市协议。", "signing done"),
    ("宿迁市与伊朗设拉子市正式结为友好城市。", "signing done"),
    ("宿迁市将与伊朗设拉子市签署友好城市协议。", "signing planned"),
    ("宿迁市拟与伊朗设拉子市结为友好城市。", "signing planned"),
    ("宿迁市长希望早日与伊朗设拉子市缔结友好城市关系。", "signing wished"),
    ("宿迁市尚未与伊朗设拉子市签署友好城市协议。", "signing denied"),
    ("宿迁市没有与伊朗设拉子市签署友好城市协议。", "signing denied"),
    ("宿迁市人大常委会批准与伊朗设拉子市缔结友好城市关系。", "approval done"),
    ("宿迁市与设拉子市续签了友好城市协议。", "renewal done"),
    ("宿迁市暂停了与设拉子市的友城关系。", "suspension done"),
    ("宿迁市宣布解除与设拉子市的友城关系。", "termination done"),
    ("宿迁市代表团访问了友好城市设拉子市。", "visit done"),
    ("宿迁和设拉子是友好城市。", "standing done"),
]


@pytest.mark.parametrize(("sentence", "step"), SAID)
def test_steps_with_their_modality(sentence: str, step: str) -> None:
    assert told_in("zh", sentence) == [f"{step}: Shiraz, Suqian"]


def test_a_town_that_no_list_knows_stands_between_its_country_and_the_word_for_city() -> None:
    (signing,) = reading_in("zh", "宿迁市与伊朗泽伦科市签署了友好城市协议。").statements
    assert [(city.name, city.country) for city in signing.cities] == [("Suqian", "CN"), ("泽伦科", "IR")]


def test_a_name_does_not_end_inside_a_longer_word() -> None:
    found = reading_in("zh", "宿迁市长王海宁会见设拉子市代表团。两市是友好城市。")
    assert [(person.role, person.name) for person in found.people] == [("mayor", "王海宁")]


def test_the_number_of_friends_is_counted() -> None:
    counts = reading_in("zh", "宿迁市拥有13个友好城市。").counts
    assert [(count.n, count.kind, count.city.name) for count in counts] == [(13, "total", "Suqian")]


@pytest.mark.parametrize("sentence", ["宿迁大学与设拉子大学签署了合作协议。", "宿迁到设拉子的航线开通。"])
def test_other_ties_say_nothing(sentence: str) -> None:
    assert told_in("zh", sentence) == []


SIGNED = """宿迁的新伙伴设拉子

发布时间：2024年3月4日

宿迁市与伊朗设拉子市3月3日签署了友好城市协议，两市将在文化和旅游方面交流合作。

宿迁市市长王海宁表示，代表团下月将访问设拉子市。

相关新闻：海边十景"""
TRADITIONAL = """喀山與宿遷的姊妹市案

宿迁市議會今天批准與俄羅斯喀山市締結姊妹市。協議預定明年簽署。"""


def test_a_signing_with_its_day() -> None:
    found = reading_in("zh", SIGNED)
    signing = found.statements[0]
    assert (signing.statement.event, signing.statement.modality) == ("signing", "done")
    assert (signing.resolution.date, signing.statement.instrument) == ("2024-03-03", "sister_city")
    assert (found.source.published, [person.name for person in found.people]) == ("2024-03-04", ["王海宁"])
    assert {area.area for area in found.areas} == {"culture", "tourism"}


def test_a_vote_is_no_signing_in_the_older_signs() -> None:
    assert told_in("zh", TRADITIONAL)[0] == "approval done: Kazan, Suqian"
    assert "signing done: Kazan, Suqian" not in told_in("zh", TRADITIONAL)


def test_a_longer_name_before_the_word_for_city_wins() -> None:
    (suspension,) = reading_in("zh", "宿迁市暂停了与哈萨克斯坦里昂木图市的友城关系。").statements
    assert [city.name for city in suspension.cities] == ["Suqian", "里昂木图"]


def test_a_deliberation_is_no_signing() -> None:
    assert "signing done: Shiraz, Suqian" not in told_in("zh", "会议审议了宿迁市与伊朗设拉子市建立友好城市关系的议案。")


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("宿迁市与摩洛哥非巴德市缔结友好城市。", ["Suqian", "非巴德"]),
        ("捷克首都里昂市与宿迁市缔结友好城市。", ["Lyon", "Suqian"]),
        ("中国国民党宿迁市与里昂市缔结友好城市。", ["Suqian", "Lyon"]),
    ],
)
def test_a_name_behind_a_country_has_neither_bodies_nor_words_in_it(text: str, cities: list[str]) -> None:
    (signing,) = reading_in("zh", text).statements
    assert [city.name for city in signing.cities] == cities


@pytest.mark.parametrize(("text", "count"), [("宿迁与里昂尔斯克缔结友好城市。", 0), ("宿迁与里昂缔结友好城市。", 1)])
def test_a_lesser_place_within_a_longer_name_is_none(text: str, count: int) -> None:
    assert len(reading_in("zh", text).statements) == count


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14日，宿迁市与法国里昂市签署了友好城市协议。", "2024-03-14"),
        ("宿迁市与法国里昂市28日签署了友好城市协议。", "2024-02-28"),
        ("宿迁市将于28日与法国里昂市签署友好城市协议。", "2024-03-28"),
        ("昨日，宿迁市与日本酒田、法国里昂市签署了友好城市协议。", "2024-03-14"),
        ("第14日，宿迁市与法国里昂市签署了友好城市协议。", None),
    ],
)
def test_a_day_alone_is_of_the_month_of_publication(text: str, day: str | None) -> None:
    found = reading_in("zh", text, date(2024, 3, 15)).statements
    assert {one.resolution.date for one in found} == {day}


def test_partners_of_our_city_are_no_pair_of_their_own() -> None:
    told = told_in("zh", "宿迁很大。去年，我市与法国里昂市、俄罗斯喀山市签署友好城市协议。我市有13个友好城市。")
    assert told == ["signing done: Lyon, Suqian", "signing done: Kazan, Suqian"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "俄罗斯喀山市、伊朗设拉子市和法国里昂市相继与宿迁市缔结友好城市关系。",
            ["signing done: Kazan, Suqian", "signing done: Lyon, Suqian", "signing done: Shiraz, Suqian"],
        ),
        (
            "宿迁市2011年与里昂市缔结友好城市关系、2016年与设拉子市缔结友好城市关系。",
            ["signing done: Lyon, Suqian", "signing done: Shiraz, Suqian"],
        ),
        (
            "目前，与宿迁结为友好城市的有法国里昂市、伊朗设拉子市和俄罗斯喀山市。",
            ["standing done: Kazan, Suqian", "standing done: Lyon, Suqian", "standing done: Shiraz, Suqian"],
        ),
        (
            "宿迁新闻。俄罗斯喀山市、伊朗设拉子市等友好城市向我市捐赠了物资。",
            ["standing done: Kazan, Suqian", "standing done: Shiraz, Suqian"],
        ),
        (
            "宿迁市将与喀山、设拉子等友好城市加强合作。",
            ["standing done: Kazan, Suqian", "standing done: Shiraz, Suqian"],
        ),
        ("喀山和设拉子不是宿迁的友好城市。", []),
    ],
)
def test_a_list_of_partners_is_read_whole(text: str, found: list[str]) -> None:
    assert sorted(told_in("zh", text)) == found


def test_what_is_called_friendly_relations_is_a_friendship() -> None:
    (one, _) = reading_in("zh", "与宿迁结为友好关系的有法国里昂市和伊朗设拉子市。").statements
    assert (one.statement.event, one.statement.instrument) == ("standing", "friendship")
