"""Places as people name them in a form or on a command line."""

from __future__ import annotations

from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.core.gazetteer.matching import Asked, match
from peyvand.core.text import fold_words
from peyvand.lexicon.tables import table_words

_LEAST_LETTERS = 2


def places_beginning(words: str, gazetteer: Gazetteer, most: int) -> tuple[Place, ...]:
    """Places to complete what somebody is typing, the best known first; none for fewer than two letters."""
    letters = fold_words(words)
    return gazetteer.beginning(letters, most) if len(letters) >= _LEAST_LETTERS else ()


def places_named(words: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that a name or an identity may mean, the best known first; also "District 12 (Tehran)",
    «منطقهٔ ۱۲ تهران» and «شهرستان کاشان», which are in no table."""
    if known := gazetteer.place(words):
        return (known,)
    if found := gazetteer.lookup(fold_words(words)):
        return found
    meant = match(Asked(name=words), gazetteer, table_words().names)
    return (meant.place,) if meant.place else meant.candidates if meant.reason == "district" else ()
