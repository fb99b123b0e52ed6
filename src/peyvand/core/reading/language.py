"""Which language a text is in: by script, then by the small words that each language cannot do without."""

from __future__ import annotations

import re

_SAMPLE = 4000
_ARABIC, _LATIN, _CYRILLIC, _HAN = (
    re.compile(pattern)
    for pattern in ("[\u0621-\u06d5]", "[a-zA-Z\u00c0-\u024f]", "[\u0400-\u04ff]", "[\u4e00-\u9fff]")
)
_PERSIAN = re.compile("[پچژگکی]")
_ARABIC_WORDS = re.compile(r"(?<!\w)(?:في|فی|من|على|علی|إلى|التي|التی|الذي|هذا|هذه|مع|بين|أن|ان|وال\w+)(?!\w)")
_PERSIAN_WORDS = re.compile(r"(?<!\w)(?:از|به|که|در|با|را|این|است|شد|می|برای|خواهد)(?!\w)")
_SMALL_WORDS = {
    "en": frozenset("the of and to in a is was with for on by that".split()),
    "tr": frozenset("ve bir bu ile için olarak da de arasında kardeş şehir".split()),
    "de": frozenset("der die das und in den von mit ist zu dem für".split()),
    "fr": frozenset("le la les des et de du un une est dans pour".split()),
    "it": frozenset("il di che la e un per con della del".split()),
    "es": frozenset("el la de que y en los del las por".split()),
}
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text, or None where it cannot be told. Looks at its first few thousand characters."""
    sample = text[:_SAMPLE]
    counts = {
        "arabic": len(_ARABIC.findall(sample)), "latin": len(_LATIN.findall(sample)),
        "cyrillic": len(_CYRILLIC.findall(sample)), "han": 2 * len(_HAN.findall(sample)),
    }  # fmt: skip
    script = max(counts, key=lambda name: counts[name])
    if counts[script] == 0:
        return None
    if script == "arabic":
        return _of_arabic_script(sample)
    if script == "latin":
        return _of_latin_script(sample)
    return "ru" if script == "cyrillic" else "zh"


def _of_arabic_script(sample: str) -> str:
    persian = len(_PERSIAN_WORDS.findall(sample)) * 2 + len(_PERSIAN.findall(sample)) // 20
    return "fa" if persian >= len(_ARABIC_WORDS.findall(sample)) * 2 else "ar"


def _of_latin_script(sample: str) -> str | None:
    words = [word.casefold() for word in _WORD.findall(sample)]
    votes = {code: sum(word in small for word in words) for code, small in _SMALL_WORDS.items()}
    best = max(votes, key=lambda code: votes[code])
    return best if votes[best] else None
