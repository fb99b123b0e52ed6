"""What the words around a name make of it."""

from __future__ import annotations

from enum import IntEnum

from peyvand.core.gazetteer.scanning import Found, Tokens
from peyvand.core.gazetteer.words import Head, HeadKind, PlaceWords
from peyvand.core.text.value import value

_HEAD_WORDS = 4
_DESCRIBING_WORDS = 2
_SEAT_WORDS = 5
_EXAMPLE_WORDS = 6
_LINK_WORDS = 4
_STOPS = frozenset(".:;!?\n؛؟/|")
_LIST_BREAKS = _STOPS | frozenset('()"')
_CITY_LIST = Head(HeadKind.CITY, many=True)
_SEATED = Head(HeadKind.INSTITUTION)


@value()
class Before:
    """What stands before a name: its head, if any, and the country that a describing word names («شهر ایتالیایی …»)."""

    head: Head | None
    country: str | None = None


class Link(IntEnum):
    """How close a country stands after a city: «X ترکیه» and «X (ترکیه)» are close, «X، در ترکیه» is loose."""

    NONE = 0
    LOOSE = 1
    CLOSE = 2


@value()
class Scene:
    """A text with its words and the language's words about places."""

    text: str
    tokens: Tokens
    words: PlaceWords

    def gap(self, token: int) -> str:
        """What stands between a word and the one before it."""
        return self.tokens.gaps[token]

    def joined(self, token: int) -> bool:
        """Whether nothing but a space or an opening quotation mark parts a word from the one before it."""
        if token <= 0:
            return False
        gap = self.tokens.gaps[token]
        return gap == " " or not gap.strip(" «\"'\u200c-")

    def word(self, token: int) -> str:
        """The word at a place, empty outside the text."""
        return self.tokens.words[token] if 0 <= token < len(self.tokens.words) else ""

    def before(self, found: Found) -> Before:
        """The head of a name: the longest phrase before it, past words that describe («شهر تاریخی …»)."""
        at, country = found.first, None
        for _ in range(_DESCRIBING_WORDS + 1):
            if head := self.head_at(at):
                return Before(head, country)
            described = self.word(at - 1)
            if not self.joined(at) or not (described in self.words.describing or described in self.words.demonyms):
                break
            country = self.words.demonyms.get(described, country)
            at -= 1
        if self._seated(found.first):
            return Before(_SEATED)
        return Before(_CITY_LIST if self._exemplary(found.first) else None)

    def head_at(self, at: int) -> Head | None:
        """The head that ends right before a word, the longest phrase of up to four words; none after «این»."""
        if not (0 < at <= len(self.tokens.words) and self.tokens.glances[at - 1].closes):
            return None
        phrase, best, start = "", None, at
        words, heads = self.tokens.words, self.words.heads
        for first in range(at - 1, at - 1 - _HEAD_WORDS, -1):
            if not self.joined(first + 1):
                break
            phrase = words[first] + phrase
            if head := heads.get(phrase):
                best, start = head, first
        pointed = best is not None and self.joined(start) and self.word(start - 1) in self.words.pointing
        return None if pointed else best

    def _seated(self, at: int) -> bool:
        """«سفارت ایران در X»: the body sits in X and is not of it."""
        if self.word(at - 1) not in self.words.inside or not self.joined(at):
            return False
        for back in range(2, _SEAT_WORDS + 1):
            if not self.joined(at - back + 1):
                return False
            if self.word(at - back) in self.words.seats:
                return True
        return False

    def _exemplary(self, at: int) -> bool:
        """«شهرهایی مانند X»، «هیچ شهر ایرانی، حتی X»: an example of the cities just named."""
        phrase = self.word(at - 1)
        start = at - 1
        if phrase not in self.words.examples:
            phrase, start = self.word(at - 2) + phrase, at - 2
            if phrase not in self.words.examples:
                return False
        heads = self.words.heads
        for back in range(start - 1, max(start - 1 - _EXAMPLE_WORDS, -1), -1):
            if self.gap(back + 1).strip(" ،,«»"):
                return False
            head = heads.get(self.word(back))
            if head and head.kind is HeadKind.CITY:
                return True
        return False

    def listed(self, earlier: Found, later: Found) -> bool:
        """Whether two names stand in one list: a comma, or a joining word, and perhaps a small word between them."""
        between = range(earlier.after, later.first)
        if len(between) > 2 or any(self.word(token) not in self.words.joiners for token in between):
            return False
        gap = self.text[self.tokens.stops[earlier.after - 1] : later.span.start]
        return not set(gap) & _LIST_BREAKS and bool(between or "،" in gap or "," in gap)

    def linked(self, city: Found, country: Found) -> Link:
        """How a country's name after a city's says where the city is."""
        between = range(city.after, country.first)
        if len(between) > _LINK_WORDS or any(self.word(token) not in self.words.links for token in between):
            return Link.NONE
        # The gap may begin with the ending that was dropped from the name: «بورسای ترکیه».
        gap = self.text[self.tokens.stops[city.after - 1] : country.span.start]
        if set(gap) & _STOPS:
            return Link.NONE
        return Link.LOOSE if between or "،" in gap or "," in gap else Link.CLOSE

    def explained(self, found: Found) -> bool:
        """«X و Y، دو شهر کوچک»: the words after a comma say that the name is a city's."""
        if self.word(found.after) == "" or self.gap(found.after).strip() not in ("،", ","):
            return False
        word = self.word(found.after)
        return any(
            (head := self.words.heads.get(phrase)) is not None and head.kind is HeadKind.CITY
            for phrase in (word, word + self.word(found.after + 1))
        )

    def person(self, found: Found) -> bool:
        """Whether a first name or a title right before makes the name a person's."""
        named = self.joined(found.first) and self.word(found.first - 1) in self.words.persons
        return named and self.word(found.first - 2) not in self.words.bodies

    def inside(self, found: Found) -> bool:
        """«در X»."""
        return self.joined(found.first) and self.word(found.first - 1) in self.words.inside

    def towards(self, found: Found) -> bool:
        """«به X»، «از X»."""
        return self.joined(found.first) and self.word(found.first - 1) in self.words.towards

    def led(self, found: Found) -> bool:
        """«با X»."""
        return self.joined(found.first) and self.word(found.first - 1) in self.words.leading

    def barred(self, found: Found) -> bool:
        """Whether the words beside the name are those of the everyday word, not of the place."""
        return self.word(found.first - 1) in self.words.bars_before or self.word(found.after) in self.words.bars_after

    def is_day(self, found: Found) -> bool:
        """«روز دوشنبه»، «دوشنبه ۱۲ آذر»، «از دوشنبه تا چهارشنبه»: a day, whatever city has the name."""
        days, first, after = self.words.days, found.first, found.after
        if self.joined(first) and self.word(first - 1) in days.before:
            return True
        if self.word(after) in days.after or self.word(after).isdigit():
            return "." not in self.gap(after) and "\n" not in self.gap(after)
        # A second weekday in the same breath makes both days.
        return any(self.word(token) in days.week for token in (first - 1, first - 2, after, after + 1))
