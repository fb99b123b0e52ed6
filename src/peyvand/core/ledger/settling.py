"""Findings that members have settled, kept apart from those that still ask for somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from peyvand.core.ledger.bond import Finding
from peyvand.core.ledger.decision import Decision, SettleFinding

# What these say follows from more than the statements that they name: another number is another finding.
_COUNTED = frozenset({"count_differs", "totals_differ"})


def settle(
    findings: Iterable[Finding], decisions: Iterable[Decision]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that are open, and those that are settled, each with the decision that settles it.

    A settled one comes back as soon as it is over a statement that the member had not seen.
    """
    settling = [(one.key, one.act) for one in decisions if isinstance(one.act, SettleFinding)]
    if not settling:
        return tuple(findings), ()
    still_open, settled = [], []
    for finding in findings:
        by = next((key for key, act in settling if _settles(act, finding)), None)
        if by is None:
            still_open.append(finding)
        else:
            settled.append(replace(finding, settled_by=by))
    return tuple(still_open), tuple(settled)


def _settles(act: SettleFinding, finding: Finding) -> bool:
    if act.code != finding.code or not set(finding.statements) <= set(act.statements):
        return False
    return act.code not in _COUNTED or act.details == finding.details
