"""Direction of words, and the control characters that turn it unseen."""

from __future__ import annotations

import re

# Letters of the scripts that run from right to left (Hebrew, Arabic and its kin, presentation forms), and all letters.
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_NAMES = {
    "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
CONTROLS = re.compile(f"[{''.join(_NAMES)}]")
_RTL_LANGUAGES = frozenset({"ar", "fa", "he", "ps", "ur"})


def control_name(sign: str) -> str:
    """The short name of a bidirectional control character: ``RLO``."""
    return _NAMES[sign]


def spell_controls(words: str) -> str:
    """Words with each bidirectional control replaced by its name in brackets, so that it is seen and not obeyed."""
    return CONTROLS.sub(lambda found: f"⟨{_NAMES[found[0]]}⟩", words)


def foreign(words: str) -> str:
    """Words of somebody else, fit to stand in a sentence of ours: nothing in them turns the line around them."""
    return f"\u2068{spell_controls(words)}\u2069"


def runs_rtl(words: str, language: str = "") -> bool:
    """Whether words run from right to left: by their language where it is known, else by most of their letters."""
    if language:
        return language in _RTL_LANGUAGES
    sample = words[:2000]
    return 2 * len(_RTL.findall(sample)) > len(_LETTER.findall(sample))
