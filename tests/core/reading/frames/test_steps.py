from __future__ import annotations

import pytest
from tests.factories.frames import sentence_in, told_in

from peyvand.core.reading.frames.steps import speaks_of_tie, steps_of
from peyvand.lexicon.frames import frame_lexicon


def steps(text: str, *, topic: int = 0) -> list[str]:
    found = steps_of(sentence_in("en", text), topic, frame_lexicon("en"))
    return [f"{step.event} {step.modality}" for step in found if not step.weak]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kazan and Bursa signed a sister city agreement.", ["signing done"]),
        ("The council approved the signing of a sister city pact.", ["approval done"]),
        ("The council suspended its sister city ties with Kazan.", ["suspension done"]),
        ("Kazan and Bursa became sister cities in 1992.", ["signing done"]),
        ("Kazan is a sister city of Bursa.", ["standing done"]),
        ("She proposed to end the sister city partnership.", ["termination wished"]),
        ("The mayor invited guests from Kazan.", ["visit wished"]),
        ("Our sister school in Kazan signed it.", []),
        ("They signed the lease.", []),
    ],
)
def test_steps_are_named_by_their_words_and_what_these_need(text: str, found: list[str]) -> None:
    assert steps(text) == found


def test_a_topic_stands_in_for_the_tie() -> None:
    assert (steps("They signed it."), steps("They signed the document.", topic=1)) == ([], ["signing done"])


def test_which_sentences_make_a_tie_the_topic() -> None:
    assert speaks_of_tie(sentence_in("en", "Kazan is a sister city of Bursa."))
    assert not speaks_of_tie(sentence_in("en", "It rained in Kazan."))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mannheim hat eine Städtepartnerschaft mit Lyon. Sie zu beenden, sei nicht beabsichtigt.",
         ["standing done: Lyon, Mannheim", "termination denied: Lyon, Mannheim"]),
        ("Mannheim ist eine Stadt mit Städtepartnerschaften. Sie führt die Partnerschaft zum russischen Kazan weiter.",
         ["standing done: Kazan, Mannheim"]),
        ("Mannheim ist eine Stadt mit Städtepartnerschaften. Sie möchte die Beziehung zum russischen Kazan.", []),
        ("Mannheim ist eine Stadt mit Städtepartnerschaften. Die Stadt hat eine Partnerschaft mit Lyon.",
         ["standing done: Lyon, Mannheim"]),
        ("Mannheim ist eine Stadt mit Städtepartnerschaften. Partnerschaften unterhält die Stadt mit Lyon und Kazan.",
         ["standing done: Lyon, Mannheim", "standing done: Kazan, Mannheim"]),
        ("Mannheim ist eine Stadt mit Städtepartnerschaften. Die Stadt hat keine Partnerschaft mit Lyon.", []),
        ("Mannheim ist eine Stadt mit Städtepartnerschaften. Die Universität hat eine Partnerschaft mit Lyon.", []),
    ],
)  # fmt: skip
def test_a_tie_goes_on_or_is_not_to_end(text: str, told: list[str]) -> None:
    assert told_in("de", text) == told


