from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.effort import effort
from tests.factories.frames import reading_in, told_in

NEWS = """Norfolk and Kazan now sister cities

Posted: March 4, 2024

NORFOLK, Va. — Mayors Ada Brook and Ali Demir signed a sister city agreement between Norfolk and Kazan on Monday.

The two cities want to work together in culture and tourism, said Mayor Ada Brook."""
PIECES = [
    "Kazan", "Norfolk", " and ", " with ", "sister city", "agreement", " signed ", " will ", ", ", ". ", "\n\n", ": ",
    "(", "Mayor ", "delegation ", "visited ", " not ", "that ", "St. ", "13 ", "the two cities ", "«", "-",
]  # fmt: skip


def test_everything_that_a_source_says_is_read() -> None:
    found = reading_in("en", NEWS)
    (signing,) = found.statements
    assert (found.source.title, found.source.published, found.source.language) == (
        "Norfolk and Kazan now sister cities", "2024-03-04", "en",
    )  # fmt: skip
    assert (signing.statement.event, signing.statement.instrument) == ("signing", "sister_city")
    assert {area.area for area in found.areas} == {"culture", "tourism"}
    assert [person.name for person in found.people] == ["Ada Brook"]


def test_evidence_is_verbatim_and_short() -> None:
    (one,) = reading_in("en", NEWS).statements
    assert NEWS[one.evidence.span.start : one.evidence.span.stop] == one.evidence.text
    assert len(one.evidence.text) <= 120


def test_reasons_say_what_was_looked_for() -> None:
    (one,) = reading_in("en", NEWS).statements
    assert [part for part, _ in one.reasons] == ["step", "modality", "pair"]


def test_the_council_that_approves_is_its_authority() -> None:
    (one,) = reading_in("en", "The city council of Norfolk approved a sister city agreement with Kazan.").statements
    assert (one.statement.event, one.statement.authority) == ("approval", "city_council")


def test_other_languages() -> None:
    assert told_in("de", "Der Gemeinderat von Kassel hat die Städtepartnerschaft mit Kasan ausgesetzt.") == [
        "suspension done: Kassel, Kazan"
    ]
    assert told_in("fr", "Menton et Sotchi ont signé une charte de jumelage.") == ["signing done: Menton, Sochi"]


def test_no_tie_no_statement() -> None:
    assert told_in("en", "It rained in Norfolk. The mayor of Kazan visited Norfolk.") == []


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_is_read(text: str) -> None:
    for one in reading_in("en", text).statements:
        assert text[one.evidence.span.start : one.evidence.span.stop] == one.evidence.text


def test_work_grows_with_the_length_only() -> None:
    text = "Kazan and Norfolk signed a sister city agreement with Bursa, " * 20
    reading_in("en", text)
    assert effort(lambda: reading_in("en", text * 4)) < 4 * 1.5 * effort(lambda: reading_in("en", text))


def test_a_title_of_ties_tells_what_was_established_far_below() -> None:
    far = "Bremen lies at a river.\n\nIt rained.\n\nIt snowed.\n\nThe Kazan relationship was established in June 2005."
    title = "Bremen - Our Sister Cities\n\n"
    assert (told_in("en", title + far), told_in("en", far)) == (["signing done: Bremen, Kazan"], [])
