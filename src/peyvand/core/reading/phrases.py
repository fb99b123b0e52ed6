"""Forms as a linguist writes them, looked up word by word: one dictionary step per word, however many forms there are.

The notation is that of `core.text.forms`: a joiner finds the form glued, joined or apart; ``*`` lets endings follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress, product
from typing import Generic, TypeVar

from peyvand.core.reading.wordline import WordLine, words_in
from peyvand.core.text import fold_words

T = TypeVar("T")

_JOINER = "\u200c"
# Stands for the joiner while a form is folded, which would drop it.
_MARK = "^"
_NOT_JOINING = frozenset("اآدذرزژو")
# Plural, ezafe, possession, indefinite and relative endings of nouns; «ه» takes «گان» and «گی» in forms of its own.
_ENDINGS = (
    "", "ی", "ها", "های", "هایی", "هایش", "هایشان", "هایمان", "هایم", "یی", "ای", "ش", "اش", "شان", "مان", "ان", "ات",
    "ام", "م", "اند", "ست", "است", "هاست", " ها", " های", " هایی", " هایش", " هایشان", " ای",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Rows of words with a value each: by first word, then by how many words follow (the most first), then by them."""

    index: Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], T]], ...]]

    @classmethod
    def of(cls, forms: Iterable[tuple[str, T]]) -> Phrases[T]:
        """An index of forms with their values; of two equal forms the first holds."""
        rows: dict[str, dict[int, dict[tuple[str, ...], T]]] = {}
        for form, value in forms:
            for words in _spellings(form):
                rows.setdefault(words[0], {}).setdefault(len(words) - 1, {}).setdefault(words[1:], value)
        return cls({word: tuple(sorted(sizes.items(), reverse=True)) for word, sizes in rows.items()})

    def at(self, line: WordLine, at: int) -> tuple[T, int] | None:
        """The longest phrase that starts at word ``at``: its value and the index after it."""
        words = line.words
        sizes = self.index.get(words[at]) if at < len(words) else None
        if sizes is None:
            return None
        first = at + 1
        for size, rows in sizes:
            stop = first + size
            rest = words[first:stop]
            if rest in rows and (not size or all(line.soft[first:stop])):
                return rows[rest], stop
        return None

    def alone(self, word: str) -> T | None:
        """The value of a phrase that is one word."""
        for size, rows in self.index.get(word, ()):
            if not size:
                return rows[()]
        return None

    def starts(self, line: WordLine, within: range) -> list[int]:
        """The words in a range at which a phrase may begin."""
        return list(compress(within, map(self.index.__contains__, line.words[within.start : within.stop])))

    def all(self, line: WordLine, within: range) -> list[tuple[T, int, int]]:
        """Every phrase in a range of words, left to right, none overlapping another: value, first word, word after.

        No phrase goes beyond a sign, so that the phrases of a page are those of its sentences.
        """
        found: list[tuple[T, int, int]] = []
        free = within.start
        for at in self.starts(line, within):
            hit = self.at(line, at) if at >= free else None
            if hit and hit[1] <= within.stop:
                free = hit[1]
                found.append((hit[0], at, free))
        return found


def _spellings(form: str) -> Iterator[tuple[str, ...]]:
    """The rows of words in which a form may be written."""
    choices: list[tuple[str, ...]] = []
    last = ""
    # Folded before the endings are added: each form is then folded once, however many spellings it has.
    for piece in _pieces(fold_words(form.strip().replace(_JOINER, _MARK)).replace(_MARK, _JOINER)):
        if piece == _JOINER:
            choices.append(("", " "))
        elif piece == " ":
            choices.append((" ", "") if last in _NOT_JOINING else (" ",))
        elif piece == "*":
            choices.append(_ENDINGS)
        else:
            choices.append((piece,))
            last = piece[-1]
    for parts in product(*choices):
        yield words_in("".join(parts))


def _pieces(form: str) -> Iterator[str]:
    word = ""
    for sign in form:
        if sign in f"{_JOINER}* ":
            if word:
                yield word
            word = ""
            yield sign
        else:
            word += sign
    if word:
        yield word
