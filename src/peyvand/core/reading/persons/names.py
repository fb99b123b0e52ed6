"""Names of persons: which words next to a role or a verb of saying are one, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import IntEnum

from peyvand.core.reading.persons.roles import Sight
from peyvand.core.reading.persons.words import NameWords
from peyvand.core.reading.wordline import WordLine
from peyvand.core.text.value import value

_LONGEST = 6
# «جناب آقای مهندس سید …»: more titles than this are no titles.
_TITLES = 3
# Letters of the shortest first name that is made of two («علی‌جان»).
_COMPOUND = 6
# … and of the shortest surname that may stand alone.
_SURNAME = 4
_SIGNS = frozenset("،,؛:-–—()؛[]…/|•")


class Sureness(IntEnum):
    """How well words are known to be a name: words that no list knows, or with a known first name or a title."""

    UNKNOWN = 1
    KNOWN = 2


@value()
class Name:
    """Words ``first`` to ``stop - 1`` are a name, behind an honorific (``titled``) or with a first name (``given``)."""

    first: int
    stop: int
    sureness: Sureness
    titled: bool
    given: bool = False

    @property
    def size(self) -> int:
        """How many words the name has."""
        return self.stop - self.first


class NameReader:
    """Finds names that end before, or begin at, a given word."""

    def __init__(self, line: WordLine, words: NameWords, sights: Mapping[int, Sight]) -> None:
        """``sights`` are the places that the text names, by the index of their first word."""
        self._line, self._words, self._sights = line, words, sights
        # Words that were asked before, whether they are a first name.
        self._given: dict[str, bool] = {}

    def bars(self, at: int) -> bool:
        """Whether the word is of those that end a role: a first name, a title, a verb, a preposition."""
        word = self._line.word(at)
        words = self._words
        return word in words.bounds or (self._is_given(at) and word not in words.doubtful) or self._title(at) > at

    def ending_at(self, stop: int, low: int) -> Name | None:
        """The name whose last word is ``stop - 1``, searched back to word ``low``."""
        first = stop
        while first > low and stop - first < _LONGEST and self._is_part(first - 1):
            first -= 1
            if first > low and not self._line.is_soft(first):
                break
        if first == stop:
            return None
        titled = self._titled(first, low)
        name = self._trimmed(first, stop, titled)
        return self._led(name, low) if name and self._may_stand(name, low) else None

    def beginning_at(self, first: int, high: int) -> Name | None:
        """The name that begins at word ``first`` (a title before it is left out), searched up to word ``high``."""
        if self._line.words[first] in self._words.closed:
            return None
        start = self._title(first)
        pair = self._words.pairs.at(self._line, start)
        start = stop = pair[1] if pair else start
        while stop < high and stop - start < _LONGEST and (stop == start or self._line.is_soft(stop)):
            if not self._is_part(stop):
                break
            stop += 1
        name = self._judged(start, stop, start > first) if stop > start else None
        return self._led(name, first) if name else None

    def surname_at(self, first: int, low: int) -> Name | None:
        """The surname that stands alone at a word: one that looks like a surname, else one where a person may stand."""
        line, words = self._line, self._words
        word = line.word(first)
        may_be = word in words.surnames or (word not in words.doubtful and self._is_part(first))
        people = word.endswith(words.of_people) and word[: -len(words.of_people)] in words.common
        if len(word) < _SURNAME or first in self._sights or people or not may_be:
            return None
        known = self._is_given(first) or word.endswith(words.surname_endings)
        name = Name(first, first + 1, Sureness.KNOWN if known else Sureness.UNKNOWN, titled=False)
        free = first <= low or line.sign(first) or line.word(first - 1) in words.before
        return name if known or free else None

    def titled_at(self, at: int, clause: range) -> Name | None:
        """The name behind the title that begins at a word, unless it is the name of a thing («خیابان دکتر …»)."""
        name = self.beginning_at(at, clause.stop)
        return None if name is None or self._is_of_thing(at, clause.start) else name

    def _is_of_thing(self, first: int, low: int) -> bool:
        """Whether a name is that of the dead, or of a thing before it: «خیابان …», «آرامگاه ۷۵۰ ساله …»."""
        words = self._words
        at = first
        while at > low and self._line.is_soft(at):
            at -= 1
            word = self._line.words[at]
            if word in words.departed or word in words.named_after:
                return True
            if not (word.isdecimal() or word in words.aged):
                return False
        return False

    def _led(self, name: Name, low: int) -> Name:
        """A name with what belongs to it on its left: a first name of two words, a cleric's title before one word."""
        line, words = self._line, self._words
        at = name.first
        if at - 2 >= low and line.is_soft(at) and (pair := words.pairs.at(line, at - 2)) and pair[1] == at:
            return Name(at - 2, name.stop, Sureness.KNOWN, name.titled, given=True)
        if name.size == 1 and name.titled and at > low and line.word(at - 1) in words.clerical:
            return replace(name, first=at - 1)
        return name

    def _is_part(self, at: int) -> bool:
        """Whether a word may stand in a name."""
        line, words = self._line, self._words
        word = line.words[at]
        if word in words.bounds or not word.isalpha():
            return False
        before = line.words[at - 1] if at and line.soft[at] else ""
        if word in words.surname_parts and line.word(at + 1) in words.surname_endings and line.is_soft(at + 1):
            return True
        place = self._sights.get(at)
        if self._is_given(at):
            if place is None:
                return True
            return word not in words.doubtful and (place.stop == at + 1 or self._is_given(at + 1))
        after_given = before != "" and self._is_given(at - 1)
        if word.endswith(words.plurals) and not after_given:
            return False
        if word in words.common:
            # «قدرت‌الله نوروزی», «نیک آیین»: an everyday word is a surname only right before the name's end.
            known = before in words.surname_parts or (after_given and before not in words.doubtful)
            return known and (self._ends(at + 1) or before in words.descent or word in words.surname_parts)
        return place is None or after_given

    def _ends(self, at: int) -> bool:
        """Whether no name goes on at a word: behind a sign, or at a verb, a preposition or a role."""
        line = self._line
        return not line.is_soft(at) or line.word(at) in self._words.bounds or line.word(at) in self._words.roles

    def _is_given(self, at: int) -> bool:
        word = self._line.word(at)
        known = self._given.get(word)
        if known is None:
            known = self._given[word] = _given(word, self._words)
        return known

    def _title(self, at: int) -> int:
        """The index after the titles that begin at a word, or the same index."""
        for _ in range(_TITLES):
            found = self._words.honorifics.at(self._line, at)
            if found is None or self._line.word(found[1]) in self._words.surname_endings:
                # «حاجی زاده گفت»: no title, but half of a surname.
                break
            at = found[1]
        return at

    def _titled(self, first: int, low: int) -> bool:
        for start in range(max(low, first - 3), first):
            if self._line.is_soft(first) and self._title(start) == first:
                return True
        return False

    def _trimmed(self, first: int, stop: int, titled: bool) -> Name | None:
        """The name without words before a first name that are none: «مهم علی رضایی»."""
        start = self._title(first)
        if start >= stop:
            return None
        titled = titled or start > first
        if not titled and not self._is_given(start) and not self._is_free(start, stop - start):
            for at in range(start + 1, stop - 1):
                if self._is_given(at) and self._line.word(at) not in self._words.doubtful:
                    return self._judged(at, stop, titled)
        return self._judged(start, stop, titled)

    def _is_free(self, at: int, size: int) -> bool:
        """Whether nothing that stands before a word belongs to it, so that a name of any first word may begin."""
        return size < 5 and (not self._line.is_soft(at) or self._line.word(at - 1) in self._words.before)

    def _judged(self, first: int, stop: int, titled: bool) -> Name | None:
        line, words = self._line, self._words
        size = stop - first
        word = line.word(first)
        given = self._is_given(first) and word not in words.doubtful
        if titled or (given and size > 1):
            return Name(first, stop, Sureness.KNOWN, titled, given)
        if size == 1:
            return Name(first, stop, Sureness.UNKNOWN, titled)
        if size > 4 or min(len(line.word(at)) for at in range(first, stop)) < 2:
            return None
        last = line.word(stop - 1)
        surname = last.endswith(words.surname_endings) and (len(last) > _SURNAME or last in words.surname_endings)
        return Name(first, stop, Sureness.KNOWN if surname else Sureness.UNKNOWN, titled)

    def _may_stand(self, name: Name, low: int) -> bool:
        """Whether what stands before a name lets a person be named there."""
        at = self._before(name, low)
        if at is None:
            return True
        if self._is_of_thing(at + 1, low):
            return False
        return name.sureness is Sureness.KNOWN or self._line.word(at) in self._words.before

    def _before(self, name: Name, low: int) -> int | None:
        """The word right before a name and its title; None at a beginning or behind a sign."""
        first = name.first
        for start in range(max(low, first - 4), first):
            if name.titled and self._title(start) == first:
                first = start
                break
        if first <= low or not self._line.is_soft(first):
            return None
        return first - 1


def _given(word: str, words: NameWords) -> bool:
    if word in words.given:
        return True
    if len(word) < _COMPOUND:
        return False
    if word.startswith(words.given_before):
        return any(word.startswith(part) and word[len(part) :] in words.given for part in words.given_before)
    return word.endswith(words.given_after) and any(
        word.endswith(part) and word[: -len(part)] in words.given for part in words.given_after
    )
