"""Partners that a sentence points to without their names."""

from __future__ import annotations

import pytest
from tests.factories.frames import told_in

TIE = {"en": "Norfolk and Lyon are sister cities. ", "de": "Mannheim und Lyon sind Partnerstädte. "}


@pytest.mark.parametrize(
    ("language", "text", "step"),
    [
        ("en", "It rained. The French mayor was welcomed in Norfolk.", "visit done: Lyon, Norfolk"),
        ("en", "It rained. A group travelled from the twin town.", "visit done: Lyon, Norfolk"),
        ("de", "Es regnete. Die französischen Gäste wurden begrüßt.", "visit done: Lyon, Mannheim"),
        ("de", "Es regnete. Wir waren zu Gast in der Partnerstadt.", "visit done: Lyon, Mannheim"),
    ],
)
def test_the_partner_is_pointed_to(language: str, text: str, step: str) -> None:
    assert step in told_in(language, TIE[language] + text)


@pytest.mark.parametrize(
    "text",
    ["It rained. The Chinese mayor was welcomed at noon.", "It rained. They travelled to the Sister City Conference."],
)
def test_another_country_or_a_name_of_something_else_is_no_partner(text: str) -> None:
    assert told_in("en", TIE["en"] + text) == ["standing done: Lyon, Norfolk"]


def test_what_follows_a_visit_is_of_its_programme() -> None:
    text = "Norfolk and Lyon celebrated the anniversary of their sisterhood. Members of the council attended."
    assert told_in("en", text) == ["event done: Lyon, Norfolk", "visit done: Lyon, Norfolk"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Es regnete. Eine französische Delegation war gestern bei uns.", True),
        ("de", "Es regnete. Eine Delegation aus Frankreich war gestern bei uns.", True),
        ("de", "Es regnete. Eine chinesische Delegation war gestern bei uns.", False),
        ("de", "Es regnete. Eine Delegation war gestern bei uns.", False),
    ],
)
def test_a_delegation_of_the_partners_country_has_come(language: str, text: str, found: bool) -> None:
    assert ("visit done: Lyon, Mannheim" in told_in(language, TIE[language] + text)) is found


def test_a_tie_since_some_year_stands_beside_news() -> None:
    text = "Die Städtepartnerschaft zwischen Mannheim und Lyon besteht seit 1988 und so galt ihr der Besuch."
    assert "standing done: Lyon, Mannheim" in told_in("de", text)
