"""How cities stand together in a sentence."""

from __future__ import annotations

import pytest
from tests.factories.frames import sentence_in, told_in

from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.lists import bracketed_in, called_behind, couples_in, groups_of, leads


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pact of Norfolk with Kazan, Konya and Lyon holds.", [["Norfolk"], ["Kazan", "Konya", "Lyon"]]),
        ("Norfolk and Kazan met, and later Konya came.", [["Norfolk", "Kazan"], ["Konya"]]),
    ],
)
def test_only_commas_and_joining_words_stand_within_a_list(text: str, found: list[list[str]]) -> None:
    sentence = sentence_in("en", text)
    assert [[city.place.name for city in group] for group in groups_of(sentence.cities, sentence)] == found


def test_a_small_word_leads_a_list_in() -> None:
    sentence = sentence_in("en", "The pact of Norfolk with Kazan and Konya holds.")
    assert [leads(group, sentence) for group in groups_of(sentence.cities, sentence)] == ["", "with"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norfolk and Kazan, Dayton and Konya are twinned.", [("Norfolk", "Kazan"), ("Dayton", "Konya")]),
        ("Norfolk with Kazan, Konya and Lyon signed.", []),
        ("Norfolk is twinned with Kazan and Dayton with Konya.", [("Norfolk", "Kazan"), ("Dayton", "Konya")]),
        ("Norfolk with Kazan and with Konya and Lyon signed.", []),
    ],
)
def test_couples_are_joined_in_one_way(text: str, found: list[tuple[str, str]]) -> None:
    sentence = sentence_in("en", text)
    couples = couples_in(groups_of(sentence.cities, sentence), sentence)
    assert [(one.place.name, other.place.name) for one, other in couples] == found


def test_two_by_two_may_stand_in_brackets() -> None:
    sentence = sentence_in("en", "Ties ended in Kazan (Norfolk) and Sochi (Dayton).")
    couples = bracketed_in(sentence.cities, sentence)
    assert [(one.place.name, other.place.name) for one, other in couples] == [("Kazan", "Norfolk"), ("Sochi", "Dayton")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Une charte unit Lyon à Kazan et Menton à Konya.", [("Lyon", "Kazan"), ("Menton", "Konya")]),
        ("Les jumelages : Lyon–Kazan, Menton–Konya.", [("Lyon", "Kazan"), ("Menton", "Konya")]),
        ("Une charte unit Lyon à Kazan, Menton et Konya.", []),
    ],
)
def test_couples_are_bound_by_one_small_word_or_a_dash(text: str, found: list[tuple[str, str]]) -> None:
    sentence = sentence_in("fr", text)
    couples = couples_in(groups_of(sentence.cities, sentence), sentence)
    assert [(one.place.name, other.place.name) for one, other in couples] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bursa, Kazan ve Lyon ile kardeş oldu.", ["with"]),
        ("Bursa ile Kazan arasında bağ var.", ["between"]),
        ("Bursa, Kazan ile kardeş oldu.", [""]),
        ("Kazan ile bağ var.", ["with"]),
    ],
)
def test_small_words_may_stand_behind_what_they_lead_in(text: str, found: list[str]) -> None:
    sentence = sentence_in("tr", text)
    assert [leads(group, sentence) for group in groups_of(sentence.cities, sentence)] == found


def test_a_comma_before_a_joining_word_parts_couples() -> None:
    text = "Sister city relations exist between Kazan and Bursa, and Lyon and Konya."
    assert sorted(told_in("en", text)) == ["standing done: Bursa, Kazan", "standing done: Konya, Lyon"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("喀山市、里昂市等友好城市来信。", ["Kazan", "Lyon"]),
        ("喀山市来信，友好城市很多。", []),
        ("喀山市、里昂市友好城市协议。", []),
    ],
)
def test_a_word_for_the_tie_sums_a_list_up(text: str, found: list[str]) -> None:
    sentence = sentence_in("zh", text)
    head = next(hit for hit in sentence.hits if hit.mask & BITS["sister"])
    assert [city.place.name for city in called_behind(head, sentence)] == found
