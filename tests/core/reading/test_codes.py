from __future__ import annotations

from peyvand.core.reading.codes import AREAS, AUTHORITIES, OTHER_AUTHORITY
from peyvand.lexicon.loader import load_yaml
from peyvand.web.shared import words


def test_the_lexicon_knows_no_other_codes() -> None:
    bodies = {kind for kind in load_yaml("fa", "authorities")["bodies"] if not kind.startswith(OTHER_AUTHORITY)}

    assert {*load_yaml("fa", "areas")["areas"]} == {*AREAS}
    assert bodies - {*AUTHORITIES} == set()


def test_pages_have_a_word_for_each() -> None:
    assert {*AREAS} == {*words.AREAS}
    assert {*AUTHORITIES} <= {*words.AUTHORITIES}
