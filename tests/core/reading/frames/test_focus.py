from __future__ import annotations

from tests.factories.frames import sentences_in

from peyvand.core.reading.frames.focus import Focus


def test_a_city_named_in_one_pair_only_is_of_that_pair() -> None:
    norfolk, kazan, lyon = sentences_in("en", "Norfolk, Kazan and Lyon wrote.")[0].cities
    focus = Focus()
    focus.learn([(norfolk, kazan)])

    assert focus.known_pair(kazan, None) == (norfolk, kazan)
    assert focus.known_pair(lyon, None) is None


def test_of_several_pairs_the_one_with_the_city_at_home_counts() -> None:
    norfolk, kazan, lyon = sentences_in("en", "Norfolk, Kazan and Lyon wrote.")[0].cities
    focus = Focus()
    focus.learn([(norfolk, kazan), (lyon, kazan)])

    assert focus.known_pair(kazan, lyon) == (lyon, kazan)
    assert focus.known_pair(kazan, None) is None


def test_the_pair_spoken_of_stays_until_another_comes() -> None:
    first, second = sentences_in("en", "Norfolk wrote to Kazan. It rained.")
    pair = (first.cities[0], first.cities[1])
    focus = Focus()
    focus.move(first, [pair])
    focus.move(second, [])

    assert focus.pair == pair
