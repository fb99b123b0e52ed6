"""The policies' forms as typed, and what the page says of policies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.policy import LegalBar, Policies
from peyvand.core.text import fold_words
from peyvand.records.accounts.models import Member
from peyvand.records.register import laws
from peyvand.records.register.folding import policies
from peyvand.records.register.laws import CannotSet, Consequence, Entered
from peyvand.web.office.preview import Change
from peyvand.web.shared.dates import day, typed_day
from peyvand.web.shared.digits import in_language, plain
from peyvand.web.shared.direction import foreign
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import STATES, word
from peyvand.web.telling.findings import finding_title

_LONGEST = 500
POLICY_FIELDS = (
    *("what", "law", "key", "preview", "next", "stale", "dormant"),
    *("binds", "against", "title", "since", "until"),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Policies that a form asks for, and the act that would put them in force."""

    policies: Policies
    act: partial[None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawLine:
    """One law as the page shows it."""

    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLine:
    """Policies as they were once entered."""

    key: str
    words: str
    facts: tuple[str, ...]


def proposed(form: QueryDict, naming: Naming, by: Member) -> Proposal:
    """What a form of the page asks for. Raises `CannotSet` or `laws.NoSuchLaw`."""
    now, what = policies(), form.get("what", "")
    if what == "law":
        law = _law(form, naming)
        return Proposal(laws.with_law(now, law), partial(laws.bar, law, by=by))
    if what == "lift":
        title = form.get("law", "")
        return Proposal(laws.without_law(now, title), partial(laws.lift, title, by=by))
    if what == "periods":
        stale, dormant = _days(form, "stale"), _days(form, "dormant")
        if stale is None:
            raise CannotSet(_("This is no number of days."))
        return Proposal(laws.with_periods(now, stale, dormant), partial(laws.set_periods, stale, dormant, by=by))
    earlier = next((one for one in laws.entered() if one.key == form.get("key")), None)
    if what != "again" or earlier is None:
        raise CannotSet(_("There are no such policies."))
    return Proposal(earlier.policies, partial(laws.take_up_again, earlier.key, by=by))


def law_line(law: LegalBar, naming: Naming) -> LawLine:
    """«از … تا …، شهرهای … با …»."""
    since = day(law.since, naming.language).main
    until = day(law.until, naming.language).main if law.until else ""
    told = _("{bound}: no ties with {against} from {since}").format(
        bound=_bound(law.binds, naming), against=naming.country(law.against), since=since
    )
    return LawLine(title=law.law, words=_("{words} until {until}").format(words=told, until=until) if until else told)


def earlier_line(one: Entered, naming: Naming) -> EarlierLine:
    """Who entered policies, when, and what they were."""
    return EarlierLine(
        key=one.key,
        words=" ".join(_told(one.policies, naming)),
        facts=(one.by, day(one.at.date(), naming.language).main),
    )


def change_lines(found: list[Consequence], naming: Naming) -> tuple[Change, ...]:
    """What other policies would make of bonds."""
    return tuple(
        Change(
            what=naming.listed(one.places),
            before=_of_bond(one.states[0], one.findings[0], naming),
            after=_of_bond(one.states[1], one.findings[1], naming),
        )
        for one in found
    )


def _of_bond(states: tuple[str, str], findings: frozenset[str], naming: Naming) -> str:
    told = [word(STATES, state) for state in states] + sorted(map(finding_title, findings))
    return ("، " if naming.language == "fa" else ", ").join(told)


def _told(policies: Policies, naming: Naming) -> Iterator[str]:
    n = len(policies.bars)
    yield ngettext("{n} law.", "{n} laws.", n).format(n=in_language(n, naming.language))
    yield _("Silent after {n} days.").format(n=in_language(policies.stale_after.days, naming.language))
    if policies.dormant_after:
        yield _("Dormant after {n} days.").format(n=in_language(policies.dormant_after.days, naming.language))
    else:
        yield _("Never dormant.")


def _law(form: QueryDict, naming: Naming) -> LegalBar:
    since, until = typed_day(form.get("since", "")), form.get("until", "").strip()
    if since is None or (until and typed_day(until) is None):
        raise CannotSet(_("This is no date."))
    return LegalBar(
        binds=_code(form.get("binds", ""), naming),
        against=_code(form.get("against", ""), naming),
        since=since,
        until=typed_day(until) if until else None,
        law=form.get("title", "").strip()[:_LONGEST],
    )


def _code(words: str, naming: Naming) -> str:
    """The ISO code of a country, or of a part of one (US-TX), that was typed by its code or its name."""
    words = words.strip()
    country, _sign, part = words.upper().partition("-")
    if naming.gazetteer.place(f"iso:{country}") and (not part or (part.isalnum() and len(part) <= 3)):
        return words.upper()
    named = [place for place in naming.gazetteer.lookup(fold_words(words)) if place.level is Level.COUNTRY]
    if len(named) != 1:
        raise CannotSet(_("No country is called %s; a code such as US or US-TX will do.") % foreign(words))
    return named[0].country


def _bound(code: str, naming: Naming) -> str:
    country, _sign, part = code.partition("-")
    return f"{naming.country(country)} ({part})" if part else naming.country(country)


def _days(form: QueryDict, name: str) -> timedelta | None:
    words = plain(form.get(name, "").strip())
    if not words:
        return None
    if not words.isdecimal() or len(words) > 6:
        raise CannotSet(_("This is no number of days."))
    return timedelta(days=int(words))
