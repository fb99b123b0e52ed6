"""Which words are a name, and how sure that is."""

from __future__ import annotations

import pytest
from tests.core.reading.persons.test_people import places_in

from peyvand.core.reading.persons.names import Name, NameReader, Sureness
from peyvand.core.reading.persons.roles import sights_of
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import fold
from peyvand.lexicon.people import people_words

WORDS = people_words("fa")


def reader(text: str) -> tuple[WordLine, NameReader]:
    folded = fold(text)
    line = word_line(folded.text)
    return line, NameReader(line, WORDS.names, sights_of(line, places_in(folded)))


def said(line: WordLine, name: Name | None) -> str:
    return line.span(name.first, name.stop).of(line.text) if name else ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("محمدحسین واثق کارپیشه در این", "محمدحسین واثق کارپیشه"),
        ("قدرت‌الله نوروزی در این", "قدرتالله نوروزی"),
        ("مهندس سید رضا خوش آهنگ با", "سید رضا خوش آهنگ"),
        ("یوناس هلگاسون گفت", "یوناس هلگاسون"),
        ("مدیریت شهری در این", ""),
        ("کاشمر و اوش", ""),
        ("پانزدهم آذر در", ""),
    ],
)
def test_names_that_begin_at_a_word(text: str, name: str) -> None:
    line, names = reader(text)

    assert said(line, names.beginning_at(0, len(line))) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("برنامه مهم علی کمالی", "علی کمالی"),
        ("دیدار سید محمد علی ثابت قدم", "سید محمد علی ثابت قدم"),
        ("سپس فیض محمد میرزاده", "فیض محمد میرزاده"),
        ("خیابان علی کمالی", ""),
        ("مرحوم علی کمالی", ""),
        ("تفاهم‌نامه همکاری", ""),
    ],
)
def test_names_that_end_before_a_word(text: str, name: str) -> None:
    line, names = reader(text)

    assert said(line, names.ending_at(len(line), 0)) == name


def test_a_first_name_or_a_title_makes_a_name_sure() -> None:
    levels = {}
    for text in ("رضا هلگاسون", "یوناس هلگاسون", "خانم هلگاسون", "یوناس هلگازاده"):
        line, names = reader(text)
        name = names.beginning_at(0, len(line))
        levels[text] = name.sureness if name else None

    assert levels == {
        "رضا هلگاسون": Sureness.KNOWN,
        "یوناس هلگاسون": Sureness.UNKNOWN,
        "خانم هلگاسون": Sureness.KNOWN,
        "یوناس هلگازاده": Sureness.KNOWN,
    }
