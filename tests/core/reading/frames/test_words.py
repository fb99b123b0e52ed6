from __future__ import annotations

from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.words import Forms, Sense, Time, mask_of

SIGN, SISTER, CITY = Sense(BITS["sign"], Time.PAST), Sense(BITS["sister"], Time.NOUN), Sense(BITS["city"], Time.NOUN)
FORMS = Forms([(("signed",), SIGN), (("sister", "cit*"), SISTER), (("cit*",), CITY)], prefixes=["و"])


def at(text: str, first: int = 0) -> tuple[Sense, int] | None:
    words = text.split()
    return FORMS.at(words, [True] * len(words), first, len(words))


def test_the_longest_form_wins() -> None:
    assert at("sister cities") == (SISTER, 2)


def test_a_stem_stands_for_every_word_that_begins_so() -> None:
    assert at("citizens") == (CITY, 1)


def test_a_phrase_ends_where_something_stands_between_its_words() -> None:
    assert FORMS.at(["sister", "city"], [True, False], 0, 2) is None


def test_small_words_written_on_to_the_next_are_left_out() -> None:
    forms = Forms([(("وقع",), SIGN)], prefixes=["و"])
    assert forms.at(["ووقع"], [True], 0, 1) == (SIGN, 1)


def test_labels_make_one_mask() -> None:
    assert mask_of("sign", "sister") == BITS["sign"] | BITS["sister"]
