from __future__ import annotations

import pytest
from tests.factories.towns import cast

NEWS = "شهردار کاشمر گفت: پیمان خواهرخواندگی با اوش بستیم. کاشمر شهری کهن است. شهردار کاشمر به اوش می‌رود."


def home(text: str) -> str | None:
    party = cast(text).home
    return party.place.name if party else None


def main(text: str) -> set[str] | None:
    pair = cast(text).main
    return {party.place.name for party in pair} if pair else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (NEWS, "Kashmar"),
        ("اوش و کاشمر پیمان خواهرخواندگی بستند.", "Kashmar"),
        ("شاروالی هرات گفت: هرات و کاشمر خواهرخوانده شدند.", "Herat"),
        ("دوشنبه - شهردار دوشنبه آمد. دوشنبه و خجند شهرهای تاجیکستان‌اند.", "Dushanbe"),
        ("شهردار کاشمر راهی سفر شد.\n\nاوش زیباست و شهردار اوش میزبان است.", "Kashmar"),
        ("هیچ شهری نبود.", None),
    ],
)
def test_the_home_city_is_the_one_whose_news_it_is(text: str, name: str | None) -> None:
    assert home(text) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (NEWS, {"Kashmar", "Osh"}),
        ("کاشمر با اوش خواهرخوانده شد. یزد هم با لیون پیمان خواهرخواندگی دارد و کاشمر با اوش راه خود را می‌رود.",
         {"Kashmar", "Osh"}),
        ("کاشمر و اوش خواهرخوانده شدند\n\nدر شهر کاشمر باران بارید.", None),
        ("کاشمر و بم راهی دراز دارند. شهردار نیامد.", None),
        ("پیوند خواهرخواندگی دو شهر برقرار است. کاشمر شهری کهن است. اوش نیز.", {"Kashmar", "Osh"}),
        ("کاشمر شهری کهن است. خواهرخوانده‌اش اوش است.\n\nدو شهر پیوند خواهرخواندگی دارند.", {"Kashmar", "Osh"}),
        ("خواهرخواندگی کاری نیک است. خواهرخوانده‌ها خوش‌اند.\n\nکاشمر شهری کهن است. راه دو شهر دراز است. اوش نیز.",
         {"Kashmar", "Osh"}),
        ("خواهرخواندگی کاری نیک است. کاشمر شهری کهن است. راه دو شهر دراز است. اوش نیز.", None),
        ("خواهرخواندگی کاری نیک است. کاشمر شهری کهن است. اوش نیز.", None),
    ],
)  # fmt: skip
def test_the_main_pair_is_named_beside_a_tie(text: str, names: set[str] | None) -> None:
    assert main(text) == names


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("شهردار کاشمر آمد.", True),
        ("کاشمر خواهرخوانده دارد.", True),
        ("دانشگاه کاشمر خواهرخوانده دارد.", False),
        ("باران در کاشمر بارید.", False),
    ],
)
def test_cities_must_act_in_an_article(text: str, acts: bool) -> None:
    assert cast(text).of_cities is acts
