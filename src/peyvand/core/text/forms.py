"""From a word as a linguist writes it to a pattern over folded text.

A joiner (ZWNJ) in a form says "one word, written joined, glued or apart": «می‌شود» also finds «میشود» and
«می شود». A space finds any white space or joiner. ``*`` at the end of a word lets endings follow
(«تفاهم‌نامه*» finds «تفاهم‌نامه‌هایی»). Forms match whole words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from peyvand.core.text.folding import fold_words

_PARTS = re.compile("[\u200c* ]|[^\u200c* ]+")
_NOT_JOINING = frozenset("اآدذرزژو")
_EDGE = r"(?<!\w){}(?!\w)"


def form_pattern(form: str) -> str:
    """Regular-expression source for one form, without word edges."""
    source: list[str] = []
    last = ""
    for part in _PARTS.findall(form.strip()):
        if part == "\u200c":
            source.append(" ?")
        elif part == " ":
            # After a letter that does not join, writers often leave the space out: «امضاکردند».
            source.append(r"\s*" if last in _NOT_JOINING else r"\s+")
        elif part == "*":
            source.append(r"\w*(?: (?:ها|های|هایی|ای|اند|ام|ایم)(?!\w))?")
        else:
            source.append(re.escape(fold_words(part)))
            last = part[-1]
    return "".join(source)


def any_of(forms: Iterable[str]) -> str:
    """Source of a pattern that finds any of the forms as whole words, the longest first."""
    sources = sorted((form_pattern(form) for form in forms), key=len, reverse=True)
    return _EDGE.format(f"(?:{'|'.join(sources)})")


def compile_forms(forms: Iterable[str]) -> re.Pattern[str]:
    """The compiled pattern of `any_of`."""
    return re.compile(any_of(forms))
