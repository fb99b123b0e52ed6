"""What all parts of a page say of one event."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from peyvand.core.ledger.bond import BondEvent, Known
from peyvand.core.ledger.words import Event, Modality
from peyvand.web.shared.dates import When, when
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import AUTHORITIES, EVENTS, INSTRUMENTS, KNOWN, MODALITIES, word

_BREAKS = frozenset({Event.SUSPENSION, Event.TERMINATION})


def anchor(event: BondEvent) -> str:
    """The event's id on its page."""
    return f"event-{event.key[:12]}"


def state(event: BondEvent) -> str:
    """How the event is drawn: by its modality, unless it is contested or breaks the tie."""
    if event.known is Known.CONTESTED:
        return "contested"
    if event.event in _BREAKS and event.modality is Modality.DONE:
        return "broken"
    return str(event.modality)


def state_word(event: BondEvent) -> str:
    """The word beside the drawing."""
    if event.known is Known.CONTESTED:
        return word(KNOWN, Known.CONTESTED)
    if event.overdue:
        return _("planned; no report that it took place")
    return word(MODALITIES, event.modality)


def title(event: BondEvent) -> str:
    """«امضای خواهرخواندگی»: the kind of event with what it was about."""
    kind = word(EVENTS, event.event)
    if event.authority:
        return _("{kind}: {what}").format(kind=kind, what=word(AUTHORITIES, event.authority))
    if event.instrument:
        return _("{kind}: {what}").format(kind=kind, what=word(INSTRUMENTS, event.instrument))
    return kind


def by_whom(event: BondEvent, naming: Naming) -> str:
    """Which side acted, where the sources say so and it was not both."""
    if len(event.acts) != 1:
        return ""
    return _("by {place}").format(place=naming.place(event.acts[0]))


def dated(event: BondEvent, naming: Naming) -> When | None:
    """The event's date; where none was said, the day by which it had happened or was told."""
    if event.date:
        return when(event.date, naming.language)
    return when(f"../{event.latest.isoformat()}", naming.language) if event.latest else None


def in_time(events: Iterable[BondEvent]) -> list[BondEvent]:
    """Events in the order of their days, those without a date last; within a day as the sources tell them."""
    return sorted(events, key=_order)


def _order(event: BondEvent) -> tuple[date, int, str]:
    told_at = min((witness.span.start for witness in event.witnesses), default=0)
    return event.earliest or event.latest or date.max, told_at, event.key
