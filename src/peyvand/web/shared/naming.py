"""Names of places in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from peyvand.core.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Naming:
    """What the gazetteer calls places in one language."""

    gazetteer: Gazetteer
    language: str

    def place(self, place_id: str) -> str:
        return self.gazetteer.name(place_id, self.language)

    def country(self, code: str) -> str:
        """The country of an ISO 3166-1 code; an unknown or empty one shows itself."""
        return self.gazetteer.name(f"iso:{code}", self.language).removeprefix("iso:") if code else ""

    def listed(self, place_ids: tuple[str, ...]) -> str:
        """A few places in one line: «اصفهان، کازان»."""
        return ("، " if self.language == "fa" else ", ").join(self.place(place_id) for place_id in place_ids)
