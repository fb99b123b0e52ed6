"""Numbers as they are written: in figures or in words, «هجده», «صد و نود و هشتمین», «سی‌ویکم», «16مین»."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, product
from typing import NamedTuple

from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import fold_words


class Number(NamedTuple):
    """A number in a line of words; ``stop`` is the index of the first word after it."""

    value: int
    ordinal: bool
    stop: int


class Numeral(NamedTuple):
    """What one written word says: its value, and whether it is an ordinal, or open («صدو», before «دوازده»)."""

    value: int
    ordinal: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The numerals of a language as one table of written words, compounds that are glued into one word included."""

    numerals: Mapping[str, Numeral]
    scales: Mapping[str, int]
    # What a numeral, or figures, may carry as a word of its own to become an ordinal: «۱۶ امین».
    endings: frozenset[str]
    joiner: str

    @classmethod
    def of(
        cls,
        cardinals: Mapping[str, int],
        ordinals: Mapping[str, int],
        scales: Mapping[str, int],
        endings: Sequence[str],
        joiner: str,
    ) -> NumberWords:
        """The table of a language. ``ordinals`` are those that no ending makes of a cardinal («سوم», «نخستین»)."""
        table: dict[str, Numeral] = {}
        folded, many = _folded(cardinals), _folded(scales)
        for written, value, closed in _compounds(folded, joiner):
            if not closed:
                table[written] = Numeral(value, is_open=True)
                continue
            table.setdefault(written, Numeral(value))
            ordinal = Numeral(value, ordinal=True)
            for ending in endings:
                table.setdefault(written + ending, ordinal)
        for written, value in _ordinal_compounds(folded, _folded(ordinals), joiner):
            table[written] = Numeral(value, ordinal=True)
        for written, value in many.items():
            table[written] = Numeral(value)
            for ending in endings:
                table.setdefault(written + ending, Numeral(value, ordinal=True))
        return cls(table, many, frozenset(endings), joiner)


def read_number(words: str, names: NumberWords) -> int | None:
    """The value of folded words that are one whole number and nothing else; None otherwise."""
    line = word_line(words)
    number = number_at(line, 0, names) if len(line) else None
    return number.value if number and number.stop == len(line) else None


def number_at(line: WordLine, at: int, names: NumberWords) -> Number | None:
    """The longest number that starts at word ``at``."""
    part = _numeral(line.word(at), names)
    stop, total = at + 1, 0
    if part is None:
        return None
    behind = line.words[stop] if line.is_soft(stop) else ""
    if not part.is_open and not behind.startswith(names.joiner) and behind not in names.scales:
        # Most numbers are one word.
        ending = not part.ordinal and behind in names.endings
        return Number(part.value, part.ordinal or ending, stop + ending)
    value = part.value
    while not part.ordinal:
        scale = names.scales.get(line.word(stop)) if line.is_soft(stop) else None
        if scale:
            total, value, stop = total + value * scale, 0, stop + 1
        following = _continued(line, stop, part.is_open and not scale, names)
        if following is None or not _smaller(following[0].value, value or 1000, line.word(following[1] - 1)):
            break
        part, stop = following
        value += part.value
    if part.is_open:
        return None
    ending = line.is_soft(stop) and not part.ordinal and line.word(stop) in names.endings
    return Number(total + value, part.ordinal or ending, stop + ending)


def numbers_in(line: WordLine, within: range, names: NumberWords) -> list[tuple[int, Number]]:
    """Every number in a range of words, with the index of its first word."""
    found: list[tuple[int, Number]] = []
    free = within.start
    words = line.words[within.start : within.stop]
    written = compress(within, map(names.numerals.__contains__, words))
    for at in sorted([*written, *compress(within, map(str.isdecimal, words))]):
        number = number_at(line, at, names) if at >= free else None
        if number:
            found.append((at, number))
            free = number.stop
    return found


def _numeral(word: str, names: NumberWords) -> Numeral | None:
    if word.isdecimal():
        return Numeral(int(word)) if len(word) < 10 else None
    return names.numerals.get(word)


def _continued(line: WordLine, at: int, is_open: bool, names: NumberWords) -> tuple[Numeral, int] | None:
    """The next part of a number and the index after it: «و هشتمین» after «دویست», «هشتمین» after «دویستو»."""
    if not line.is_soft(at):
        return None
    word = line.word(at)
    if not is_open and word == names.joiner and line.is_soft(at + 1):
        word, at = line.word(at + 1), at + 1
    elif not is_open:
        word = word.removeprefix(names.joiner) if word.startswith(names.joiner) else ""
    part = _numeral(word, names)
    return (part, at + 1) if part else None


def _smaller(part: int, above: int, word: str) -> bool:
    """Whether a part may follow one of that value: units after tens, both after hundreds."""
    if above >= 1000:
        return part < 1000
    if word.isdecimal():
        # «۲ هزار و ۵۰۰» is one number, «۱۰۰ و ۵۰» are two.
        return False
    return part < 100 if above % 100 == 0 else part < 10 and above % 10 == 0 and above > 10


def _folded(words: Mapping[str, int]) -> dict[str, int]:
    return {fold_words(word): value for word, value in words.items()}


def _compounds(cardinals: Mapping[str, int], joiner: str) -> Iterator[tuple[str, int, bool]]:
    """Every number below a thousand glued into one word, and each beginning that waits for more («نودو»)."""
    hundreds, tens, units = _by_size(cardinals)
    for written, value in cardinals.items():
        yield written, value, True
        if value % 10 == 0 and value > 10:
            yield written + joiner, value, False
    for high, low in (*product(tens, units), *product(hundreds, (*tens, *units, *_between(cardinals)))):
        yield high[0] + joiner + low[0], high[1] + low[1], True
    for high, middle, low in product(hundreds, tens, units):
        yield joiner.join((high[0], middle[0], low[0])), high[1] + middle[1] + low[1], True


def _ordinal_compounds(
    cardinals: Mapping[str, int], ordinals: Mapping[str, int], joiner: str
) -> Iterator[tuple[str, int]]:
    """The ordinals that have a form of their own, alone and glued to tens or hundreds («بیستوسوم»)."""
    yield from ordinals.items()
    hundreds, tens, _ = _by_size(cardinals)
    for (high, value), (low, unit) in product((*hundreds, *tens), ordinals.items()):
        yield high + joiner + low, value + unit
    for (high, many), (middle, some), (low, unit) in product(hundreds, tens, ordinals.items()):
        yield joiner.join((high, middle, low)), many + some + unit


_Named = list[tuple[str, int]]


def _by_size(cardinals: Mapping[str, int]) -> tuple[_Named, _Named, _Named]:
    pairs = list(cardinals.items())
    return (
        [pair for pair in pairs if pair[1] >= 100],
        [pair for pair in pairs if 20 <= pair[1] < 100],
        [pair for pair in pairs if 0 < pair[1] < 10],
    )


def _between(cardinals: Mapping[str, int]) -> Iterable[tuple[str, int]]:
    return (pair for pair in cardinals.items() if 10 <= pair[1] < 20)
