"""Lists of partners: each is tied to the city whose list it is, never to another of the list."""

from __future__ import annotations

import pytest
from tests.factories.towns import hits, told

from peyvand.core.reading.lists.listing import listed, matched, members, opens_list
from peyvand.core.reading.parties import parties_of


def lines(event: str, own: str, *others: str) -> set[str]:
    return {f"{event}: {', '.join(sorted((own, other)))}" for other in others}


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("کاشمر با ۹ شهر از جمله اوش، باتومی و وان پیمان خواهرخواندگی امضا کرده است.",
         lines("signing done", "Kashmar", "Osh", "Batumi", "Van")),
        ("کاشمر با ۵ شهر اوش و باتومی، وان و قونیه، لاهور پیمان خواهرخواندگی دارد.",
         lines("standing done", "Kashmar", "Osh", "Batumi", "Van", "Konya", "Lahore")),
        ("کاشمر تاکنون با سه شهر پیمان خواهرخواندگی بسته است. این شهرها اوش قرقیزستان، باتومی و لاهور هستند.",
         lines("standing done", "Kashmar", "Osh", "Batumi", "Lahore")),
        ("کاشمر با ۹ شهر پیمان خواهرخواندگی امضا کرده است. باتومی و لاهور هم زیبا هستند.", set()),
        ("کاشمر و اوش خواهرخوانده‌اند. این شهرها در کنار رود هستند.", {"standing done: Kashmar, Osh"}),
        ("کاشمر تا امروز با اوش، لاهور پاکستان و حتی شهر سمنان خواهرخوانده شده است.",
         lines("standing done", "Kashmar", "Osh", "Lahore", "Semnan")),
        ("کاشمر با اوش و لاهور در سال ۱۳۹۰ خواهرخوانده شده است.",
         lines("signing done", "Kashmar", "Osh", "Lahore")),
        ("تاکنون پنج شهر خواهرخوانده کاشمر شده‌اند که اوش، وان، لاهور، باتومی و سیبیو هستند.",
         lines("standing done", "Kashmar", "Osh", "Van", "Lahore", "Batumi", "Sibiu")),
        ("کازان با بیست و سه شهر پیوند خواهرخواندگی دارد که از آن جمله می‌توان به اوش، لیون و کاشمر اشاره کرد.",
         lines("standing done", "Kazan", "Osh", "Lyon", "Kashmar")),
        ("کازان با یازده شهر پیوند خواهرخواندگی دارد و اوش، لیون و کاشمر در این فهرست هستند.",
         lines("standing done", "Kazan", "Osh", "Lyon", "Kashmar")),
        ("کازان افزون بر کاشمر با لیون و تولوز نیز خواهرخوانده است.",
         lines("standing done", "Kazan", "Kashmar", "Lyon", "Toulouse")),
    ],
)  # fmt: skip
def test_reads(text: str, statements: set[str]) -> None:
    assert told(text) == statements


def test_two_pairs_that_a_word_ties() -> None:
    assert told("خواهرخواندگی کاشمر با اوش و سمنان با باتومی گرجستان فردا نهایی می‌شود.") == {
        "signing planned: Kashmar, Osh", "signing planned: Batumi, Semnan",
    }  # fmt: skip
    (hit, *_) = hits("خواهرخواندگی کاشمر با اوش و باتومی قطعی شد.")
    sentence = hit.trigger.sentence
    assert matched(parties_of(sentence, sentence.words.start, sentence.words.stop), sentence) == ()


def test_without_a_list_a_number_names_nobody() -> None:
    (hit,) = hits("کاشمر و اوش خواهرخوانده‌اند.")
    assert not opens_list(hit.trigger)
    assert listed(hit.trigger, hit.pair[0]).pairs == ()


def test_each_of_those_that_belong_to_a_city_is_its_own() -> None:
    assert told("لیون و تولوز از خواهرخوانده‌های کازان هستند.") == {
        "standing done: Kazan, Lyon",
        "standing done: Kazan, Toulouse",
    }
    (hit,) = hits("کاشمر و اوش خواهرخوانده‌اند.")
    assert members(hit.trigger).pairs == ()


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("تازه‌ترین خواهرخوانده‌های کازان، شهرهای کاشمر ایران و لیون فرانسه هستند.",
         lines("standing done", "Kazan", "Kashmar", "Lyon")),
        ("در سفر وزیر به دوشنبه، سند خواهرخواندگی خجند و یزد امضا شد.", {"signing done: Khujand, Yazd"}),
        ("لیون، تولوز و کاشمر، که همگی خواهرخوانده کازان هستند، نماینده فرستادند.",
         lines("standing done", "Kazan", "Kashmar", "Lyon", "Toulouse")),
        ("این شهر با لیون فرانسه و تولوز پیمان خواهرخواندگی دارد.", set()),
    ],
)  # fmt: skip
def test_whose_they_are(text: str, statements: set[str]) -> None:
    assert {line for line in told(text) if line.startswith(("standing", "signing"))} == statements


def test_this_city_after_a_list_is_the_one_whose_list_it_is() -> None:
    text = "کازان با لیون، تولوز و سیبیو خواهرخوانده است. کاشمر خواستار خواهرخواندگی با این شهر است."
    assert "proposal wished: Kashmar, Kazan" in told(text)
