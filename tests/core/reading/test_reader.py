from __future__ import annotations

import gc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.effort import effort
from tests.factories.towns import reading, told, words, world

from peyvand.core.reading import read
from peyvand.core.reading.model import SourceFacts

NEWS = """خبرگزاری نمونه
کد خبر: 1234567
تاریخ انتشار: ۱۵ مهر ۱۴۰۲
کاشمر و اوش خواهرخوانده شدند

شهردار کاشمر گفت: پیمان خواهرخواندگی کاشمر و اوش دیروز امضا شد و باتومی دومین خواهرخوانده کاشمر خواهد بود.

دو شهر در زمینه فرهنگ و گردشگری همکاری می‌کنند."""
PIECES = [
    "کاشمر", "اوش", " و ", " با ", "خواهرخوانده", "پیمان", " شد", " است", "،", ".", "\n\n", ":", "«", "»", "(",
    "۱۵ مهر", "شهردار ", "هیئت ", "سفر ", "امضا", " نه ", "که ", "\u200c", "ـ", "۱۲ شهر", "اين ", "دو شهر ",
]  # fmt: skip


def test_everything_that_a_source_says_is_read() -> None:
    found = reading(NEWS)
    assert (found.source.title, found.source.published, found.source.language) == (
        "کاشمر و اوش خواهرخوانده شدند", "2023-10-07", "fa",
    )  # fmt: skip
    assert "signing done: Kashmar, Osh" in told(NEWS)
    assert found.counts
    assert found.areas
    assert found.text == NEWS
    assert len(found.capture) == 64


def test_what_an_article_needed_is_gone_with_it_and_waits_for_no_collector() -> None:
    reading(NEWS)
    gc.collect()
    gc.disable()
    reading(NEWS)
    left = gc.collect()
    gc.enable()
    assert left == 0


def test_what_is_remembered_of_words_changes_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    first = reading(NEWS)
    used = words()
    for memo in (used.reading.vocabulary.met, used.calendar.met, world().glances(used.places)):
        monkeypatch.setattr(memo, "_most", 3)
    assert [reading(text) for text in (NEWS[: len(NEWS) // 2], NEWS)][1] == first
    assert len(world().glances(used.places)) <= 3


def test_evidence_is_verbatim_everywhere() -> None:
    found = reading(NEWS)
    evidence = [one.evidence for one in found.statements]
    evidence += [one.evidence for one in found.people]
    evidence += [one.evidence for one in found.counts]
    evidence += [one.evidence for one in found.areas]
    assert evidence
    assert all(one.span.of(NEWS) == one.text for one in evidence)
    assert all(len(one.evidence.text) <= 120 for one in found.statements)


def test_the_day_that_is_given_outweighs_what_the_source_says_and_the_page() -> None:
    facts = SourceFacts(path="a", published="2023-10-20T08:00:00+03:30")
    given_day = read(NEWS, lexicon=words(), gazetteer=world(), facts=facts, published=date(2023, 11, 2))
    said = read(NEWS, lexicon=words(), gazetteer=world(), facts=facts)
    assert [one.source.published for one in (given_day, said, reading(NEWS))] == [
        "2023-11-02", "2023-10-20", "2023-10-07",
    ]  # fmt: skip


def test_a_day_that_is_none_is_passed_over() -> None:
    facts = SourceFacts(path="a", published="soon")
    assert read(NEWS, lexicon=words(), gazetteer=world(), facts=facts).source.published == "2023-10-07"


def test_facts_of_the_source_stand_where_the_page_is_silent() -> None:
    facts = SourceFacts(path="a", title="کاشمر", publisher="نمونه", code="7", tags=("شهر",))
    text = "شهردار کاشمر آمد و از آن گفت. این شهر کهن است."
    source = read(text, path="b", lexicon=words(), gazetteer=world(), facts=facts).source
    assert (source.path, source.publisher, source.code, source.tags) == ("b", "نمونه", "7", ("شهر",))


@pytest.mark.parametrize("text", ["The mayor of Kashmar and the mayor of Osh signed it.", "12", ""])
def test_a_text_in_another_language_has_no_statements(text: str) -> None:
    found = read(text, path="a", lexicon=words(), gazetteer=world(), published=date(2023, 11, 2))
    assert (found.statements, found.counts, found.people) == ((), (), ())
    assert (found.source.path, found.source.published) == ("a", "2023-11-02")


def test_a_reading_is_the_same_every_time() -> None:
    assert reading(NEWS) == reading(NEWS)


def test_statements_have_keys_of_their_own() -> None:
    keys = [proposal.statement.key for proposal in reading(NEWS).statements]
    assert len(set(keys)) == len(keys)
    assert all(proposal.resolution.statement == proposal.statement.key for proposal in reading(NEWS).statements)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    for proposal in reading(text).statements:
        assert proposal.evidence.span.of(text) == proposal.evidence.text
        assert proposal.cities[0].id != proposal.cities[1].id


@pytest.mark.parametrize(
    "piece",
    ["کاشمر و اوش ", "خواهرخوانده ", "شد ", "نه ", "شهردار کاشمر گفت: ", "که ", "کاشمر، ", "پیمان خواهرخواندگی "],
)
def test_work_grows_with_the_text_alone(piece: str) -> None:
    def took(times: int) -> int:
        text = piece * times + "شد."
        return effort(lambda: reading(text))

    reading(piece)
    assert took(800) < 4 * 1.5 * took(200)


def test_what_two_countries_do_together_is_no_field_of_two_cities() -> None:
    def fields(told: str) -> list[str]:
        text = f"شهردار کاشمر گفت: با اوش پیمان خواهرخواندگی بستیم. {told}"
        return [area.area for area in read(text, lexicon=words(), gazetteer=world()).areas]

    assert fields("همکاری ایران و قرقیزستان از صنعت تا ورزش است.") == []
    assert fields("همکاری دو شهر از صنعت تا ورزش است.") == ["industry", "sport"]
