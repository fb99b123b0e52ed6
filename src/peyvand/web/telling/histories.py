"""What a place is and was, in a line each."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from peyvand.core.gazetteer import Level, Place
from peyvand.core.ledger.decision import FormerName, Succession
from peyvand.core.ledger.identity import PlaceHistory
from peyvand.web.shared.dates import when
from peyvand.web.shared.direction import foreign
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import LEVELS, word


def history_lines(place: Place, history: PlaceHistory, naming: Naming) -> Iterator[str]:
    """Its level where it is no city, its names of old, and the places before and after it."""
    if place.level is not Level.CITY:
        yield _("This is a {level}, not the city of that name.").format(level=word(LEVELS, place.level))
    yield from (_former(name, naming) for name in history.former_names)
    yield from (_move(move, place, naming) for move in history.successions)


def _former(name: FormerName, naming: Naming) -> str:
    if name.until is None:
        return _("Formerly {name}.").format(name=foreign(name.name))
    return _("Until {date}: {name}.").format(name=foreign(name.name), date=when(name.until, naming.language).main)


def _move(move: Succession, place: Place, naming: Naming) -> str:
    date = when(move.on, naming.language).main
    if move.place == place.id:
        return _("Merged into {place}, or followed by it, on {date}. What was agreed before stands here.").format(
            place=naming.place(move.by), date=date
        )
    return _("Since {date} also what was {place}; what that place agreed stands on its own page.").format(
        place=naming.place(move.place), date=date
    )
