from __future__ import annotations

from textwrap import fill

from peyvand.core.text import Span
from peyvand.core.text.lines import lines, paragraphs

FIRST = (
    "The council of the harbour town has agreed to sign a pact of friendship with Lucca, where olives are pressed and "
    "walls still stand. The mayor said so on Monday after the session."
)
SECOND = "A second paragraph begins here, and it is long enough to run over several lines as well, as one can see."
WRAPPED = f"{fill(FIRST, 60)}\n\n{fill(SECOND, 60)}"


def said(text: str, spans: list[Span]) -> list[str]:
    return [span.of(text) for span in spans]


def test_lines_are_trimmed_and_never_blank() -> None:
    text = "  یک \n\n\n دو\n \nسه"

    assert said(text, lines(text, Span(0, len(text)))) == ["یک", "دو", "سه"]


def test_lines_stay_inside_the_span() -> None:
    assert said("یک\nدو\nسه", lines("یک\nدو\nسه", Span(1, 5))) == ["ک", "دو"]


def test_wrapped_lines_make_paragraphs() -> None:
    found = said(WRAPPED, paragraphs(WRAPPED, Span(0, len(WRAPPED))))

    assert [" ".join(paragraph.split()) for paragraph in found] == [FIRST, SECOND]


def test_short_lines_that_would_have_fitted_stay_apart() -> None:
    text = "خواهرخواندگی دو شهر\nشنبه ۵ آبان\nشهردار از سفر هیئتی از شهر به کشور همسایه در هفته آینده سخن گفت"

    assert len(paragraphs(text, Span(0, len(text)))) == 3


def test_long_lines_are_paragraphs_of_their_own() -> None:
    text = "\n".join(["شهرداران دو شهر پیمان دوستی را در تالار شهرداری امضا کردند و " * 4] * 3)

    assert len(paragraphs(text, Span(0, len(text)))) == 3
