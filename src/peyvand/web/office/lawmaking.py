"""An office's own edition of a country's procedure as typed: terms, proofs, steps, bans, and the day it holds from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from peyvand.core.procedure.pack import Confidence, Effect, Proof, pack_on
from peyvand.records.casework.packs import BadPack, versions
from peyvand.records.ledger.rows import pack as packed
from peyvand.web.shared.dates import typed_day

_LONGEST = 500
_MOST_COUNTRIES = 30
_COUNTRY = re.compile("[A-Z]{2}")
# Fields of a new step, and of a new ban; each begins with the name of its procedure, or with this.
NEW, BAN = "new", "ban"
EDITION_FIELDS = (
    *("action", "reason", "since", "verified", "*-days", "*-working", "*-optional", "*-out", "*-proof", "*-law_??"),
    *("*-confidence", "*-name_??", "*-who_??", "*-effect", "*-after", "*-before", f"{BAN}-*"),
)


@dataclass(frozen=True, slots=True)
class _Form:
    """The form, read field by field. What cannot be is a `BadPack`."""

    typed: QueryDict

    def words(self, name: str) -> str:
        return self.typed.get(name, "").strip()[:_LONGEST]

    def both(self, name: str) -> dict[str, str] | None:
        """Words in both languages; in one only is better than none."""
        found = {language: self.words(f"{name}_{language}") for language in ("en", "fa")}
        return {"en": found["en"] or found["fa"], "fa": found["fa"] or found["en"]} if any(found.values()) else None

    def days(self, name: str) -> int | None:
        words = self.words(name)
        return int(words) if words.isdecimal() and len(words) < 5 else None

    def day(self, name: str) -> date | None:
        words = self.words(name)
        found = typed_day(words) if words else None
        if words and found is None:
            raise BadPack(_("This is no date."))
        return found

    def ticked(self, name: str) -> bool:
        return self.typed.get(name) == "on"

    def among(self, name: str, allowed: type[Effect] | type[Confidence], otherwise: str) -> str:
        words = self.words(name)
        return words if words in {str(one) for one in allowed} else otherwise


def edition(country: str, form: QueryDict, today: date) -> list[Mapping[str, Any]]:
    """All versions of a country's pack, the one that holds today with what was typed. Raises `BadPack`.

    With a day to hold from, the one of today ends on that day, and a version with what was typed begins.
    """
    read, known = _Form(form), versions(country)
    law = pack_on(known, today)
    told = [packed(version) for version in known]
    if law is None:
        return told
    at = known.index(law)
    changed = packed(law)
    _change(changed, read)
    since = read.day("since")
    if since is None:
        told[at] = changed
        return told
    if law.since and since <= law.since:
        raise BadPack(_("A version holds from a day after the one before it."))
    told[at]["until"] = since.isoformat()
    changed["since"] = since.isoformat()
    told.insert(at + 1, changed)
    return told


def _change(version: dict[str, Any], read: _Form) -> None:
    version["verified"] = read.ticked("verified")
    for purpose, steps in version["procedures"].items():
        for step in steps:
            _change_step(step, f"{purpose}-{step['key']}", read)
        version["procedures"][purpose] = _with_new(steps, purpose, read)
    version["bans"] = [*_bans(version["bans"], read), *_new_ban(read)]


def _change_step(step: dict[str, Any], name: str, read: _Form) -> None:
    step["days"] = read.days(f"{name}-days")
    step["working"] = read.ticked(f"{name}-working")
    step["optional"] = read.ticked(f"{name}-optional")
    step["law"] = read.both(f"{name}-law")
    if f"{name}-confidence" in read.typed:
        step["confidence"] = read.among(f"{name}-confidence", Confidence, step["confidence"])
        step["proofs"] = _proofs(read, name, step["proofs"])


def _proofs(read: _Form, name: str, known: list[str]) -> list[str]:
    """The proofs that are ticked, those known before in the order that they had."""
    chosen = set(read.typed.getlist(f"{name}-proof"))
    return [proof for proof in dict.fromkeys([*known, *map(str, Proof)]) if proof in chosen]


def _with_new(steps: list[dict[str, Any]], purpose: str, read: _Form) -> list[dict[str, Any]]:
    """The steps but for those taken out, and a new one behind the one that it follows."""
    out = {one["key"] for one in steps if read.ticked(f"{purpose}-{one['key']}-out")}
    heirs = {one["key"]: one["after"] for one in steps if one["key"] in out}
    kept = [one | {"after": _inherited(one["after"], heirs)} for one in steps if one["key"] not in out]
    prefix = f"{NEW}-{purpose}"
    names = read.both(f"{prefix}-name")
    if names is None:
        return kept
    after = read.words(f"{prefix}-after")
    at = next((n for n, one in enumerate(kept, 1) if one["key"] == after), 0)
    key = next(f"own_{n}" for n in range(1, 1000) if f"own_{n}" not in {one["key"] for one in steps})
    new = {
        "key": key,
        "name": names,
        "who": read.both(f"{prefix}-who") or names,
        "effect": read.among(f"{prefix}-effect", Effect, str(Effect.ACT)),
        "after": [after] if at else [],
        "days": read.days(f"{prefix}-days"),
        "law": read.both(f"{prefix}-law"),
        "proofs": _proofs(read, prefix, []),
        "confidence": str(Confidence.LOW),
    }
    return [*kept[:at], new, *_following(kept[at:], after, key, read.ticked(f"{prefix}-before"))]


def _inherited(after: list[str], heirs: Mapping[str, list[str]]) -> list[str]:
    """What a step comes after, once those taken out have handed on what they came after themselves."""
    found: dict[str, None] = {}
    for key in after:
        found.update(dict.fromkeys(_inherited(heirs[key], heirs) if key in heirs else [key]))
    return list(found)


def _following(steps: list[dict[str, Any]], after: str, key: str, comes_before: bool) -> list[dict[str, Any]]:
    """The steps behind a new one; where it is to come before them, what waited for its forerunner waits for it."""
    if not comes_before:
        return steps
    return [
        one | {"after": [key if name == after else name for name in one["after"]] or ([key] if not after else [])}
        for one in steps
    ]


def _bans(bans: list[dict[str, Any]], read: _Form) -> list[dict[str, Any]]:
    """The bans with the days on which they end."""
    ends = [read.day(f"{BAN}-{number}-until") for number in range(len(bans))]
    return [ban | {"until": end.isoformat() if end else None} for ban, end in zip(bans, ends, strict=True)]


def _new_ban(read: _Form) -> list[dict[str, Any]]:
    against = [code.strip().upper() for code in read.words(f"{BAN}-against").replace("،", ",").split(",")]
    against = [code for code in against if code][:_MOST_COUNTRIES]
    if not against:
        return []
    since, law = read.day(f"{BAN}-since"), read.both(f"{BAN}-law")
    if (
        since is None
        or law is None
        or not all(len(code) == 2 and code.isascii() and code.isalpha() for code in against)
    ):
        raise BadPack(_("A ban names countries by their two letters, its law, and the day it holds from."))
    region = read.words(f"{BAN}-region").upper() or None
    return [{"against": against, "since": since.isoformat(), "law": law, "region": region, "confidence": "low"}]
