"""What a site's robots.txt lets programs look at (RFC 9309): the longest rule that fits wins, the kinder one of two."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"\s{0,99}(user-agent|allow|disallow)\s{0,99}:\s{0,99}([^#\r\n]{0,2000})", re.IGNORECASE)
_MOST_LINES = 10_000


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules for one program: pairs of (whether it may, pattern of paths)."""

    rules: tuple[tuple[bool, str], ...] = ()

    def allow(self, target: str) -> bool:
        """Whether a page (path and query) may be looked at."""
        fitting = [(len(pattern), may) for may, pattern in self.rules if _fits(pattern, target)]
        return max(fitting)[1] if fitting else True


NOTHING = Rules(((False, "/"),))


def rules_for(agent: str, text: str) -> Rules:
    """The rules that a robots.txt has for a program by its short name: its own group's, else those for all."""
    groups: dict[str, list[tuple[bool, str]]] = {}
    named: list[str] = []
    is_naming = False
    for line in text.splitlines()[:_MOST_LINES]:
        said = _LINE.match(line)
        if not said:
            continue
        key, value = said[1].lower(), said[2].strip()
        if key == "user-agent":
            named = [*named, value.lower()] if is_naming else [value.lower()]
            groups.setdefault(value.lower(), [])
        elif value:
            for name in named:
                groups[name].append((key == "allow", value))
        is_naming = key == "user-agent"
    return Rules(tuple(groups.get(agent.lower(), groups.get("*", []))))


def _fits(pattern: str, target: str) -> bool:
    """Whether a target begins as a pattern says: ``*`` is any run of signs, ``$`` at the end the target's own end."""
    is_whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1] if is_whole else rest:
        found = target.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if not is_whole:
        return True
    return target.endswith(rest[-1]) and len(target) - len(rest[-1]) >= at if rest else at == len(target)
