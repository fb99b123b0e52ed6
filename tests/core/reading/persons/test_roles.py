"""How far a role goes, and what it is."""

from __future__ import annotations

import pytest
from tests.core.reading.persons.test_people import places_in

from peyvand.core.reading.persons.roles import RolePhrase, RoleReader, sights_of
from peyvand.core.reading.persons.words import PeopleWords
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import fold
from peyvand.lexicon.people import people_words

WORDS: PeopleWords = people_words("fa")


def role(text: str) -> tuple[WordLine, RolePhrase | None]:
    folded = fold(text)
    line = word_line(folded.text)
    bounds = WORDS.names.bounds
    reader = RoleReader(line, WORDS.roles, sights_of(line, places_in(folded)), lambda at: line.word(at) in bounds)
    return line, reader.at(0)


@pytest.mark.parametrize(
    ("text", "said", "code"),
    [
        ("شهردار کاشمر در گفت‌وگو", "شهردار کاشمر", "mayor"),
        ("شهردار کاشمر ۲۷ آذر به راه افتاد", "شهردار کاشمر", "mayor"),
        ("معاون فرهنگی و اجتماعی شهردار کاشمر گفت", "معاون فرهنگی و اجتماعی شهردار کاشمر", "deputy_mayor"),
        ("معاون اداری‌ومالی شهردار بم آمد", "معاون اداریومالی شهردار بم", "deputy_mayor"),
        ("رئیس اداره بین‌الملل شهرداری بم و سه تن", "رییس اداره بینالملل شهرداری بم", "international_director"),
        (
            "رئیس کمیسیون حقوقی، نظارت و املاک شورای شهر",
            "رییس کمیسیون حقوقی، نظارت و املاک شورای شهر",
            "council_member",
        ),
        ("رئیس شورای اسلامی شهر بم", "رییس شورای اسلامی شهر بم", "council_chair"),
        ("نایب رئیس شورا", "نایب رییس شورا", "council_vice_chair"),
        ("رئیس دانشگاه کاشمر", "رییس دانشگاه کاشمر", "head"),
        ("مشاور شهردار در امور بین‌الملل گفت", "مشاور شهردار در امور بینالملل", "adviser"),
        ("سفیر ایران در گرجستان در سخنانی", "سفیر ایران در گرجستان", "ambassador"),
        ("معاون استاندار و دیگران", "معاون استاندار", "deputy_governor"),
        ("شهردار و رئیس شورا", "شهردار", "mayor"),
        ("شهردار قلعه‌نوند، گفت", "شهردار قلعهنوند", "mayor"),
        ("شاروالکابل گفت", "شاروالکابل", "mayor"),
    ],
)
def test_a_role_goes_as_far_as_its_words(text: str, said: str, code: str) -> None:
    line, found = role(text)

    assert found is not None
    assert (line.span(found.first, found.stop).of(line.text), found.code) == (said, code)


@pytest.mark.parametrize("text", ["شهرداری کاشمر", "شهرداران", "شهر کاشمر", "گفت"])
def test_what_begins_no_single_role(text: str) -> None:
    _, found = role(text)

    assert found is None or found.head.many
