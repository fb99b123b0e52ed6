"""The table of who may do what as the guides show it: ``python -m tests.architecture.policies`` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from django.utils.translation import gettext, override

from peyvand.records.accounts.models import ROLES
from peyvand.records.accounts.permissions import OFFICE_WIDE, WITHIN_SCOPE
from peyvand.records.accounts.roles import Role
from peyvand.web.office.permitwords import PERMISSION_WORDS

DOCS = Path(__file__).parents[2] / "docs"
_TABLE = re.compile(r"<!-- table -->\n.*?<!-- end -->", re.S)
_HEADINGS = {
    "en": ("Of the office as a whole", "Of what is open to the member"),
    "fa": ("دربارهٔ همهٔ دفتر", "در دامنهٔ باز برای عضو"),
}


def table(language: str) -> str:
    """Both halves of the table of permissions, in a language."""
    with override(language):
        roles = [(role, gettext(str(name))) for role, name in ROLES]
        halves = zip(_HEADINGS[language], (OFFICE_WIDE, WITHIN_SCOPE), strict=True)
        return "\n".join(_half(heading, permissions, roles) for heading, permissions in halves)


def _half(heading: str, permissions: Mapping[str, frozenset[Role]], roles: Sequence[tuple[str, str]]) -> str:
    head = f"| {heading} | {' | '.join(name for _role, name in roles)} |"
    rows = [
        f"| {PERMISSION_WORDS[code]} | {' | '.join('●' if role in given else '' for role, _name in roles)} |"
        for code, given in permissions.items()
    ]
    return "\n".join([head, f"|---{'|:-:' * len(roles)}|", *rows, ""])


def page(language: str) -> Path:
    """The guide with the table."""
    return DOCS / language / "roles.md"


def renewed(language: str) -> str:
    """The guide with the table as it is now."""
    return _TABLE.sub(lambda _: f"<!-- table -->\n{table(language)}<!-- end -->", page(language).read_text("utf-8"))


if __name__ == "__main__":
    for one in ("en", "fa"):
        page(one).write_text(renewed(one), "utf-8")
