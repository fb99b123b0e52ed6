"""Procedures of countries, from ``lexicon/procedures/<country>.yaml``: every version, checked while it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

import msgspec

from peyvand.core.procedure.pack import Ban, Condition, Names, Pack, PackFault, Step, check
from peyvand.lexicon.loader import FOLDERS, LexiconFault, load_yaml

_FOLDER = "procedures"


def countries() -> tuple[str, ...]:
    """The codes of all countries whose procedure is known, in order."""
    return tuple(sorted(path.stem.upper() for path in (FOLDERS / _FOLDER).glob("*.yaml")))


@cache
def packs(country: str) -> tuple[Pack, ...]:
    """Every version of a country's pack; none where its procedure is not known. Raises `LexiconFault`."""
    if country not in countries():
        return ()
    return tuple(read_pack(country, told) for told in load_yaml(_FOLDER, country.lower()))


def read_pack(country: str, told: Mapping[str, Any]) -> Pack:
    """One version of a pack from plain values. Raises `LexiconFault` with what is wrong in them."""
    try:
        _known(told, Pack)
        for ban in told.get("bans", ()):
            _known(ban, Ban)
        for step in (step for steps in told["procedures"].values() for step in steps):
            _known(step, Step)
            _known(step.get("when", {}), Condition)
            _known(step["name"], Names)
        pack = msgspec.convert({"country": country, **told}, Pack)
        check(pack)
    except (msgspec.ValidationError, PackFault, KeyError, AttributeError, TypeError) as fault:
        raise LexiconFault(f"lexicon/{_FOLDER}/{country.lower()}.yaml: {fault}") from fault
    return pack


def _known(told: Mapping[str, Any], kind: type) -> None:
    """A misspelled field would be passed over in silence."""
    if unknown := told.keys() - {one.name for one in fields(kind)}:
        raise PackFault(f"{kind.__name__} has no field {sorted(unknown)[0]!r}")
