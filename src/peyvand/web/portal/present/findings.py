"""What does not agree, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable

from peyvand.core.ledger.bond import Finding
from peyvand.web.portal.pages import FindingNote
from peyvand.web.portal.present.said import Shelf
from peyvand.web.shared.naming import Naming


def finding_notes(findings: Iterable[Finding], shelf: Shelf, naming: Naming) -> tuple[FindingNote, ...]:
    return tuple(FindingNote(title=finding.code, words="") for finding in findings)
