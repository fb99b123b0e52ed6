from __future__ import annotations

from tests.factories.towns import page

from peyvand.core.gazetteer import Level, Place, PlaceMention
from peyvand.core.reading.page import one_place_a_name
from peyvand.core.text import Part, Span

NEWS = """۱۵ مهر ۱۴۰۲
کاشمر و اوش خواهرخوانده شدند

شهرداران کاشمر و اوش پیمان بستند. هر دو خندیدند.

پیمان پنج ساله است."""


def test_sentences_know_their_part_paragraph_and_number() -> None:
    said = page(NEWS).sentences
    assert [(one.at, one.part) for one in said] == [
        (0, Part.TITLE), (1, Part.LEAD), (2, Part.LEAD), (3, Part.BODY),
    ]  # fmt: skip
    assert said[1].paragraph == said[2].paragraph != said[3].paragraph


def test_sentences_hold_their_places_dates_and_words() -> None:
    (said,) = page("شهردار کاشمر در ۱۵ مهر ۱۴۰۲ به اوش رفت.").sentences
    assert [mention.place.name for mention in said.places if mention.place] == ["Kashmar", "Osh"]
    assert len(said.dates) == 1
    assert [verb.kind for verb in said.verbs] == ["go"]


def test_blocks_are_the_article() -> None:
    read = page(NEWS)
    assert all("۱۵ مهر" not in read.folded.quote(block) for block in read.blocks)
    assert page("").blocks == ()
    assert page("").sentences == ()


def mention(at: int, place: Place, *, told: bool = False) -> PlaceMention:
    return PlaceMention(
        span=Span(at, at + 4), name="herat", place=place, candidates=(place,), level=Level.CITY, reason="population",
        country_span=Span(at + 5, at + 9) if told else None,
    )  # fmt: skip


def test_a_name_is_one_city_in_a_text() -> None:
    big = Place(id="geonames:1", name="Herat", country="AF")
    small = Place(id="geonames:2", name="Herat", country="IR")
    chosen = one_place_a_name([mention(0, big), mention(10, small, told=True), mention(20, big)])
    assert [found.place for found in chosen] == [small, small, small]
    both = one_place_a_name([mention(0, big, told=True), mention(20, small, told=True)])
    assert [found.place for found in both] == [big, small]
    alone = [mention(0, big), mention(9, big)]
    assert list(one_place_a_name(alone)) == alone
