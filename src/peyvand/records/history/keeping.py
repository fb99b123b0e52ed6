"""What keeping rows with a history has in common: why something cannot be kept, who came first, and what differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from peyvand import lexicon

Row = TypeVar("Row", bound=Model)


class CannotKeep(ValueError):
    """What a member wants to keep cannot be; ``field`` is that of the form, the message says why, for people."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class ChangedMeanwhile(Exception, Generic[Row]):
    """Somebody else has changed the row since the member looked; ``now`` is as it stands."""

    def __init__(self, now: Row) -> None:
        super().__init__(_("Somebody else has changed this in the meantime."))
        self.now = now


def put(row: Model, told: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    """Put values into a row; those that differ from before, by field, as a change notes them."""
    values: dict[str, tuple[object, object]] = {}
    for name, after in told.items():
        # No database of ours takes this letter into a text, and no paper has it.
        after = after.replace("\0", "") if isinstance(after, str) else after
        before = getattr(row, name)
        if before != after:
            values[name] = (_plain(before), _plain(after))
            setattr(row, name, after)
    return values


def check_places(places: tuple[str, ...], field: str = "places") -> None:
    """Raise `CannotKeep` unless these are the ids of two different places, of one, or none."""
    if len(places) > 2 or len(set(places)) < len(places):
        raise CannotKeep(_("A bond is of two different places."), field)
    for place in places:
        if lexicon.gazetteer().place(place) is None:
            raise CannotKeep(_("No such place: %s") % place, field)


def _plain(value: object) -> object:
    """A value as JSON has it."""
    return value if value is None or isinstance(value, str | int | list) else str(value)
