"""What is open to a member, for the eye, and as it is typed to be opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.core.gazetteer import Place
from peyvand.records.accounts.grants import is_in_force
from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.roles import Role
from peyvand.web.office.placing import resolved_place
from peyvand.web.shared.dates import day, typed_day
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import Words

WIDTHS: Mapping[str, Words] = {
    "office": gettext_lazy("the whole office"),
    "city": gettext_lazy("a city and its bonds"),
    "bond": gettext_lazy("one bond"),
}
_PLACES = {"office": (), "city": ("city",), "bond": ("city", "partner")}
ACCESS_FIELDS = ("width", "city", "city_place", "partner", "partner_place", "since", "until", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantLine:
    """One grant in words; ``ended`` says who took it back, when and why; ``in_force``: it opens something today."""

    number: int
    what: str
    term: str
    given: tuple[str, ...]
    ended: tuple[str, ...]
    in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessForm:
    """The form as typed, with what is wrong by field, and the places that names may mean; ``places`` are their ids."""

    values: Mapping[str, str]
    faults: Mapping[str, str] = field(default_factory=dict)
    namesakes: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    places: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


def empty_form(member: Member) -> AccessForm:
    """The form before anybody has typed: to a partner a bond is opened, to others a city."""
    return AccessForm(values=dict.fromkeys(ACCESS_FIELDS, "") | {"width": default_width(member)})


def default_width(member: Member) -> str:
    """What is mostly opened to a member of this role."""
    return "bond" if member.role == Role.PARTNER else "city"


def typed_access(values: Mapping[str, str], naming: Naming) -> AccessForm:
    """The form as typed; with ``faults`` where something of it cannot be read."""
    faults: dict[str, str] = {}
    namesakes: dict[str, tuple[Place, ...]] = {}
    places = []
    for name in _PLACES.get(values["width"], ()):
        place, several = resolved_place(values[name].strip(), values[f"{name}_place"], naming)
        places.append(place)
        if not place:
            namesakes[name] = several
            faults[name] = (
                _("Several places bear this name. Choose one.") if several else _("No place of this name is known.")
            )
    days = {name: typed_day(values[name]) for name in ("since", "until")}
    faults |= {name: _("This is no date.") for name, one in days.items() if values[name].strip() and one is None}
    if values["width"] not in _PLACES:
        faults["width"] = _("Choose one of the list.")
    return AccessForm(values=values, faults=faults, namesakes=namesakes, places=tuple(places), **days)


def grant_lines(grants: Iterable[Grant], naming: Naming) -> list[GrantLine]:
    """Grants in words, those in force first."""
    lines = [_line(one, naming) for one in grants]
    return sorted(lines, key=lambda line: not line.in_force)


def scope_words(member: Member, lines: Iterable[GrantLine]) -> str:
    """What is open to a member today, in one line."""
    known = list(lines)
    if not known:
        return _("nothing but what is public") if member.role == Role.PARTNER else str(WIDTHS["office"])
    return _(", ").join(dict.fromkeys(line.what for line in known if line.in_force)) or _("nothing but what is public")


def _line(one: Grant, naming: Naming) -> GrantLine:
    end = getattr(one, "end", None)
    machine = _("whoever holds the machine")
    return GrantLine(
        number=one.pk,
        what=_what(one, naming),
        term=_term(one, naming.language),
        given=(
            _("opened by %s") % (one.by or machine),
            day(timezone.localdate(one.at), naming.language).main,
            one.reason,
        ),
        ended=(_("taken back by %s") % (end.by or machine), day(end.on, naming.language).main, end.reason)
        if end
        else (),
        in_force=is_in_force(one, timezone.localdate()),
    )


def _what(one: Grant, naming: Naming) -> str:
    if not one.place:
        return str(WIDTHS["office"])
    if not one.partner:
        return _("%s and its bonds") % naming.place(one.place)
    return _("the bond of %(first)s and %(second)s") % {
        "first": naming.place(one.place),
        "second": naming.place(one.partner),
    }


def _term(one: Grant, language: str) -> str:
    since = day(one.since, language).main
    if one.until is None:
        return _("from %s on") % since
    return _("from %(since)s to %(until)s") % {"since": since, "until": day(one.until, language).main}
