"""From a word as a linguist writes it to a pattern over folded text.

A joiner (ZWNJ) in a form says "one word, written joined, glued or apart": «می‌شود» also finds «میشود» and
«می شود». A space finds any white space or joiner. ``*`` at the end of a word lets endings follow
(«تفاهم‌نامه*» finds «تفاهم‌نامه‌هایی»). Forms match whole words only,
and an empty list matches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from peyvand.core.text.folding import fold_words

_PARTS = re.compile("[\u200c* ]|[^\u200c* ]+")
_NOT_JOINING = frozenset("اآدذرزژو")
# Endings that writers set apart from a word whose other endings the star already covers.
_ENDINGS = r"\w*(?: (?:ها|های|هایی|هایش|هایشان|ای|ی|ام|ایم|اید|اند)(?!\w))?"
_EDGE = r"(?<!\w){}(?!\w)"


def form_pattern(form: str) -> str:
    """Regular-expression source for one form, without word edges."""
    return "".join(_tokens(form))


def any_of(forms: Iterable[str]) -> str:
    """Source of a pattern that finds any of the forms as whole words, the longest first.

    Forms that begin alike share their beginning, so that the cost of a search hardly grows with the list.
    """
    rows = sorted({tuple(_tokens(form)) for form in forms})
    return _EDGE.format(_branches(rows)) if rows else r"(?!)"


def compile_forms(forms: Iterable[str]) -> re.Pattern[str]:
    """The compiled pattern of `any_of`."""
    return re.compile(any_of(forms))


def _tokens(form: str) -> list[str]:
    tokens: list[str] = []
    last = ""
    for part in _PARTS.findall(form.strip()):
        if part == "\u200c":
            tokens.append(" ?")
        elif part == " ":
            # After a letter that does not join, writers often leave the space out: «امضاکردند».
            tokens.append(r"\s*" if last in _NOT_JOINING else r"\s+")
        elif part == "*":
            tokens.append(_ENDINGS)
        else:
            tokens.extend(re.escape(letter) for letter in fold_words(part))
            last = part[-1]
    return tokens


def _branches(forms: Sequence[tuple[str, ...]]) -> str:
    """Alternatives over sorted token rows, shared beginnings written once, the deepest branch first."""
    ends = any(not form for form in forms)
    groups: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        if form:
            groups.setdefault(form[0], []).append(form[1:])
    ordered = sorted(groups.items(), key=lambda group: -max(len(rest) for rest in group[1]))
    sources = [first + _branches(rests) for first, rests in ordered]
    if ends:
        sources.append("")
    return sources[0] if len(sources) == 1 else f"(?:{'|'.join(sources)})"
