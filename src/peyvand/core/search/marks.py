"""Words of the index that no text has: what an item is, who may see it, what it is about.

They begin with signs of the private area of Unicode, which no word that anybody types can have. As words they are
answered by the index itself: nothing that a member may not see is ever fetched, counted or waited for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from peyvand.core.search.expression import Expression, Term, any_of, word

# Between stretches of words that do not follow one another.
GAP = "\ue000"
_NAME, _MARK, _CLOSE, _SOUND, _SIGN = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_NOT_WORD = re.compile(r"[\W_]+")
PRIVATE = re.compile("[\ue000-\ue00f]")


def in_name(term: Term) -> Term:
    """The term where it stands in the name of an item."""
    return Term(tuple(f"{_NAME}{one}" for one in term.words), term.begins)


def name_words(words: Iterable[str]) -> list[str]:
    """The words of an item's name, marked as such."""
    return [f"{_NAME}{one}" for one in words]


def bare_name(marked: str) -> str | None:
    """The word of a name that a marked word is, or None."""
    return marked[1:] if marked.startswith(_NAME) else None


def close_words(words: Iterable[str]) -> list[str]:
    """Spellings near a name, marked as such."""
    return [f"{_CLOSE}{one}" for one in words]


def sound_words(keys: Iterable[str]) -> list[str]:
    """Keys of a name's sound, marked as such."""
    return [f"{_SOUND}{one}" for one in keys]


def mark(what: str, value: str) -> str:
    """What an item is or is about: a letter for which, and the value."""
    return f"{_MARK}{what}{_NOT_WORD.sub(_SIGN, value.lower())}"


def kind(name: str) -> str:
    """Of which kind an item is."""
    return mark("k", name)


def seen(name: str) -> str:
    """Whoever may see what is of this class may see the item."""
    return mark("v", name)


def about(place: str) -> str:
    """A place that an item is of or speaks of; members' rights go by them."""
    return mark("p", place)


def of(place: str) -> str:
    """A place whose page, bond or case an item is."""
    return mark("o", place)


def pair(places: Iterable[str]) -> str:
    """The two places of a bond that an item belongs to, and to no other."""
    return mark("b", "|".join(sorted(set(places))))


def year(number: int) -> str:
    """A year that an item speaks of, of whichever calendar; years of the two are no neighbours."""
    return mark("y", str(number))


def language(code: str) -> str:
    """The language of an item's text."""
    return mark("l", code)


def standing(code: str) -> str:
    """How a side of a bond stands."""
    return mark("s", code)


def one_of(marks: Iterable[str]) -> Expression:
    """Any of these marks."""
    return any_of(*map(word, marks))
