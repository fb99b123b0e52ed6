from __future__ import annotations

from tests.factories.frames import sentence_in

from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.row import cut_words, row_of
from peyvand.core.reading.frames.words import Time
from peyvand.core.text import Span, fold
from peyvand.lexicon.frames import frame_lexicon


def test_words_are_folded_and_know_their_capitals() -> None:
    row = row_of(fold("Kazan signed."), frame_lexicon("en"))
    assert (row.words, row.capital, row.span(0, 2)) == (["kazan", "signed"], [True, False], Span(0, 12))


def test_chinese_signs_are_words() -> None:
    assert cut_words("友好城市") == ("友", "好", "城", "市")


def test_a_star_stays_with_its_stem() -> None:
    assert cut_words("sister cit*") == ("sister", "cit*")


def test_a_stop_behind_a_short_word_keeps_a_name_together() -> None:
    row = row_of(fold("St. Ives. Then"), frame_lexicon("en"))
    assert row.soft[1:] == [True, False]


def test_halves_of_a_verb_are_found_at_the_first() -> None:
    sentence = sentence_in("de", "Sie schlug ihm gestern einen Bund vor.")
    assert [hit.first for hit in sentence.hits if hit.mask & BITS["propose"]] == [1]


def test_a_verb_written_as_a_noun_tells_nothing_that_happened() -> None:
    noun, verb = (sentence_in("de", text) for text in ("Vor dem Schloss.", "Er schloss den Bund."))
    assert [any(hit.mask & BITS["sign"] for hit in one.hits) for one in (noun, verb)] == [False, True]


def test_the_half_that_ends_a_verb_is_no_word_of_its_own() -> None:
    told, instead = (
        sentence_in("de", text) for text in ("Die Feier fand gestern statt.", "Sie kamen statt der Feier.")
    )
    assert [one.has(BITS["refuse"]) for one in (told, instead)] == [False, True]


def test_what_is_to_end_has_not_ended() -> None:
    sentence = sentence_in("en", "Norfolk is to end its link with Kazan.")
    assert [hit.time for hit in sentence.hits if hit.mask & BITS["end"]] == [Time.COMING]


def test_a_longer_form_within_another_is_found() -> None:
    sentence = sentence_in("fr", "Lyon et sa ville jumelle.")
    assert sentence.has(BITS["sister"])
