"""Members for the eye: who they are, until when they serve, how they show it, and where they are signed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from peyvand.core.gazetteer import Level, Place
from peyvand.records.accounts.factors import Factors, factors_of_all, needs_factor
from peyvand.records.accounts.managing import Facts, facts_of
from peyvand.records.accounts.models import Invitation, Member, Sitting
from peyvand.records.accounts.sittings import sitting_of, sittings
from peyvand.web.office.devices import device_words
from peyvand.web.office.placing import resolved_place
from peyvand.web.shared.dates import When, as_typed, day, typed_day
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.naming import Naming

MEMBER_FIELDS = ("display_name", "role", "language", "email", "city", "city_place", "serves_from", "serves_until")
_TERM = {"serves_from": gettext_lazy("Serves from"), "serves_until": gettext_lazy("Serves until")}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """One session; ``here``: the one that this page is seen in."""

    number: int
    device: str
    address: str
    since: str
    seen: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPage:
    """What the office knows of a member, for themselves."""

    username: str
    role: str
    city: str
    term: str
    sessions: list[SessionLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """A member in the list: ``state`` is empty for who is in office, else why not; ``factors`` in words."""

    number: int
    name: str
    username: str
    role: str
    city: str
    term: str
    state: str
    factors: str
    lacks_factor: bool
    last_seen: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLine:
    """An invitation that nobody has accepted yet; ``over``: its days have passed."""

    number: int
    name: str
    email: str
    role: str
    by: str
    until: When
    over: bool
    sent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberForm:
    """The fields of a member as typed, with what is wrong with each, and the places that a city's name may mean."""

    values: Mapping[str, str]
    faults: Mapping[str, str] = field(default_factory=dict)
    namesakes: tuple[Place, ...] = ()
    facts: Facts | None = None


def own_page(member: Member, naming: Naming, secret: str) -> OwnPage:
    """A member's own page; ``secret`` is that of the session in which it is seen."""
    here = sitting_of(secret)
    return OwnPage(
        username=member.username,
        role=str(member.get_role_display()),
        city=naming.place(member.city) if member.city else "",
        term=term_words(member, naming.language),
        sessions=[session_line(one, here, naming.language) for one in sittings(member)],
    )


def session_line(sitting: Sitting, here: Sitting | None, language: str) -> SessionLine:
    """A session in words."""
    return SessionLine(
        number=sitting.pk,
        device=device_words(sitting.agent),
        address=sitting.address,
        since=moment(sitting.began_at, language),
        seen=moment(sitting.seen_at, language),
        here=sitting == here,
    )


def member_lines(members: Iterable[Member], naming: Naming) -> list[MemberLine]:
    """Members, those in office first."""
    today = timezone.localdate()
    known = list(members)
    has = factors_of_all(known)
    lines = [_line(one, has[one.pk], naming, today) for one in known]
    return sorted(lines, key=lambda line: (bool(line.state), line.username))


def invitation_lines(invitations: Iterable[Invitation], language: str) -> list[InvitationLine]:
    """Invitations that wait."""
    now = timezone.now()
    return [
        InvitationLine(
            number=one.pk, name=one.display_name, email=one.email, role=str(one.get_role_display()),
            by=str(one.by or _("The administrator")), until=_day(one.expires_at, language), over=one.expires_at <= now,
            sent=one.sent_at is not None,
        )
        for one in invitations
    ]  # fmt: skip


def form_of(member: Member, naming: Naming) -> MemberForm:
    """The form as it stands before anybody has typed."""
    facts = facts_of(member)
    values = {
        "display_name": facts.display_name,
        "role": facts.role,
        "language": facts.language,
        "email": facts.email,
        "city": naming.place(facts.city) if facts.city else "",
        "city_place": facts.city,
        "serves_from": as_typed(facts.serves_from, naming.language) if facts.serves_from else "",
        "serves_until": as_typed(facts.serves_until, naming.language) if facts.serves_until else "",
    }
    return MemberForm(values=values, facts=facts)


def typed_form(values: Mapping[str, str], naming: Naming) -> MemberForm:
    """The form as typed; without ``facts`` where something of it cannot be read."""
    faults: dict[str, str] = {}
    days: dict[str, date | None] = {}
    for name in _TERM:
        days[name] = typed_day(values.get(name, ""))
        if values.get(name, "").strip() and days[name] is None:
            faults[name] = _("This is no date.")
    city, namesakes = typed_city(values, naming)
    if values["city"].strip() and not city:
        faults["city"] = (
            _("Several places bear this name. Choose one.") if namesakes else _("No place of this name is known.")
        )
    facts = None
    if not faults:
        facts = Facts(
            display_name=" ".join(values["display_name"].split()),
            role=values["role"],
            language=values["language"],
            city=city,
            email=values["email"].strip(),
            **days,
        )
    return MemberForm(values=values, faults=faults, namesakes=namesakes, facts=facts)


def typed_city(values: Mapping[str, str], naming: Naming) -> tuple[str, tuple[Place, ...]]:
    """The place of a typed city, or those that it may mean; nothing where nothing was typed.

    Of a city and the province of its name the city is meant.
    """
    name = values["city"].strip()
    place, others = resolved_place(name, values["city_place"], naming) if name else ("", ())
    cities = [one.id for one in others if one.level is Level.CITY]
    return (cities[0], ()) if len(cities) == 1 else (place, others)


def term_words(member: Member, language: str) -> str:
    """«from … to …», as far as the term has bounds."""
    since = day(member.serves_from, language).main if member.serves_from else ""
    until = day(member.serves_until, language).main if member.serves_until else ""
    if since and until:
        return _("from %(since)s to %(until)s") % {"since": since, "until": until}
    if since:
        return _("from %s on") % since
    return _("until %(day)s") % {"day": until} if until else ""


def state_words(member: Member, today: date) -> str:
    """Why a member is not in office; empty for who is."""
    if not member.is_active:
        return _("has left")
    if member.serves_from and today < member.serves_from:
        return _("term not begun")
    return "" if member.serves(today) else _("term has ended")


def factor_words(has: Factors) -> str:
    """«app, two passkeys»; that there is none."""
    parts = [_("app")] if has.app else []
    if has.passkeys:
        parts.append(ngettext("%d passkey", "%d passkeys", len(has.passkeys)) % len(has.passkeys))
    return _(", ").join(parts) or _("no second factor")


def moment(at: datetime, language: str) -> str:
    """A day with its time, by the office's clock."""
    local = timezone.localtime(at)
    time = in_language(f"{local:%H:%M}", language)
    return f"{day(local.date(), language).main}{'،' if language == 'fa' else ','} {time}"


def _line(member: Member, has: Factors, naming: Naming, today: date) -> MemberLine:
    return MemberLine(
        number=member.pk,
        name=str(member),
        username=member.username,
        role=str(member.get_role_display()),
        city=naming.place(member.city) if member.city else "",
        term=term_words(member, naming.language),
        state=state_words(member, today),
        factors=in_language(factor_words(has), naming.language),
        lacks_factor=needs_factor(member) and not has.any,
        last_seen=_day(member.last_login, naming.language) if member.last_login else None,
    )


def _day(at: datetime, language: str) -> When:
    return day(timezone.localdate(at), language)
