"""Procedures of countries for the eye, and an office's own edition of one as typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from peyvand.core.procedure.pack import Effect, Pack, Purpose, Step, pack_on
from peyvand.records.casework.packs import versions
from peyvand.records.casework.queries import Touched
from peyvand.records.ledger.rows import pack as packed
from peyvand.web.office.casebook import said
from peyvand.web.office.casewords import CONFIDENCE, EFFECTS, PROOFS, PURPOSES
from peyvand.web.shared.dates import day
from peyvand.web.shared.naming import Naming

_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step as a row: what a member may change of it stands in fields named by ``field``."""

    field: str
    name: str
    who: str
    effect: str
    days: str
    working: bool
    optional: bool
    law_en: str
    law_fa: str
    proofs: tuple[str, ...]
    confidence: str
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
    procedures: tuple[tuple[str, tuple[StepLine, ...]], ...]
    bans: tuple[str, ...]


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
            (_(PURPOSES[purpose]), tuple(_line(purpose, step, language) for step in steps))
            for purpose, steps in law.procedures.items()
        ),
        bans=tuple(_bans(law, naming)),
    )


def _line(purpose: Purpose, step: Step, language: str) -> StepLine:
    return StepLine(
        field=f"{purpose}-{step.key}",
        name=said(step.name, language),
        who=said(step.who, language),
        effect=_(EFFECTS[step.effect]),
        days="" if step.days is None else str(step.days),
        working=step.working,
        optional=step.optional,
        law_en=step.law.en if step.law else "",
        law_fa=step.law.fa if step.law else "",
        proofs=tuple(_(PROOFS[proof]) for proof in step.proofs),
        confidence=_(CONFIDENCE[step.confidence]),
        has_term=step.effect is not Effect.SIGNING,
    )


def _bans(law: Pack, naming: Naming) -> Iterator[str]:
    for ban in law.bans:
        against = ("، " if naming.language == "fa" else ", ").join(naming.country(code) for code in ban.against)
        since = day(ban.since, naming.language).main
        where = ban.region or naming.country(law.country)
        yield _("{where}: no ties with {against} since {since} ({law}).").format(
            where=where, against=against, since=since, law=said(ban.law, naming.language)
        )


def edition(country: str, form: QueryDict, today: date) -> list[Mapping[str, Any]]:
    """All versions of a country's pack, the one that holds today with what was typed."""
    told = [packed(version) for version in versions(country)]
    law = pack_on(versions(country), today)
    for version, known in zip(told, versions(country), strict=True):
        if known != law:
            continue
        version["verified"] = form.get("verified") == "on"
        for purpose, steps in version["procedures"].items():
            for step in steps:
                _change(step, f"{purpose}-{step['key']}", form)
    return told


def _change(step: dict[str, Any], name: str, form: QueryDict) -> None:
    days = form.get(f"{name}-days", "").strip()
    step["days"] = int(days) if days.isdecimal() and len(days) < 5 else None
    step["working"] = form.get(f"{name}-working") == "on"
    step["optional"] = form.get(f"{name}-optional") == "on"
    law = {language: form.get(f"{name}-law_{language}", "").strip()[:_LONGEST] for language in ("en", "fa")}
    # A law that was written down in one language only is better than none.
    step["law"] = {"en": law["en"] or law["fa"], "fa": law["fa"] or law["en"]} if any(law.values()) else None


def touched_lines(found: list[Touched], language: str) -> list[tuple[str, str]]:
    """The open cases that an edition changes: their names, and the first lawful day before and after."""
    return [(" – ".join(one.names), f"{_day(one.before, language)} → {_day(one.after, language)}") for one in found]


def _day(value: date | None, language: str) -> str:
    return day(value, language).main if value else _("no lawful day")
