from __future__ import annotations

import pytest
from tests.factories.towns import page, sentence

from peyvand.core.reading.sentence import Clause, is_counted, words_between


def cut(text: str) -> list[str]:
    found = sentence(text)
    return [found.line.text[found.line.starts[c.first] : found.line.stops[c.stop - 1]] for c in found.clauses]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("شهردار آمد.", ["شهردار آمد"]),
        ("شهردار آمد و رفت.", ["شهردار آمد", "و رفت"]),
        ("شهردار گفت: سند آماده است.", ["شهردار گفت", "سند آماده است"]),
        ("سند آماده است؛ شهردار آمد.", ["سند آماده است", "شهردار آمد"]),
        ("خواست سند نوشته شود.", ["خواست سند نوشته شود"]),
        ("امید است سند نوشته شود و شهردار بیاید.", ["امید است سند نوشته شود", "و شهردار بیاید"]),
        ("بی هیچ فعلی", ["بی هیچ فعلی"]),
    ],
)
def test_a_clause_ends_with_its_predicate(text: str, clauses: list[str]) -> None:
    assert cut(text) == clauses


def test_clauses_cover_their_sentence() -> None:
    said = sentence("شهردار کاشمر گفت: سند آماده است و فردا امضا می‌شود؛ هیئت اوش هم می‌آید.")
    assert [c.first for c in said.clauses[1:]] == [c.stop for c in said.clauses[:-1]]
    assert (said.clauses[0].first, said.clauses[-1].stop) == (said.words.start, said.words.stop)


def head(clause: Clause, label: str) -> int:
    return clause.all(label)[0].first


def test_words_around_a_head_are_asked_for_by_label() -> None:
    clause = sentence("سند خواهرخواندگی کاشمر و اوش در شهر امضا شد.").clauses[0]
    (sign,) = clause.all("sign")
    assert clause.has("sister")
    assert not clause.has("end")
    assert clause.has_before(sign, 0, "city")
    assert not clause.has_before(sign, 2, "document")
    assert not clause.has_after(sign, 5, "document")
    nearest = clause.nearest(sign, "document", "sister")
    assert nearest is not None
    assert nearest.has("sister")
    assert clause.nearest(sign, "end") is None
    assert words_between(nearest, sign) == 5


def test_a_subject_left_out_is_that_of_the_clause_before() -> None:
    said = sentence("سند خواهرخواندگی آماده است و امضا شد و نقاش پیر روستای دوردست کوهستانی دعوت شد.")
    signed, read = said.clauses[1:]
    assert signed.earlier is said.clauses[0]
    assert said.clauses[0].earlier is None
    assert signed.goes_on
    assert signed.is_bare(signed.all("sign")[0])
    assert signed.is_short(signed.all("sign")[0])
    assert not read.is_short(read.atoms[-1])


@pytest.mark.parametrize(
    ("text", "counts"),
    [("با ۱۲ شهر پیمان داریم.", True), ("از سال ۱۳۸۴ خواهرخوانده‌اند.", False), ("با شهر اوش پیمان داریم.", False)],
)
def test_a_clause_may_count_cities_instead_of_naming_them(text: str, counts: bool) -> None:
    assert sentence(text).counts_cities is counts


def test_a_tie_stays_the_topic_for_three_sentences() -> None:
    said = page("پیمان خواهرخواندگی بستیم. باران می‌بارید. برف هم بارید. باد هم آمد. شب شد.").sentences
    assert [one.follows_tie for one in said] == [False, True, True, True, False]


def test_the_next_predicate_is_a_finite_one() -> None:
    said = sentence("سند نوشته شهرداری کاشمر تازه است.")
    verb = said.next_verb(said.clauses[0].all("document")[0])
    assert verb is not None
    assert verb.kind == "be"


def test_hard_stops_are_colons_and_semicolons() -> None:
    said = sentence("شهردار گفت: سند، آماده است؛ آمدیم.")
    assert len(said.hard_stops) == 2
    assert said.has_hard_stop(0, 2)
    assert not said.has_hard_stop(3, 4)


@pytest.mark.parametrize(
    ("text", "counted"), [("با ۱۰ شهر", True), ("۲) شهر یزد", False), ("سال ۱۳۸۴ شهر", False), ("شهر یزد", False)]
)
def test_figures_count_a_word_that_they_stand_before(text: str, counted: bool) -> None:
    found = sentence(text)
    city = next(atom for atom in found.atoms if atom.has("city"))

    assert is_counted(city, found.line) is counted
