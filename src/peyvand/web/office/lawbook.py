"""Procedures of countries for the eye."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from peyvand.core.procedure.pack import Effect, Pack, Purpose, Step, pack_on
from peyvand.records.casework.packs import editions_of, versions
from peyvand.records.casework.queries import Touched
from peyvand.web.office.casebook import said
from peyvand.web.office.casewords import CONFIDENCE, EFFECTS, PROOFS, PURPOSES
from peyvand.web.shared.dates import as_typed, day
from peyvand.web.shared.naming import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step as a row: what a member may change of it stands in fields named by ``field``."""

    field: str
    key: str
    name: str
    who: str
    effect: str
    days: str
    working: bool
    optional: bool
    law_en: str
    law_fa: str
    proofs: tuple[tuple[str, str, bool], ...]
    confidence: str
    confidence_code: str
    has_term: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPage:
    """The procedure of one country as it holds today."""

    code: str
    country: str
    model: str
    gap: str
    verified: bool
    confidence: str
    since: str
    procedures: tuple[tuple[str, str, tuple[StepLine, ...]], ...]
    bans: tuple[tuple[str, str], ...]
    others: tuple[str, ...]
    editions: tuple[tuple[str, str, str], ...]


def law_page(country: str, naming: Naming, today: date) -> LawPage | None:
    """None where nobody knows the country's procedure."""
    law = pack_on(versions(country), today)
    if law is None:
        return None
    language = naming.language
    return LawPage(
        code=country,
        country=naming.country(country),
        model=said(law.model, language),
        gap=said(law.gap, language),
        verified=law.verified,
        confidence=_(CONFIDENCE[law.confidence]),
        procedures=tuple(
            (str(purpose), _(PURPOSES[purpose]), tuple(_line(purpose, step, language) for step in steps))
            for purpose, steps in law.procedures.items()
        ),
        since=day(law.since, language).main if law.since else "",
        bans=tuple(_bans(law, naming)),
        others=tuple(_version(one, language) for one in versions(country) if one != law),
        editions=tuple(
            (day(row.at.date(), language).main, str(row.member), row.reason) for row in editions_of(country)
        ),
    )


def _version(law: Pack, language: str) -> str:
    """When another version holds or held."""
    since = day(law.since, language).main if law.since else ""
    until = day(law.until, language).main if law.until else ""
    if since and until:
        return _("from {since} until {until}").format(since=since, until=until)
    return _("from {since}").format(since=since) if since else _("until {until}").format(until=until)


def _line(purpose: Purpose, step: Step, language: str) -> StepLine:
    return StepLine(
        field=f"{purpose}-{step.key}",
        key=step.key,
        name=said(step.name, language),
        who=said(step.who, language),
        effect=_(EFFECTS[step.effect]),
        days="" if step.days is None else str(step.days),
        working=step.working,
        optional=step.optional,
        law_en=step.law.en if step.law else "",
        law_fa=step.law.fa if step.law else "",
        proofs=tuple((str(proof), _(words), proof in step.proofs) for proof, words in PROOFS.items()),
        confidence=_(CONFIDENCE[step.confidence]),
        confidence_code=str(step.confidence),
        has_term=step.effect is not Effect.SIGNING,
    )


def _bans(law: Pack, naming: Naming) -> Iterator[tuple[str, str]]:
    """Each ban in words, and the day on which it ends as it is typed."""
    for ban in law.bans:
        against = ("، " if naming.language == "fa" else ", ").join(naming.country(code) for code in ban.against)
        since = day(ban.since, naming.language).main
        where = ban.region or naming.country(law.country)
        told = _("{where}: no ties with {against} since {since} ({law}).").format(
            where=where, against=against, since=since, law=said(ban.law, naming.language)
        )
        yield told, as_typed(ban.until, naming.language) if ban.until else ""


def touched_lines(found: list[Touched], language: str) -> list[tuple[str, str]]:
    """The open cases that an edition changes: their names, and the first lawful day before and after."""
    return [(" – ".join(one.names), f"{_day(one.before, language)} → {_day(one.after, language)}") for one in found]


def _day(value: date | None, language: str) -> str:
    return day(value, language).main if value else _("no lawful day")
