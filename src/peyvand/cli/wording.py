"""A Reading told in plain lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.cli.messages import _
from peyvand.core.reading import Proposal, Reading
from peyvand.core.reading.model import Silent, Why
from peyvand.core.text.marking import gettext_noop

_SILENT = {
    Why.NO_STEP: gettext_noop("no word tells a step"),
    Why.NO_PAIR: gettext_noop("between which two cities is open"),
    Why.TOLD_ELSEWHERE: gettext_noop("other words say the same better"),
}


def reading_as_text(reading: Reading, *, explain: bool) -> str:
    """What the source says of itself, then each statement with its quotation, counts, people and areas."""
    source = reading.source
    facts = (source.title, source.publisher, source.published, source.language)
    lines = [source.path, "  " + " · ".join(fact for fact in facts if fact)]
    for proposal in reading.statements:
        lines += _statement(proposal, explain=explain)
    lines += [f"  {count.kind} {count.n}: {count.city.name} «{count.evidence.text}»" for count in reading.counts]
    lines += [f"  {person.name} — {person.role_text}" for person in reading.people]
    if reading.areas:
        lines.append("  " + _("areas") + ": " + ", ".join(area.area for area in reading.areas))
    lines += [f"  ({_(_SILENT[one.why])}) «{one.evidence.text}»" for one in reading.silent]
    if len(lines) == len(facts) // 2:
        lines.append("  " + _("Nothing is said of a bond between cities."))
    return "\n".join(lines)


def _statement(proposal: Proposal, *, explain: bool) -> Iterator[str]:
    said = proposal.statement
    pair = " – ".join(city.name for city in proposal.cities)
    facts = (said.event, said.modality, said.instrument, said.authority, proposal.resolution.date)
    yield f"  {pair}: " + " · ".join(str(fact) for fact in facts if fact)
    yield f"    «{proposal.evidence.text}»"
    if explain:
        yield from (f"      {step}: {words}" for step, words in proposal.reasons)


def silent_json(one: Silent) -> dict[str, object]:
    """A sentence that gave no statement, for programs."""
    span = one.evidence.span
    evidence = {"start": span.start, "end": span.stop, "text": one.evidence.text}
    return {"why": str(one.why), "words": list(one.words), "evidence": evidence}
