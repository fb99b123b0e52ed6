"""The first pass: which pages cannot matter, told by a few words before anything is taken apart, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape

from peyvand.core.reading.cast import ACTING
from peyvand.core.reading.relevance import bond_words
from peyvand.core.reading.vocabulary import Vocabulary
from peyvand.core.text import fold_words, skeleton
from peyvand.lexicon import LANGUAGES, lexicon
from peyvand.lexicon.frames import beginnings_of, senses_of
from peyvand.lexicon.loader import frame_languages

# Labels of words that speak of cities' ties by themselves, of cities and their people, and of what these do.
_TIED = frozenset({"sister", "sistering", "friend"})
_CITIES = frozenset({"municipality", "city", "two_cities", "role:mayor", "body:city_council"})
_ACTS = frozenset({"mou", "pact", "tie", "talk", "visit", "host", "invite", "festival", "exchange", "school_exchange"})
# Scripts in which a word may be written together with its neighbours.
_UNSPACED = re.compile("[\u0600-\u06ff\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
# Words of the scripts that part them by spaces.
_WORD = re.compile("[a-z\u00df-\u024f\u0370-\u058f]+")
_CODED = re.compile(r"&(?:zwnj|nbsp|#[0-9xX])")
# Words that begin with so many of the same letters are looked for together first.
_ALIKE = 3
_HAMZA = "ء"
_SKIPPED = ("script", "style")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Words to be looked for: whole ones, beginnings (by their first letters), and runs of letters anywhere."""

    whole: frozenset[str]
    beginnings: Mapping[str, tuple[str, ...]]
    runs: tuple[str, ...]
    openings: frozenset[str]

    @classmethod
    def of(cls, forms: Iterable[Sequence[str]]) -> _Wanted:
        """One word of each form, the longest, without which the form is not written."""
        whole, beginnings, runs = set(), set(), set()
        for form in forms:
            if _UNSPACED.search("".join(form)):
                runs.add(skeleton("".join(form).rstrip("*")))
                continue
            words = [word for word in form if not word.endswith("*")]
            if words:
                whole.add(max(words, key=len))
            else:
                beginnings.add(max(form, key=len).rstrip("*"))
        opened: dict[str, list[str]] = {}
        for beginning in sorted(beginnings - {""}):
            opened.setdefault(beginning[:_ALIKE], []).append(beginning)
        by_letters = {letters: tuple(some) for letters, some in opened.items()}
        openings = frozenset(word[:_ALIKE] for word in whole) | by_letters.keys()
        return cls(frozenset(whole), by_letters, tuple(sorted(runs - {""})), openings)

    def found(self, words: Mapping[str, list[str]], letters: str) -> bool:
        """Whether one of them is among a page's words (by their first letters) or in its letters."""
        if any(run in letters for run in self.runs):
            return True
        for opening in words.keys() & self.openings:
            said = words[opening]
            if not self.whole.isdisjoint(said):
                return True
            if opening in self.beginnings and any(word.startswith(self.beginnings[opening]) for word in said):
                return True
        return False


@dataclass(frozen=True, slots=True)
class _Rules:
    """What pages are asked for in a language that is read by rules: runs of letters, by their ``openings``, of which
    most pages have none, and for each run the single words that hold it, which must begin a word, and the rows of
    words, which run together.

    A word also begins behind one of the ``ending`` letters, where writers run two words together.
    """

    openings: Mapping[str, tuple[str, ...]]
    runs: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    ending: frozenset[str]

    @classmethod
    def of(cls, vocabulary: Vocabulary) -> _Rules:
        """The words without which a text in the language says nothing of a tie."""
        acting = frozenset(ACTING)
        asked = [row for row, sense in vocabulary.senses.items() if not acting.isdisjoint(sense.labels)]
        single = _shortest(row[0].replace(_HAMZA, "") for row in asked if len(row) == 1)
        # A row whose first word opens with one of the single words is known by that.
        several = (row for row in asked if len(row) > 1 and not row[0].replace(_HAMZA, "").startswith(single))
        rows = _shortest("".join(row).replace(_HAMZA, "") for row in several)
        runs = {
            run: (tuple(word for word in single if run in word), tuple(row for row in rows if run in row))
            for run in bond_words(vocabulary)
        }
        alike: dict[str, list[str]] = {}
        for run in runs:
            alike.setdefault(run[:_ALIKE], []).append(run)
        openings = {_shared(some): tuple(some) for some in alike.values()}
        return cls(openings, runs, vocabulary.ending)

    def found(self, text: str, letters: str) -> bool:
        """Whether one of them stands in a text, of which ``letters`` are the letters run together."""
        opened = [runs for opening, runs in self.openings.items() if opening in letters]
        found = [self.runs[run] for runs in opened for run in runs if run in letters]
        if any(row in letters for _, rows in found for row in rows):
            return True
        folded = fold_words(text).replace(_HAMZA, "") if found else ""
        return any(self._begins(word, folded) for single, _ in found for word in single)

    def _begins(self, word: str, folded: str) -> bool:
        at = folded.find(word)
        while at > 0 and folded[at - 1].isalpha() and folded[at - 1] not in self.ending:
            at = folded.find(word, at + 1)
        return at >= 0


def _shared(words: Sequence[str]) -> str:
    """What all of some words begin with."""
    first, last = min(words), max(words)
    return first[
        : next((at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    ]


def _shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Those that open with no other."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not word.startswith(tuple(kept)):
            kept.append(word)
    return tuple(kept)


@cache
def _rules() -> tuple[_Rules, ...]:
    return tuple(_Rules.of(lexicon(language).reading.vocabulary) for language in LANGUAGES)


@cache
def _frame_words() -> tuple[tuple[_Wanted, _Wanted, _Wanted], ...]:
    """For each language that is read by frames: words of ties, of cities, of acts."""
    return tuple(
        (_wanted(language, _TIED), _wanted(language, _CITIES), _wanted(language, _ACTS))
        for language in frame_languages()
    )


def _wanted(language: str, labels: frozenset[str]) -> _Wanted:
    senses = senses_of(language)
    return _Wanted.of(row for label in labels & senses.keys() for row in beginnings_of(senses[label]))


def may_speak_of_ties(text: str) -> bool:
    """Whether a text may speak of cities and their ties, in any language that is read. False is sure for Persian."""
    letters = skeleton(text)
    if any(rules.found(text, letters) for rules in _rules()):
        return True
    words: dict[str, list[str]] = {}
    for word in set(_WORD.findall(_lowered(text))):
        words.setdefault(word[:_ALIKE], []).append(word)
    return any(
        tied.found(words, letters) or (cities.found(words, letters) and acts.found(words, letters))
        for tied, cities, acts in _frame_words()
    )


def words_of(page: str) -> str:
    """The words of an HTML page and of what its head says of it, without its programs and styles. No more than its
    length of work; words that a tag cuts stand apart."""
    if _CODED.search(page):
        page = unescape(page)
    first, *pieces = page.split("<")
    shown = [first]
    closing = ""
    for piece in pieces:
        tag, _, words = piece.partition(">")
        name = tag[:7].lower()
        if closing:
            closing = "" if name.startswith(closing) else closing
        elif name.startswith(_SKIPPED) and "ld+json" not in tag:
            closing = f"/{name[:5]}"
        if not closing:
            shown.append(f"{tag} {words}" if name.startswith("meta") else words)
    return " ".join(shown)


def _lowered(text: str) -> str:
    """Small letters, with the two Turkish letters i as one."""
    return fold_words(text) if "\u0131" in text or "\u0130" in text else text.lower()
