"""Names by their sound: whether a name in Persian letters may write a town's name in Latin letters, and how well.

Persian writes the consonants of a foreign name by ear and its vowels loosely, and every language spells its sounds in
its own way («یاسبرین» is Jászberény). So names are first compared by a rough key of their consonants, and those that
share it letter by letter, by what each Latin letter or pair of letters may stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

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
_SPELLING = re.compile("|".join(sorted(_SPELLED, key=len, reverse=True)))
_LETTERS = re.compile("[a-z]+")
_TWICE = re.compile(r"(.)\1+")
_MOST_KEYS = 16
# Marks that tell sounds apart before they are dropped: «ț» is ت or تس, «ş» always ش.
_MARKED = str.maketrans({
    "ș": "sh", "ş": "sh", "š": "sh", "č": "ch", "ç": "ch", "ć": "ch", "ž": "zh", "ż": "zh", "ź": "z", "ğ": "gh",
    "ə": "a", "ı": "i", "ł": "l", "ñ": "ny", "ţ": "t", "ț": "t", "đ": "dj", "ß": "ss",
})  # fmt: skip


def key_heard(persian: str) -> str:
    """The key of a folded name in Persian letters: its consonants, rough."""
    for two, one in _MERGED:
        persian = persian.replace(two, one)
    return _TWICE.sub(r"\1", "".join(_HEARD.get(letter, "") for letter in persian))


def keys_spelled(latin: str) -> set[str]:
    """The keys that a name in Latin letters may have, by how its letters are read; at most a few."""
    options = [_SPELLED[spelling] for spelling in _SPELLING.findall(plain_sound(latin))]
    while _number(options) > _MOST_KEYS:
        widest = max(options, key=len)
        options[options.index(widest)] = widest[:-1]
    return {_TWICE.sub(r"\1", "".join(signs)) for signs in product(*options)} - {""}


def _number(options: list[tuple[str, ...]]) -> int:
    number = 1
    for option in options:
        number *= len(option)
    return number


@lru_cache(maxsize=4096)
def plain_sound(latin: str) -> str:
    """A name in small plain letters without gaps, with the marks that change a sound written out."""
    return "".join(_LETTERS.findall(plain_letters(latin.lower().translate(_MARKED)).lower()))


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
    "ou": {"و": 0}, "oe": {"و": 0.1}, "ae": {"ا": 0.1, "ی": 0.2}, "ue": {"و": 0.1, "": 0.2}, "ia": {"یا": 0, "یه": 0},
}  # fmt: skip
_LONGEST_SPELLING = max(map(len, _WRITTEN))
# Persian letters that stand for nothing in Latin: a bearer of a vowel, a vowel that is heard and not written.
_ADDED = {"ا": 0.35, "ی": 0.45, "و": 0.5, "ئ": 0.05, "ه": 0.4, "ع": 0.2}
_VOWELS = frozenset("aeiouy")
_FAR = 9.0


def strangeness(persian: str, latin: str, limit: float = _FAR) -> float:
    """How far a folded name in Persian letters is from a Latin name; 0 is as usual, 9 no match, or none within a limit.

    Linear in the product of their lengths at most; what is beyond the limit is not followed.
    """
    heard, spelled = persian.replace("آ", "ا"), plain_sound(latin)
    reached: list[dict[int, float]] = [{} for _ in range(len(spelled) + 1)]
    reached[0][0] = 0.0
    for at, here in enumerate(reached):
        for seen in range(len(heard) + 1):
            cost = here.get(seen)
            if cost is None:
                continue
            for taken, letters, further in _steps(spelled, at, heard, seen):
                there = reached[at + taken]
                if cost + further <= min(limit, there.get(seen + letters, _FAR)):
                    there[seen + letters] = cost + further
    return reached[-1].get(len(heard), _FAR)


def _steps(spelled: str, at: int, heard: str, seen: int) -> Iterator[tuple[int, int, float]]:
    """Latin letters taken, Persian letters taken, and the cost."""
    if seen < len(heard) and (added := _ADDED.get(heard[seen])) is not None:
        # The first vowel of a name has a bearer, and «ه» may close one.
        opens = seen == 0 and heard[seen] == "ا" and spelled[at : at + 1] in _VOWELS
        closes = seen == len(heard) - 1 and heard[seen] == "ه"
        yield 0, 1, 0.0 if opens else 0.15 if closes else added
    if at > 0 and at < len(spelled) and spelled[at] == spelled[at - 1]:
        yield 1, 0, 0.0
    for size in range(1, min(_LONGEST_SPELLING, len(spelled) - at) + 1):
        for letters, cost in _WRITTEN.get(spelled[at : at + size], {}).items():
            if heard.startswith(letters, seen):
                yield size, len(letters), cost
