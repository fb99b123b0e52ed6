from __future__ import annotations

from itertools import permutations

import pytest
from tests.core.text.test_likeness import ANOTHER_REPORT, ARTICLE, OF_ITS_OWN
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, Said, source

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading, propose
from peyvand.records.intake.copying import own_words
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.rows import parse
from peyvand.records.register import queries

pytestmark = pytest.mark.django_db
FIRST = ARTICLE.split(". ")[0]


def article(
    text: str, title: str, *, places: tuple[Place, Place] | None = None, **facts: object
) -> tuple[object, object]:
    """An article that says of Isfahan and Kazan, in its first sentence, that they have signed."""
    said = Said(words=text, **({"places": places} if places else {}))  # type: ignore[arg-type]
    return source(said, title=title, **facts)  # type: ignore[arg-type]


COPIES = {"نخست": ARTICLE, "دوم": f"{ARTICLE} {OF_ITS_OWN}", "سوم": " ".join(ARTICLE.split()[:45])}


def linked() -> set[frozenset[str]]:
    return {
        frozenset(parse(body)["captures"])
        for body in Entry.objects.filter(kind=Kind.COPY).values_list("body", flat=True)
    }


def witnesses() -> int:
    view = queries.bond((ISFAHAN.id, "geonames:551487"))
    assert view is not None
    return sum(len(event.witnesses) for event in view.bond.events)


@pytest.mark.parametrize("order", list(permutations(COPIES)))
def test_whatever_comes_first_one_text_is_one_witness(officer: Member, order: tuple[str, ...]) -> None:
    captures = {accept_reading(*article(COPIES[title], title), by=officer).source for title in order}

    assert {capture for link in linked() for capture in link} == captures
    assert len(linked()) == 3
    assert witnesses() == 1


def test_two_reports_are_two_witnesses(officer: Member) -> None:
    accept_reading(*article(ARTICLE, "نخست"), by=officer)
    accept_reading(*article(ANOTHER_REPORT, "دوم"), by=officer)

    assert (linked(), witnesses()) == (set(), 2)


@pytest.mark.parametrize(
    "other",
    [
        {"places": (FREIBURG, ISTANBUL)},
        {"published": "2026-04-10"},
        {"kind": SourceKind.LETTER},
    ],
)
def test_a_form_of_words_on_other_places_of_another_year_or_by_letter_is_no_copy(
    officer: Member, other: dict[str, object]
) -> None:
    propose(*article(ARTICLE, "نخست"), by=officer)
    propose(*article(f"{ARTICLE} {OF_ITS_OWN}", "دوم", **other), by=officer)  # type: ignore[arg-type]

    assert linked() == set()


def test_an_article_without_a_day_may_be_a_copy(officer: Member) -> None:
    propose(*article(ARTICLE, "نخست"), by=officer)
    propose(*article(f"{ARTICLE} {OF_ITS_OWN}", "دوم", published=None), by=officer)

    assert len(linked()) == 1


def test_what_was_known_before_the_copy_came_in_stays(officer: Member) -> None:
    accept_reading(*article(ARTICLE, "نخست"), by=officer)
    first = Entry.objects.order_by("-number").values_list("recorded_at", flat=True)[0]
    accept_reading(*article(COPIES["سوم"], "سوم"), by=officer)

    view = queries.bond((ISFAHAN.id, "geonames:551487"), known_at=first)

    assert view is not None
    assert (len(view.bond.events[0].witnesses), len(linked())) == (1, 1)


def test_own_words_leave_out_what_the_page_puts_around() -> None:
    page = f"اصفهان و کازان خواهرخوانده شدند\n\n{ARTICLE}\n\nکد خبر: ۱۲۳۴\nاخبار مرتبط\nدیدار شهرداران"

    assert own_words(page, "fa") == own_words(ARTICLE, "fa")
    assert own_words("Ein Satz über Städte.", "de") == ["ein", "satz", "über", "städte."]
