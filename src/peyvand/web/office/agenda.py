"""The work list for the eye: each item as a line with what it is, when it is due, and the way to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.records.agenda.digests import KINDS, title
from peyvand.records.agenda.items import Gate, Item, OfficeTerm, Owed
from peyvand.records.agenda.kinds import Kind
from peyvand.records.intake.waiting import Waiting
from peyvand.records.letters.queries import LetterLine
from peyvand.web.office.casewords import WHERE
from peyvand.web.shared.dates import When, day
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import spell_controls
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.findings import finding_title
from peyvand.web.telling.papers import letter_number

_SOON = timedelta(days=7)
_MARKS = {
    Kind.SOURCE: "wished",
    Kind.GATE: "planned",
    Kind.DUTY: "planned",
    Kind.LETTER: "planned",
    Kind.TERM: "planned",
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


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Items that are due about the same time, or of one kind where no day tells."""

    title: str
    late: bool
    lines: tuple[AgendaLine, ...]


def agenda_groups(items: Iterable[Item], naming: Naming, today: date) -> list[AgendaGroup]:
    """The items of a page under their headings, in their order."""
    groups = groupby(items, key=lambda item: _heading(item, today))
    return [
        AgendaGroup(heading, late, tuple(_line(item, naming, today) for item in some))
        for (heading, late), some in groups
    ]


def _heading(item: Item, today: date) -> tuple[str, bool]:
    if item.due is None:
        return _(KINDS[item.kind]), False
    if item.due < today:
        return _("Late"), True
    if item.due == today:
        return _("Due or open today"), False
    return (_("In the next seven days") if item.due <= today + _SOON else _("Later")), False


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
    if isinstance(about, LetterLine):
        number = letter_number(about.letter, naming.language)
        return spell_controls(about.letter.subject), number, reverse("office:letter", args=[about.letter.pk])
    if isinstance(about, OfficeTerm):
        return title(item, naming.language), _("To be handed over"), reverse("office:agenda")
    places = naming.listed(tuple(place for place in (about.place_a, about.place_b) if place))
    if item.kind is Kind.TERM:
        return title(item, naming.language), _("To be renewed or ended"), _bond(about.slug)
    if about.slug:
        return places, finding_title(about.code), _bond(about.slug)
    return places or finding_title(about.code), finding_title(about.code), _findings(about.code)


def _bond(slug: str) -> str:
    return reverse("portal:bond", args=[slug])


def _findings(code: str) -> str:
    return f"{reverse('office:findings')}?code={code}"


def _case(number: int) -> str:
    return reverse("office:case", args=[number])
