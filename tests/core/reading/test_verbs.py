from __future__ import annotations

import pytest
from tests.factories.towns import sentence

from peyvand.core.reading.vocabulary import Tense


@pytest.mark.parametrize(
    ("text", "kind", "tense", "passive"),
    [
        ("متن نوشته شد.", "write", Tense.PAST, True),
        ("متن نوشته می‌شود.", "write", Tense.PRESENT, True),
        ("متن نوشته خواهد شد.", "write", Tense.FUTURE, True),
        ("متن نوشته شود.", "write", Tense.SUBJUNCTIVE, True),
        ("متن را نوشتند.", "write", Tense.PAST, False),
        ("پیمان بسته شد.", "tie", Tense.PAST, True),
        ("شهردار آمده بود.", "come", Tense.PAST, False),
    ],
)
def test_a_participle_and_its_auxiliary_are_one_predicate(text: str, kind: str, tense: Tense, passive: bool) -> None:
    (verb,) = sentence(text).verbs
    assert (verb.kind, verb.tense, verb.passive, verb.finite) == (kind, tense, passive, True)


def test_a_passive_is_denied_by_its_auxiliary() -> None:
    (verb,) = sentence("متن نوشته نشده است.").verbs
    assert (verb.kind, verb.negative) == ("write", True)


def test_two_participles_share_one_auxiliary() -> None:
    first, second = sentence("متن باید نوشته و فرستاده شود.").verbs
    assert [first.tense, second.tense] == [Tense.SUBJUNCTIVE, Tense.SUBJUNCTIVE]
    assert (first.passive, second.passive) == (True, True)


def test_a_participle_that_describes_a_noun_is_not_finite() -> None:
    first, second = sentence("سند نوشته شهرداری تازه است.").verbs
    assert (first.finite, second.finite) == (False, True)


def test_a_verb_tells_who_acts() -> None:
    (verb,) = sentence("پیمان می‌بندیم.").verbs
    assert (verb.first_person, verb.plural, verb.is_past) == (True, True, False)


def test_a_verb_that_a_noun_resembles_is_one_behind_the_state_it_leads_to() -> None:
    first, _ = sentence("پیوند به حالت تعلیق درآمد و از سر گرفته نشد.").verbs
    assert (first.kind, first.tense) == ("turn", Tense.PAST)
    assert len(sentence("درآمد شهر بالا رفت.").verbs) == 1
