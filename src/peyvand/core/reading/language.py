"""Which language a text is in: by its script, then by the small words that no text of a language does without."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

_SAMPLE = 600
# No word begins behind an apostrophe: endings of Turkish names («Van'a») are words of other languages.
_WORD = re.compile(r"(?<![\w'’])[^\W\d_]+")
_SCRIPTS = {
    "arabic": re.compile("[\u0621-\u06d5]+"),
    "latin": re.compile("[a-zA-Z\u00c0-\u024f]+"),
    "cyrillic": re.compile("[\u0400-\u04ff]+"),
    "han": re.compile("[\u4e00-\u9fff]+"),
}


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """For each script its small words (case-folded) with the languages that have them; a script may tell by itself."""

    scripts: Mapping[str, Mapping[str, tuple[str, ...]]]

    @classmethod
    def of(cls, scripts: Mapping[str, Mapping[str, Iterable[str]]]) -> LanguageWords:
        """The words of languages, given by script and language."""
        return cls({script: _by_word(languages) for script, languages in scripts.items()})


def _by_word(languages: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in languages.items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found


def language_of(text: str, words: LanguageWords) -> str | None:
    """The ISO 639-1 code of a text, or None where it cannot be told. Looks at its first words only."""
    sample = text[:_SAMPLE]
    small = words.scripts.get(_script(sample), {})
    met = filter(small.__contains__, _WORD.findall(sample.casefold()))
    votes = Counter(chain.from_iterable(map(small.__getitem__, met)))
    best = votes.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        # Letters that only some languages have decide; and Han is written without spaces.
        votes.update(code for letter in sample for code in small.get(letter, ()))
    return max(votes, key=lambda code: votes[code]) if votes else None


def _script(sample: str) -> str:
    """The script of most letters, or an empty string."""
    counts = {"": 0}
    for script, letters in _SCRIPTS.items():
        counts[script] = sum(map(len, letters.findall(sample)))
        if 2 * counts[script] > len(sample):
            return script
    return max(counts, key=lambda name: counts[name])