def test_what_a_motion_would_end_is_only_wished() -> None:
    text = "Norfolk has a council. By a motion the twinning with Kazan was to be broken off."
    assert told_in("en", text) == ["termination wished: Kazan, Norfolk"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Der Rat von Mannheim beschloss, die Städtepartnerschaft mit Lyon fortzusetzen.",
         ["standing done: Lyon, Mannheim"]),
        ("Der Rat von Mannheim beschloss die Städtepartnerschaft mit Lyon.", ["approval done: Lyon, Mannheim"]),
        ("Mannheim und Lyon sind Partnerstädte. Partnerschaften mit russischen Städten sollen nicht beendet werden.",
         ["standing done: Lyon, Mannheim"]),
        ("Mannheim hat Gastfamilien. Der Bürgermeister begrüßte Schüler aus der Partnerstadt Lyon.",
         ["exchange done: Lyon, Mannheim"]),
        ("Mit Gästen aus der Partnergemeinde wurde die Partnerschaft zwischen Mannheim und Lyon gefeiert.",
         ["event done: Lyon, Mannheim", "visit done: Lyon, Mannheim"]),
        ("Mannheim und Lyon sind Partnerstädte. Das Jubiläum wurde gestern gefeiert.",
         ["event done: Lyon, Mannheim", "standing done: Lyon, Mannheim"]),
    ],
)  # fmt: skip
def test_votes_guests_and_feasts(text: str, told: list[str]) -> None:
    assert sorted(told_in("de", text)) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Norfolk has frozen ties with its sister city Kazan. A planned trip to the Russian city is cancelled.",
         ["suspension done: Kazan, Norfolk", "visit denied: Kazan, Norfolk"]),
        ("en", "Norfolk is twinned with Kazan. The tie has been cancelled.",
         ["termination done: Kazan, Norfolk"]),
        ("de", "Man wollte eine Städtepartnerschaft zwischen Mannheim und Lyon. Der Stadtrat lehnte den Antrag ab.",
         ["approval denied: Lyon, Mannheim", "signing wished: Lyon, Mannheim"]),
        ("de", "Mannheim lässt die Städtepartnerschaft mit Lyon ruhen. Beendet werden soll sie nicht.",
         ["suspension done: Lyon, Mannheim", "termination denied: Lyon, Mannheim"]),
        ("de", "Mannheim und Lyon sind Partnerstädte. Im Gespräch mit dem Bürgermeister ging es um Wege beider Städte.",
         ["negotiation done: Lyon, Mannheim", "standing done: Lyon, Mannheim"]),
    ],
)  # fmt: skip
def test_what_is_called_off_turned_down_or_talked_of(language: str, text: str, told: list[str]) -> None:
    assert sorted(told_in(language, text)) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Fifty years after they were first twinned, Norfolk and Kazan have renewed the agreement.",
         ["renewal done: Kazan, Norfolk"]),
        ("en", "Norfolk, which has been a sister city of Kazan, Russia, since 1963, will send a delegation there.",
         ["standing done: Kazan, Norfolk", "visit planned: Kazan, Norfolk"]),
        ("de", "Der Verein aus Bremen und der Klub aus Kasan haben einen Partnerschaftsvertrag unterschrieben.", []),
        ("de", "Die Städte Bremen und Kasan haben einen Partnerschaftsvertrag unterschrieben.",
         ["signing done: Bremen, Kazan"]),
        ("de", "Eine Städtepartnerschaft zwischen Bremen und Kasan wird es nicht geben.", []),
        ("de", "Die Unterzeichnung der Urkunde zwischen den Städten Bremen und Kasan wurde auf den Herbst verlegt.",
         ["signing planned: Bremen, Kazan"]),
        ("de", "Bremen ließ die Städtepartnerschaft mit Kasan ruhen. Die Reise in die Partnerstadt ist abgesagt.",
         ["suspension done: Bremen, Kazan", "visit denied: Bremen, Kazan"]),
    ],
)  # fmt: skip
def test_what_others_sign_what_is_put_off_and_what_was_long_ago(language: str, text: str, told: list[str]) -> None:
    assert sorted(told_in(language, text)) == told


def test_a_resolution_that_is_signed_is_no_paper_of_cities() -> None:
    text = "Mannheim und Lyon sind Partnerstädte. Dort wurde eine Resolution unterzeichnet."
    assert told_in("de", text) == ["standing done: Lyon, Mannheim"]


def test_a_verb_of_two_words_helps_no_other() -> None:
    text = "Mannheim beabsichtigt, mit Lyon eine Städtepartnerschaft zu begründen."
    assert told_in("de", text) == ["signing planned: Lyon, Mannheim"]


def test_what_failed_does_not_stand() -> None:
    assert (
        told_in("de", "Die Bemühungen um eine Städtepartnerschaft zwischen Mannheim und Lyon sind gescheitert.") == []
    )
