"""The work list for the eye: each item as a line with what it is, when it is due, and the way to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.records.agenda.digests import KINDS, title
from peyvand.records.agenda.items import Gate, Item, Kind, Owed
from peyvand.records.intake.queries import Waiting
from peyvand.records.register.audit import Audited
from peyvand.web.office.casewords import WHERE
from peyvand.web.shared.dates import When, day
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import spell_controls
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.findings import finding_title

_MARKS = {
    Kind.SOURCE: "wished",
    Kind.GATE: "planned",
    Kind.DUTY: "planned",
    Kind.PAST: "contested",
    Kind.STALE: "open",
    Kind.FINDING: "contested",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine:
    """One item; ``late``: its day has passed."""

    key: str
    mark: str
    title: str
    what: str
    href: str
    when: When | None
    late: bool
    assigned: str
    snoozed: When | None


def agenda_lines(items: Iterable[Item], naming: Naming, today: date) -> list[AgendaLine]:
    """The items, line by line."""
    return [_line(item, naming, today) for item in items]


def kind_words() -> list[tuple[str, str]]:
    """The kinds of items with their words."""
    return [(str(kind), _(words)) for kind, words in KINDS.items()]


def _line(item: Item, naming: Naming, today: date) -> AgendaLine:
    name, what, href = _told(item, naming)
    return AgendaLine(
        key=item.key,
        mark=_MARKS[item.kind],
        title=name,
        what=what,
        href=href,
        when=day(item.due, naming.language) if item.due else None,
        late=item.due is not None and item.due < today,
        assigned=str(item.assigned) if item.assigned else "",
        snoozed=day(item.snoozed_until, naming.language) if item.snoozed_until else None,
    )


def _told(item: Item, naming: Naming) -> tuple[str, str, str]:
    about = item.about
    if isinstance(about, Waiting):
        waiting = in_language(about.waiting, naming.language)
        told = ngettext("%(n)s waits", "%(n)s wait", about.waiting) % {"n": waiting}
        name = spell_controls(about.source.title or about.source.name)
        return name, told, reverse("office:desk", args=[about.source.capture])
    if isinstance(about, Gate):
        at = f"#step-{about.side}-{about.station.step.key}"
        return title(item, naming.language), _(WHERE[about.station.where]), _case(about.view.case.pk) + at
    if isinstance(about, Owed):
        at = f"#step-{about.duty.side}-{about.duty.step.key}"
        return title(item, naming.language), _(KINDS[item.kind]), _case(about.view.case.pk) + at
    assert isinstance(about, Audited)
    places = naming.listed(tuple(shown.place.id for shown in about.found.places))
    code = about.found.finding.code
    return finding_title(code), places, f"{reverse('office:findings')}?code={code}"


def _case(number: int) -> str:
    return reverse("office:case", args=[number])
