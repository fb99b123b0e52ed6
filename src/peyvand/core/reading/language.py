"""Which language a text is in: by its script, then by the small words that no text of a language does without."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_SAMPLE = 4000
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "arabic": re.compile("[\u0621-\u06d5]"),
    "latin": re.compile("[a-zA-Z\u00c0-\u024f]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "han": re.compile("[\u4e00-\u9fff]"),
}


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """For each script the languages written in it, each with its small words (case-folded)."""

    scripts: Mapping[str, Mapping[str, frozenset[str]]]


def language_of(text: str, words: LanguageWords) -> str | None:
    """The ISO 639-1 code of a text, or None where it cannot be told. Looks at its first few thousand characters."""
    sample = text[:_SAMPLE].replace("\u200c", " ").replace("ي", "ی").replace("ك", "ک")
    counts = {script: len(letters.findall(sample)) for script, letters in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    languages = words.scripts.get(script, {}) if counts[script] else {}
    if not languages:
        return None
    told = [word.casefold() for word in _WORD.findall(sample)]
    votes = {code: sum(word in small for word in told) for code, small in languages.items()}
    best = max(votes, key=lambda code: votes[code])
    return best if votes[best] or len(languages) == 1 else None
