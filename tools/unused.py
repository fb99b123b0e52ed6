"""Code that nothing but tests uses: `python -m tools.unused` names it, and ends with status 1 where there is any.

Looked for are imports, functions, methods, properties and classes. Words of templates count as uses. What is to stay
all the same stands in `unused.txt` beside this file, a name a line with the reason; what stands there without need is
a fault too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).parents[1]
# What members of the house use; tests use everything, and would hide what is otherwise dead.
SEEN = ("src", "benchmarks", "drills", "tools")
ALLOWED = Path(__file__).with_suffix(".txt")
_KINDS = frozenset({"import", "function", "method", "property", "class"})
# Called by whoever owns the decorator.
_DECORATORS = ["@needs*", "@public*", "@pytest*", "@receiver*"]
# Called by name by the framework, the interpreter or the parser that a class is made for.
_NAMES = ["visit_*", "handle_*", "do_*", "test_*", "Meta", "Migration", "*Config", "ready"]
_WORD = re.compile(r"[A-Za-z_]\w+")


def unused(root: Path, allowed: Iterable[str]) -> tuple[list[str], list[str]]:
    """What is unused and not allowed, as ``path:line: name``; and what is allowed and not unused."""
    looking = Vulture(ignore_decorators=_DECORATORS, ignore_names=_NAMES)
    looking.scavenge([root / name for name in SEEN if (root / name).exists()])
    shown = _words(root)
    found = [
        one
        for one in looking.get_unused_code(min_confidence=60)
        if one.typ in _KINDS and one.name not in shown and "migrations" not in Path(one.filename).parts
    ]
    wanted = set(allowed)
    named = {one.name for one in found}
    faults = [
        f"{Path(one.filename).relative_to(root)}:{one.first_lineno}: {one.name}"
        for one in found
        if one.name not in wanted
    ]
    return faults, sorted(wanted - named)


def allowed_names(text: str) -> list[str]:
    """The names of a list of reasons. Raises ValueError for a name without a reason."""
    names = []
    for line in text.splitlines():
        name, _, reason = line.partition(":")
        if line.strip() and not line.startswith("#"):
            if not reason.strip():
                raise ValueError(f"{name.strip()} has no reason")
            names.append(name.strip())
    return names


def _words(root: Path) -> set[str]:
    """Every word of the templates: what a page asks of its values is used."""
    return {word for page in (root / "src").rglob("*.html") for word in _WORD.findall(page.read_text("utf-8"))}


def main() -> int:
    """Say what is unused; 1 where something is."""
    faults, needless = unused(ROOT, allowed_names(ALLOWED.read_text("utf-8")))
    for fault in faults:
        sys.stderr.write(f"unused: {fault}\n")
    for name in needless:
        sys.stderr.write(f"unused.txt: {name} is used, or gone\n")
    return bool(faults or needless)


if __name__ == "__main__":
    sys.exit(main())
