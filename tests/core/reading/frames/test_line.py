from __future__ import annotations

from tests.factories.frames import sentence_in, sentences_in

from peyvand.core.reading.frames.labels import ANY_BODY, BITS
from peyvand.core.text import Part


def clauses(language: str, text: str) -> list[str]:
    sentence = sentence_in(language, text)
    return [" ".join(sentence.row.words[one.first : one.stop]) for one in sentence.clauses]


def test_a_comma_that_lists_cities_is_no_pause() -> None:
    assert len(clauses("en", "Kazan, Bursa, and Konya signed.")) == 1


def test_words_that_cut_begin_a_clause() -> None:
    assert clauses("en", "Kazan signed but Bursa waits") == ["kazan signed", "but bursa waits"]


def test_german_commas_begin_a_clause() -> None:
    sentence = sentence_in("de", "Kassel hofft, dass es gelingt.")
    assert sentence.clause(0) == (0, 2)


def test_sentences_know_their_part_and_labels() -> None:
    title, body = sentences_in("en", "A pact of towns\n\nKazan signed the agreement with Bursa in the town hall.")
    assert (title.part, body.has(BITS["sign"]), [city.place.name for city in body.cities]) == (
        Part.TITLE, True, ["Kazan", "Bursa"],
    )  # fmt: skip


def test_labels_of_a_stretch() -> None:
    sentence = sentence_in("en", "Kazan signed with Bursa")
    assert (bool(sentence.masked(0, 2) & BITS["sign"]), bool(sentence.masked(2, 4) & BITS["sign"])) == (True, False)
    assert sentence.pause(3).first == 0


def test_no_comma_parts_the_halves_of_a_verb() -> None:
    sentence = sentence_in("de", "Kassel setzt, wie es heißt, die Partnerschaft mit Kasan aus, und es regnet.")
    assert sentence.clause(1) == (0, 10)


def test_a_country_in_brackets_parts_no_clause() -> None:
    assert len(clauses("en", "Kazan (Russia) and Lyon (France) signed.")) == 1
    assert len(clauses("en", "Kazan (it rained) and Lyon signed.")) == 3


def test_a_word_for_before_cuts_a_clause_off_and_no_length_of_time() -> None:
    cut = [len({sentence_in("ar", text).clause(at) for at in (1, 6)}) for text in (
        "وقعت أصفهان قبل أسبوع اتفاقية توأمة مع ليون",
        "وقعت أصفهان قبل زيارة الوفد اتفاقية مع ليون",
    )]  # fmt: skip
    assert cut == [1, 2]


def test_the_council_of_a_city_is_found_within_its_name() -> None:
    assert sentence_in("en", "It was voted down by the Norfolk City Council.").has(ANY_BODY)
