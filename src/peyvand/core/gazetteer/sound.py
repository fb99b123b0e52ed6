"""Names by their sound: whether a name in Persian letters may write a town's name in Latin letters, and how well.

Persian writes the consonants of a foreign name by ear and its vowels loosely, and every language spells its sounds in
its own way («یاسبرین» is Jászberény). So names are first compared by a rough key of their consonants, and those that
share it letter by letter, by what each Latin letter or pair of letters may stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from peyvand.core.gazetteer.letters import own_letters
from peyvand.core.gazetteer.slugs import plain_letters

# Consonants that writers and languages confuse share a sign of the key; vowels, «ه», «و» and «ی» have none.
_HEARD = {
    **dict.fromkeys("بپ", "p"), **dict.fromkeys("تطد", "t"), **dict.fromkeys("سصثزذضظشژجچ", "s"),
    **dict.fromkeys("کگقغخ", "k"), "ر": "r", "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
_MERGED = (("تچ", "چ"), ("تش", "چ"), ("تس", "س"), ("تز", "ز"), ("دز", "ز"), ("دج", "ج"), ("دژ", "ج"))
# Latin spellings with the signs that they may have in the key, the longest first.
_SPELLED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("tsch", "sch", "tch", "dzh", "shch", "sh", "zh", "sz", "zs", "cs", "cz", "dz", "ts"), ("s",)),
    "tz": ("s",),
    "ch": ("s", "k"), "kh": ("k",), "gh": ("k", ""), "ph": ("",), "th": ("t",), "dj": ("s", "t"), "ck": ("k",),
    "qu": ("k",), "gn": ("n", "kn"), "rz": ("s", "rs"), "gy": ("k", "t", "s"), "ge": ("k", "s"), "gi": ("k", "s"),
    "b": ("p",), "p": ("p",), "d": ("t",), "t": ("t",), "s": ("s",), "z": ("s",), "c": ("k", "s"), "k": ("k",),
    "q": ("k", "s"), "g": ("k",), "x": ("ks", "s"), "j": ("", "s"), "r": ("r",), "l": ("l",), "m": ("m",), "n": ("n",),
}  # fmt: skip
_WORDS = re.compile("[a-z]+")
_TWICE = re.compile(r"(.)\1+")
_MOST_KEYS = 16
# Marks that tell sounds apart before they are dropped: «ț» is ت or تس, «ş» always ش.
_MARKED = str.maketrans({
    "ș": "sh", "ş": "sh", "š": "sh", "č": "ch", "ç": "ch", "ć": "ch", "ž": "zh", "ż": "zh", "ź": "z", "ğ": "gh",
    "ə": "a", "ı": "i", "ę": "en", "ą": "on", "ř": "rz", "ł": "l", "ñ": "ny", "ţ": "t", "ț": "t", "đ": "dj", "ß": "ss",
})  # fmt: skip


def key_heard(persian: str) -> str:
    """The key of a folded name in Persian letters: its consonants, rough."""
    for two, one in _MERGED:
        persian = persian.replace(two, one)
    return _TWICE.sub(r"\1", "".join(_HEARD.get(letter, "") for letter in persian))


def keys_spelled(latin: str, country: str = "") -> set[str]:
    """The keys that a name in Latin letters may have, by how its letters are read in a country; at most a few."""
    spelled, spelling = _signs_of(country)
    options = [spelled[found] for found in spelling.findall(_marked(latin))]
    while _number(options) > _MOST_KEYS:
        widest = max(options, key=len)
        options[options.index(widest)] = widest[:-1]
    return {_TWICE.sub(r"\1", "".join(signs)) for signs in product(*options)} - {""}


@lru_cache(maxsize=256)
def _signs_of(country: str) -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    """The signs of each spelling in a country, the usual first, and the pattern that finds the longest of them."""
    spelled = dict(_SPELLED)
    for latin, options in own_letters(country).items():
        heard = [key_heard(persian) for persian in sorted(options, key=options.__getitem__)]
        spelled[latin] = tuple(dict.fromkeys((*heard, *_SPELLED.get(latin, ()))))
    return spelled, re.compile("|".join(sorted(spelled, key=len, reverse=True)))


def _number(options: list[tuple[str, ...]]) -> int:
    number = 1
    for option in options:
        number *= len(option)
    return number


def plain_sound(latin: str) -> str:
    """A name in small plain letters without gaps, with the marks that change a sound written out."""
    return _marked(latin).replace("<", "").replace(">", "")


@lru_cache(maxsize=4096)
def _marked(latin: str) -> str:
    """The letters of `plain_sound`, each word between «<» and «>»."""
    words = _WORDS.findall(plain_letters(latin.lower().translate(_MARKED)).lower())
    return "".join(f"<{word}>" for word in words)


# What a Latin spelling may be in Persian, with how far that is from the usual; the empty string: not written.
_WRITTEN: dict[str, dict[str, float]] = {
    "a": {"ا": 0, "": 0.25, "ه": 0.3, "ع": 0.2, "ی": 0.7, "و": 0.6},
    "e": {"": 0.1, "ه": 0.2, "ی": 0.2, "ا": 0.4},
    "i": {"ی": 0, "": 0.3, "ا": 0.6}, "y": {"ی": 0, "": 0.4, "و": 0.5},
    "o": {"و": 0, "": 0.3, "ا": 0.3}, "u": {"و": 0, "": 0.35, "ی": 0.4, "ا": 0.5},
    "h": {"ه": 0, "ح": 0, "": 0.15, "خ": 0.3}, "v": {"و": 0, "ف": 0.2, "": 0.6, "ب": 0.5},
    "w": {"و": 0, "ف": 0.5, "": 0.4}, "f": {"ف": 0, "و": 0.4},
    "b": {"ب": 0, "پ": 0.4}, "p": {"پ": 0, "ب": 0.3}, "d": {"د": 0, "ت": 0.4, "ذ": 0.3, "ض": 0.3},
    "t": {"ت": 0, "ط": 0, "د": 0.5, "تس": 0.1}, "s": {"س": 0, "ص": 0, "ز": 0.2, "ش": 0.3, "ث": 0.1},
    "z": {"ز": 0, "تس": 0.1, "س": 0.3, "ظ": 0.1, "ض": 0.1, "ذ": 0.1},
    "c": {"ک": 0, "س": 0.1, "چ": 0.1, "ج": 0.15, "تس": 0.1, "ق": 0.3}, "k": {"ک": 0, "ق": 0.1, "گ": 0.4, "خ": 0.5},
    "q": {"ق": 0, "ک": 0.1, "چ": 0.2, "گ": 0.3}, "x": {"کس": 0, "ش": 0.2, "خ": 0.3, "س": 0.3, "گز": 0.2},
    "g": {"گ": 0, "ج": 0.15, "ق": 0.2, "غ": 0.1, "ی": 0.5, "": 0.5, "ک": 0.4, "ژ": 0.2},
    "j": {"ی": 0, "ژ": 0.05, "ج": 0, "خ": 0.2}, "l": {"ل": 0}, "m": {"م": 0}, "n": {"ن": 0, "م": 0.4}, "r": {"ر": 0},
    "tsch": {"چ": 0}, "sch": {"ش": 0, "سک": 0.2}, "tch": {"چ": 0}, "shch": {"شچ": 0, "ش": 0.1, "چ": 0.3},
    "dzh": {"ج": 0}, "ch": {"چ": 0, "ش": 0.1, "خ": 0.1, "ک": 0.2}, "sh": {"ش": 0, "س": 0.3}, "zh": {"ژ": 0, "ج": 0.2},
    "kh": {"خ": 0, "ک": 0.3, "ح": 0.3}, "gh": {"غ": 0, "ق": 0.05, "گ": 0.2, "": 0.1, "و": 0.3, "ی": 0.3},
    "ph": {"ف": 0}, "th": {"ت": 0, "ث": 0, "س": 0.2, "ط": 0.1}, "sz": {"س": 0, "ش": 0.1}, "zs": {"ژ": 0},
    "cs": {"چ": 0}, "cz": {"چ": 0}, "dz": {"دز": 0, "ز": 0.2, "ج": 0.3}, "dj": {"ج": 0, "دی": 0.2},
    "dt": {"ت": 0, "د": 0.1},
    "ts": {"تس": 0, "ز": 0.3, "س": 0.2, "چ": 0.3}, "tz": {"تز": 0, "تس": 0, "ز": 0.1}, "ck": {"ک": 0},
    "qu": {"کو": 0, "ک": 0.1}, "gn": {"نی": 0}, "ny": {"نی": 0, "ن": 0.1}, "rz": {"ژ": 0.1},
    "gy": {"گی": 0, "دی": 0.1, "ج": 0.2, "ی": 0.4}, "ll": {"ل": 0, "ی": 0.2}, "oo": {"و": 0}, "ee": {"ی": 0},
    "ea": {"ی": 0.1, "یا": 0}, "eau": {"و": 0}, "ie": {"ی": 0, "یه": 0}, "ei": {"ای": 0, "ی": 0.1},
    "ou": {"و": 0}, "oe": {"و": 0.1}, "ae": {"ا": 0.1, "ی": 0.2}, "ue": {"و": 0.1, "": 0.2},
    "ia": {"یا": 0, "یه": 0}, "<": {"": 0}, ">": {"": 0},
}  # fmt: skip
# What every language may have stays possible beside a country's own, so much further.
_FOREIGN = 0.1
# Letters of Arabic words: where the country's languages have no sounds of their own for them, no name has them.
_ARABIC = frozenset("ثحذصضطظعغق")
# Persian letters that stand for nothing in Latin: a bearer of a vowel, a vowel that is heard and not written.
_ADDED = {"ا": 0.35, "ی": 0.45, "و": 0.5, "ئ": 0.05, "ه": 0.4, "ع": 0.2}
_VOWELS = frozenset("aeiouy")
_TWO_BEGIN = re.compile("s[^aeiouy<>]")
_FAR = 9.0


class _Letters(NamedTuple):
    """What the spellings of a country may be, and how long the longest that begins with a letter is."""

    written: Mapping[str, Mapping[str, float]]
    longest: Mapping[str, int]


@lru_cache(maxsize=256)
def _letters_of(country: str) -> _Letters:
    added = own_letters(country)
    written = {
        spelling: {persian: cost + _FOREIGN * (spelling in added) for persian, cost in options.items()
                   if not added or _ARABIC.isdisjoint(persian)}
        for spelling, options in _WRITTEN.items()
    }  # fmt: skip
    for spelling, own in added.items():
        written[spelling] = {**written.get(spelling, {}), **own}
    longest: dict[str, int] = {}
    for spelling in written:
        longest[spelling[0]] = max(len(spelling), longest.get(spelling[0], 0))
    return _Letters(written, longest)


def strangeness(persian: str, latin: str, limit: float = _FAR, country: str = "") -> float:
    """How far a folded name in Persian letters is from a Latin name of a country; 0 is as usual, 9 no match, or none
    within a limit.

    Linear in the product of their lengths at most; what is beyond the limit is not followed.
    """
    heard, spelled, letters = persian.replace("آ", "ا"), _marked(latin), _letters_of(country)
    reached: list[dict[int, float]] = [{} for _ in range(len(spelled) + 1)]
    reached[0][0] = 0.0
    for at, here in enumerate(reached):
        for seen in range(len(heard) + 1):
            cost = here.get(seen)
            if cost is None:
                continue
            for taken, more, further in _steps(letters, spelled, at, heard, seen):
                there = reached[at + taken]
                if cost + further <= min(limit, there.get(seen + more, _FAR)):
                    there[seen + more] = cost + further
    return reached[-1].get(len(heard), _FAR)


def _steps(letters: _Letters, spelled: str, at: int, heard: str, seen: int) -> Iterator[tuple[int, int, float]]:
    """Latin letters taken, Persian letters taken, and the cost."""
    if seen < len(heard) and heard[seen] in _ADDED:
        yield 0, 1, _added(spelled, at, heard, seen)
    if at == len(spelled):
        return
    if at > 0 and spelled[at] == spelled[at - 1]:
        yield 1, 0, 0.0
    written = letters.written
    for size in range(1, min(letters.longest.get(spelled[at], 0), len(spelled) - at) + 1):
        for persian, cost in written.get(spelled[at : at + size], {}).items():
            if heard.startswith(persian, seen):
                yield size, len(persian), cost


def _added(spelled: str, at: int, heard: str, seen: int) -> float:
    """What a letter of `_ADDED` costs that no Latin one stands for."""
    letter, before, after = heard[seen], spelled[at - 1 : at], spelled[at : at + 1]
    if letter == "ا" and before == "<" and (after in _VOWELS or _TWO_BEGIN.match(spelled, at)):
        # The first vowel of a name has a bearer, and two consonants take one: «اسکانتورپ».
        return 0.0 if seen == 0 else 0.05
    if seen == len(heard) - 1 and letter == "ه":
        return 0.15
    if letter in "یو" and before in _VOWELS and after in _VOWELS:
        # «ئ» between two vowels.
        return min(_ADDED[letter], 0.1)
    return _ADDED[letter]
