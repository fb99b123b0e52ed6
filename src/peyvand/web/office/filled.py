"""A form as somebody filled it in, kept until everything in it holds: what was typed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from peyvand.lexicon.asking import places_named
from peyvand.web.office.placing import resolved_place
from peyvand.web.shared.naming import Naming

# Asked for where somebody names a place that nobody knows: nothing is of it.
_NOWHERE = ("nowhere",)


def asked_places(words: str, naming: Naming) -> tuple[str, ...]:
    """The ids of all places of a name, for a list to be asked by; none where no name is typed."""
    if not words:
        return ()
    return tuple(place.id for place in places_named(words, naming.gazetteer)) or _NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """``values`` are the fields as typed, ``faults`` sentences by field, ``namesakes`` the places to choose from where
    the name of a place fits several, as ids and words."""

    values: Mapping[str, str]
    faults: Mapping[str, str] = field(default_factory=dict)
    namesakes: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def wrong(self, name: str, fault: str) -> Filled:
        """The same form with a fault."""
        return replace(self, faults={**self.faults, name: fault})

    def placed(self, naming: Naming, *names: str) -> Filled:
        """The same form with its places looked up: the id of each under ``NAME_place``, empty where none is named."""
        values, faults, namesakes = dict(self.values), dict(self.faults), dict(self.namesakes)
        for name in names:
            typed = values.get(name, "").strip()
            found, others = resolved_place(typed, values.get(f"{name}_place", ""), naming) if typed else ("", ())
            values[f"{name}_place"] = found
            if others:
                namesakes[name] = tuple((one.id, f"{one.name}, {naming.country(one.country)}") for one in others)
                faults[name] = _("Several places bear this name. Choose one.")
            elif typed and not found:
                faults[name] = _("No place of this name is known.")
        return replace(self, values=values, faults=faults, namesakes=namesakes)

    def number(self, name: str) -> int | None:
        """The whole number of a field in any digits; None for an empty one or for what is none, see `wrong_numbers`."""
        typed = self.values.get(name, "").strip()
        return int(typed) if typed.isdecimal() and len(typed) < 9 else None

    def wrong_numbers(self, *names: str) -> Filled:
        """The same form with a fault for each of these fields that holds something else than a number."""
        found = self
        for name in names:
            if self.values.get(name, "").strip() and self.number(name) is None:
                found = found.wrong(name, _("This is no number."))
        return found
