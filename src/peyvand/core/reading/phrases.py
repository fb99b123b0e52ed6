"""Forms as a linguist writes them, looked up word by word: one dictionary step per word, however many forms there are.

The notation is that of `core.text.forms`: a joiner finds the form glued, joined or apart; ``*`` lets endings follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import Generic, TypeVar

from peyvand.core.reading.wordline import WordLine, words_in
from peyvand.core.text import fold_words

T = TypeVar("T")

_JOINER = "\u200c"
# Stands for the joiner while forms are folded.
_MARK = "^"
_NOT_JOINING = frozenset("اآدذرزژو")
# Plural, ezafe, possession, indefinite and relative endings of nouns; «ه» takes «گان» and «گی» in forms of its own.
_ENDINGS = (
    "", "ی", "ها", "های", "هایی", "هایش", "هایشان", "هایمان", "هایم", "یی", "ای", "ش", "اش", "شان", "مان", "ان", "ات",
    "ام", "م", "اند", "ست", "است", "هاست",
)  # fmt: skip
_ENDINGS_APART = ("ها", "های", "هایی", "هایش", "هایشان", "ای")
_SIGNS = f"{_JOINER}* "


@dataclass(slots=True)
class _Node(Generic[T]):
    """What the words so far are (None: only the beginning of something), and the words that may follow them."""

    value: T | None = None
    following: dict[str, _Node[T]] | None = None


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """Rows of words with a value each, as a tree with a step for each word."""

    index: Mapping[str, _Node[T]]

    @classmethod
    def of(cls, forms: Iterable[tuple[str, T]]) -> Phrases[T]:
        """An index of forms with their values (never None); of two equal forms the first holds."""
        index: dict[str, _Node[T]] = {}
        rows = [(form.strip(), value) for form, value in forms]
        # Folded together, with a mark for the joiner, which folding would drop.
        folded = fold_words("\n".join([form for form, _ in rows]).replace(_JOINER, _MARK)).replace(_MARK, _JOINER)
        for form, (_, value) in zip(folded.split("\n"), rows, strict=bool(rows)):
            for first, *rest in _spellings(form):
                node = index.get(first) or index.setdefault(first, _Node())
                for word in rest:
                    if node.following is None:
                        node.following = {}
                    node = node.following.get(word) or node.following.setdefault(word, _Node())
                if node.value is None:
                    node.value = value
        return cls(index)

    def at(self, line: WordLine, at: int) -> tuple[T, int] | None:
        """The longest phrase that starts at word ``at``: its value and the index after it."""
        words, soft, end = line.words, line.soft, len(line.words)
        node = self.index.get(words[at]) if at < end else None
        if node is None:
            return None
        value, stop = node.value, at + 1
        at += 1
        while node and node.following and at < end and soft[at]:
            node = node.following.get(words[at])
            at += 1
            if node and node.value is not None:
                value, stop = node.value, at
        return None if value is None else (value, stop)

    def alone(self, word: str) -> T | None:
        """The value of a phrase that is one word."""
        node = self.index.get(word)
        return node.value if node else None

    def starts(self, line: WordLine, within: range) -> list[int]:
        """The words in a range at which a phrase may begin."""
        return list(compress(within, map(self.index.__contains__, line.words[within.start : within.stop])))

    def all(self, line: WordLine, within: range) -> list[tuple[T, int, int]]:
        """Every phrase in a range of words, left to right, none overlapping another: value, first word, word after.

        No phrase goes beyond a sign, so that the phrases of a page are those of its sentences.
        """
        found: list[tuple[T, int, int]] = []
        index, words, soft, end = self.index, line.words, line.soft, len(line.words)
        free = within.start
        for at in self.starts(line, within):
            if at < free:
                continue
            # The steps of `at`, without a call for each of the many words that begin nothing.
            node, stop = index[words[at]], at + 1
            following = node.following.get(words[stop]) if node.following and stop < end and soft[stop] else None
            hit = self.at(line, at) if following else (node.value, stop)
            if hit and hit[0] is not None and hit[1] <= within.stop:
                free = hit[1]
                found.append((hit[0], at, free))
        return found


def _spellings(form: str) -> Iterable[tuple[str, ...]]:
    """The rows of words in which a form that is folded but for its joiners may be written."""
    pieces = list(_pieces(form))
    rows: list[tuple[str, ...]] = [("",)]
    last = ""
    for piece in pieces:
        if piece == _JOINER:
            rows += [(*row, "") for row in rows]
        elif piece == " ":
            apart = [(*row, "") for row in rows]
            rows = rows + apart if last in _NOT_JOINING else apart
        elif piece == "*":
            ended = [(*row[:-1], row[-1] + ending) for row in rows for ending in _ENDINGS]
            rows = ended + [(*row, ending) for row in rows for ending in _ENDINGS_APART]
        else:
            rows = [(*row[:-1], row[-1] + piece) for row in rows]
            last = piece[-1]
    # Figures and letters are words of their own, and signs are none.
    plain = all(piece.isalpha() for piece in pieces if piece not in _SIGNS)
    return rows if plain else [words_in(" ".join(row)) for row in rows]


def _pieces(form: str) -> Iterator[str]:
    word = ""
    for sign in form:
        if sign in _SIGNS:
            if word:
                yield word
            word = ""
            yield sign
        else:
            word += sign
    if word:
        yield word
