"""A claim on a number of sister cities as its sentence makes it, before it is known whose number it is."""

from __future__ import annotations

from dataclasses import replace

from peyvand.core.reading.claims.count_words import CountWords, Noun, Verb
from peyvand.core.reading.numbers import Number
from peyvand.core.reading.phrases import Phrases
from peyvand.core.reading.wordline import WordLine
from peyvand.core.text.value import value

# How many words a claim may have between its parts.
_SHORT, _LONG = 4, 11
# So few of a city's sisters may well be numbered by country: «دومین خواهرخوانده ما از هند».
_REGIONAL = 4
_COMMAS = frozenset("،,")


@value()
class Claim:
    """Words ``first`` to ``stop - 1`` make the claim; at ``owner`` the city may be named after it."""

    first: int
    stop: int
    owner: int
    # The number is counted with the city itself named: «خواهرخوانده … خود», or in an earlier clause («آن‌ها»).
    own: bool = False
    them: bool = False
    ours: bool = False
    # The city may be left unsaid.
    implied: bool = True
    # The city may be named inside the claim: «شمار خواهرخوانده‌های … به نه رسید».
    inside: bool = False
    # The city must be named at ``owner``: «نه شهر با … خواهرخوانده‌اند».
    named: bool = False


class ClaimReader:
    """Finds what a number in a sentence claims."""

    def __init__(self, line: WordLine, words: CountWords, pacts: bool) -> None:
        """``pacts``: the text is about sister cities, so that «پیمان» alone means that bond."""
        self._line, self._words, self._pacts = line, words, pacts

    def ordinal(self, first: int, number: Number, clause: range) -> Claim | None:
        """«نهمین خواهرخوانده …», «نهمین پیمان خواهرخواندگی …», «نهمین آن‌ها»."""
        line, words = self._line, self._words
        at = number.stop
        if not line.is_soft(at) or at >= clause.stop:
            return None
        if them := words.them.at(line, at):
            return Claim(first, them[1], them[1], them=True)
        had = line.is_soft(first) and line.word(first - 1) in words.having
        if counted := self._counted(at, _SHORT - 1, clause):
            noun, stop, regional = counted
            if noun is Noun.PACT or (noun is Noun.BOND and line.word(stop) in words.region_links):
                return None
            if self._is_regional(number, stop, regional, clause):
                return None
            claim = self._owned(first, stop, clause, implied=number.value > 1 and noun is Noun.SISTER)
            return replace(claim, first=first - 1, own=True) if had else claim
        if line.word(at) in words.city:
            return self._on_the_threshold(first, number, clause)
        return None

    def total(self, first: int, number: Number, clause: range) -> Claim | None:
        """«نه خواهرخوانده دارد», «با نه شهر پیمان خواهرخواندگی دارد», «شمار خواهرخوانده‌ها به نه می‌رسد»."""
        line, words = self._line, self._words
        before = line.word(first - 1)
        amount = before == words.to_word or not words.amounts.isdisjoint(
            line.words[max(clause.start, first - _LONG) : first]
        )
        counts = line.is_soft(number.stop) and self._may_count(number.stop)
        if not (amount or counts) or self._is_about(first) or self._is_pointed_at(first):
            return None
        if counts and line.is_soft(first) and before == words.with_word:
            return self._with(first - 1, number.stop, clause)
        return (
            (counts and self._has(first, number.stop, clause))
            or (amount and self._amount(first, number, clause))
            or (counts and self._sister_of(first, number.stop, clause))
            or (counts and self._partners_of(first, number.stop, clause))
            or None
        )

    def _is_pointed_at(self, first: int) -> bool:
        """«این شش خواهرخوانده», but not «پیش از این شش خواهرخوانده داشت»."""
        line, words = self._line, self._words
        return line.word(first - 1) in words.pointing and line.word(first - 2) not in words.region_links

    def _may_count(self, at: int) -> bool:
        """Whether a word may stand between a number and what it counts, or be that: asked first, for it is cheap."""
        word, words = self._line.word(at), self._words
        told = word in words.city or word in words.units or word in words.regions
        return told or word in words.nouns.index or word in words.fillers

    def _counted(self, at: int, reach: int, clause: range) -> tuple[Noun, int, bool] | None:
        """The noun that a number counts, the index after it, and whether it was narrowed to a region on the way."""
        line, words = self._line, self._words
        regional = False
        for index in range(at, min(at + reach, clause.stop)):
            if index > at and not line.is_soft(index):
                return None
            if noun := words.nouns.at(line, index):
                stop = noun[1]
                if line.is_soft(stop) and line.word(stop) in words.regions:
                    return noun[0], stop + 1, True
                return noun[0], stop, regional
            word = line.word(index)
            regional = regional or word in words.regions
            if word not in words.city and word not in words.regions and word not in words.fillers:
                return None
        return None

    def _is_regional(self, number: Number, stop: int, regional: bool, clause: range) -> bool:
        """«نخستین خواهرخوانده ما از بالکان»: the first of a region is no number of all."""
        if number.value > _REGIONAL:
            return False
        line, words = self._line, self._words
        after = range(stop, min(stop + _SHORT, clause.stop))
        return regional or any(line.word(at) in words.region_links for at in after)

    def _owned(self, first: int, stop: int, clause: range, *, implied: bool) -> Claim:
        line, words = self._line, self._words
        soft = line.is_soft(stop) and stop < clause.stop
        word = line.word(stop) if soft else ""
        ours = words.ours.at(line, stop) if soft else None
        own = word in words.own
        # «نهمین خواهرخوانده‌اش»
        glued = line.word(stop - 1).endswith(words.own_endings)
        return Claim(first, stop + own, stop, own=own or glued, ours=ours is not None, implied=implied)

    def _on_the_threshold(self, first: int, number: Number, clause: range) -> Claim | None:
        """«نهمین شهر جهان در آستانه خواهرخواندگی با …», «نهمین شهری که با … خواهرخوانده شد»."""
        line, words = self._line, self._words
        owner = 0
        regional = words.whole | words.regions if number.value <= _REGIONAL else words.whole
        for index in range(number.stop + 1, min(number.stop + _LONG, clause.stop)):
            if not line.is_soft(index) or line.word(index) in regional:
                return None
            noun = words.nouns.at(line, index)
            if noun and (noun[0] is not Noun.PACT or line.word(index - 1) in words.such):
                return self._tied_to(first, noun, owner)
            if line.word(index) == words.with_word:
                owner = owner or index + 1
            # The name of the city behind «با» may be any words.
            in_name = owner and index - owner < _SHORT - 1
            if not (in_name or self._passes(index)):
                return None
        return None

    def _tied_to(self, first: int, noun: tuple[Noun, int], owner: int) -> Claim:
        """The claim of a city on the threshold, whose other city stands behind «با» or the noun."""
        line, words = self._line, self._words
        stop = noun[1] + (line.word(noun[1]) in words.object_words)
        if line.word(stop) == words.with_word:
            owner = stop = stop + 1
        return Claim(first, stop, owner or stop, implied=False)

    def _passes(self, at: int) -> bool:
        line, words = self._line, self._words
        if line.word(at) in words.fillers or line.word(at) in words.such or line.word(at) == words.with_word:
            return True
        return words.threshold.at(line, at) is not None or words.threshold.at(line, at - 1) is not None

    def _with(self, first: int, at: int, clause: range) -> Claim | None:
        """«با نه شهر [جهان] پیمان خواهرخواندگی دارد», «با نه مورد بیشترین خواهرخوانده را دارد»."""
        line, words = self._line, self._words
        by_units = line.word(at) in words.units
        if line.word(at) not in words.city and not by_units and not words.nouns.at(line, at):
            return None
        for index in range(at, min(at + _LONG, clause.stop)):
            if not line.is_soft(index) and line.sign(index) not in _COMMAS:
                return None
            if kin := words.kin.at(line, index):
                return self._closing(first, kin[1])
            noun = words.nouns.at(line, index)
            if noun is None:
                continue
            # «رابطه خواهرخواندگی و فرهنگی دارد»
            joined = line.word(noun[1]) == words.and_word
            verb = self._verb(noun[1], _SHORT + 1 if by_units or joined else 2)
            if noun[0] is Noun.SISTER:
                own = line.is_soft(noun[1]) and line.word(noun[1]) in words.own
                told = verb or own or self._is_predicate(noun[1])
                return Claim(first, verb[1] if verb else noun[1] + own, noun[1], own=own) if told else None
            known = noun[0] is Noun.BOND or self._pacts
            if known and verb and verb[0] in (Verb.HAVE, Verb.MAKE):
                return Claim(first, verb[1], noun[1])
            if noun[0] is not Noun.BOND:
                return None
        return None

    def _closing(self, first: int, stop: int) -> Claim | None:
        """«با نه شهر دنیا برادر است»: a word of kin is the bond where the predicate closes it."""
        verb = self._verb(stop, 1)
        if verb and verb[0] is Verb.BE:
            return Claim(first, verb[1], stop)
        return Claim(first, stop, stop) if self._is_predicate(stop) else None

    def _is_predicate(self, stop: int) -> bool:
        """Whether the word before an index holds its predicate: «خواهرخوانده‌اند»."""
        return self._line.word(stop - 1).endswith(self._words.copulas)

    def _partners_of(self, first: int, at: int, clause: range) -> Claim | None:
        """«نه شهر جهان با … خواهرخوانده‌اند», «نه شهری که خواهرخوانده … شده‌اند»."""
        line, words = self._line, self._words
        if line.word(at) not in words.city:
            return None
        owner, relative = 0, False
        for index in range(at + 1, min(at + 1 + _LONG, clause.stop)):
            word = line.word(index)
            if not line.is_soft(index):
                return None
            if noun := words.nouns.at(line, index):
                known = noun[0] is not Noun.PACT or self._pacts
                verb = self._verb(noun[1], _SHORT + 1)
                told = bool(verb) or self._is_predicate(noun[1])
                named = owner or (relative and noun[0] is Noun.SISTER)
                stop = verb[1] if verb else noun[1]
                return Claim(first, stop, owner or noun[1], named=True) if known and told and named else None
            if word == words.with_word:
                if owner:
                    return None
                owner = index + 1
            relative = relative or word == words.that_word
            if not (owner and index - owner < _SHORT - 1) and word not in words.fillers and word not in words.such:
                return None
        return None

    def _has(self, first: int, at: int, clause: range) -> Claim | None:
        """«نه شهر خواهرخوانده دارد», «دارای نه خواهرخوانده», «نه خواهرخوانده … کدامند»."""
        line, words = self._line, self._words
        counted = self._counted(at, _SHORT, clause)
        if counted is None or counted[0] is Noun.PACT:
            return None
        noun, stop, _ = counted
        anywhere = words.anywhere.at(line, stop) if line.is_soft(stop) else None
        stop = anywhere[1] if anywhere else stop
        # «دو شهر خواهرخوانده روابط خوبی دارند» is no number of sisters.
        verb = self._verb(stop, _SHORT + 2 if line.word(stop) in words.fillers else 1)
        if verb and verb[0] in (Verb.HAVE, Verb.MAKE):
            return Claim(first, verb[1], stop)
        if line.word(first - 1) in words.having:
            return Claim(first - 1, stop, stop)
        asked = any(line.word(index) in words.which for index in range(stop, min(stop + _SHORT, clause.stop)))
        return Claim(first, stop, stop, implied=False) if asked and noun is Noun.SISTER else None

    def _amount(self, first: int, number: Number, clause: range) -> Claim | None:
        """«شمار خواهرخوانده‌های … به نه (شهر) می‌رسد», «شمار درست نه شهر است», «خواهرخوانده‌های … به نه رسید»."""
        line, words = self._line, self._words
        verb = self._verb(number.stop, 3)
        if verb is None or not self._comes_to(first, number, verb):
            return None
        back = range(first - 1, max(clause.start, first - _LONG) - 1, -1)
        start = next((at for at in back if line.word(at) in words.amounts), None)
        nouns = list(words.nouns.all(line, range(back.stop + 1 if start is None else start, first)))
        if start is None:
            sister = next((at for noun, at, _ in nouns if noun is Noun.SISTER), None)
            return Claim(sister, verb[1], sister, inside=True) if sister is not None else None
        if any(noun is not Noun.PACT or self._pacts for noun, _, _ in nouns):
            return Claim(start, verb[1], start, inside=True) if self._is_of_sisters(start, nouns[0][1]) else None
        bare = first - start <= _SHORT and line.word(number.stop) in words.city and self._pacts
        return Claim(start, verb[1], start) if bare else None

    def _is_of_sisters(self, amount: int, noun: int) -> bool:
        """Whether an amount is one of cities or bonds: «شمار گردشگران خواهرخوانده …» is not."""
        line, words = self._line, self._words
        at = amount + 1
        while at < noun and line.word(at) in words.fillers:
            at += 1
        return at == noun or line.word(at) in words.city or words.cities_of.at(line, at) is not None

    def _comes_to(self, first: int, number: Number, verb: tuple[Verb, int]) -> bool:
        """«به نه رسید», «به نه شهر رسید», «نه شهر است»."""
        line, words = self._line, self._words
        word = line.word(number.stop)
        named = word in words.city or word in words.units or words.nouns.at(line, number.stop) is not None
        if verb[0] is Verb.REACH:
            at_once = words.verbs.at(line, number.stop) is not None
            return line.word(first - 1) == words.to_word and (named or at_once)
        return verb[0] is Verb.BE and named

    def _sister_of(self, first: int, at: int, clause: range) -> Claim | None:
        """«خواهرخوانده نه شهر جهان شد», «خواهرخوانده‌های … نه شهر است»."""
        line, words = self._line, self._words
        if line.word(at) not in words.city:
            return None
        before = range(max(clause.start, first - _SHORT), first)
        nouns = [(start, stop) for noun, start, stop in words.nouns.all(line, before) if noun is Noun.SISTER]
        verb = self._verb(at + 1, 3)
        if not nouns or verb is None or verb[0] is not Verb.BE:
            return None
        return Claim(nouns[-1][0], verb[1], nouns[-1][0], inside=True)

    def closed(self, at: int) -> int:
        """The index after the verb that closes a claim, or the same index."""
        verb = self._verb(at, 2)
        return verb[1] if verb and verb[0] is Verb.BE else at

    def _verb(self, at: int, reach: int) -> tuple[Verb, int] | None:
        """The first verb of the list from a word on."""
        line = self._line
        for index in range(at, min(at + reach, len(line))):
            if not line.is_soft(index):
                return None
            if found := self._words.verbs.at(line, index):
                return found
        return None

    def _is_about(self, first: int) -> bool:
        return _ends_at(self._words.about, self._line, first)


def _ends_at(phrases: Phrases[bool], line: WordLine, stop: int) -> bool:
    """Whether a phrase of at most three words ends right before a word."""
    return any((found := phrases.at(line, at)) is not None and found[1] == stop for at in range(max(0, stop - 3), stop))
