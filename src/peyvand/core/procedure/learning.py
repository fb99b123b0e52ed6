"""How long steps take where the law sets no term: learned from cases that went through them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import median_low

from peyvand.core.procedure.facts import Gate, Outcome
from peyvand.core.procedure.track import Learned


def learned_from(gates: Iterable[Gate]) -> Mapping[str, Learned]:
    """By step, the median of the whole days from asking to the answer, and of how many.

    Refusals count too, for an answer took that long; what was skipped, or began on no known day, does not.
    """
    taken: defaultdict[str, list[int]] = defaultdict(list)
    for gate in gates:
        if gate.asked_on and gate.closed_on and gate.outcome in (Outcome.DONE, Outcome.REFUSED):
            taken[gate.step].append(max(0, (gate.closed_on - gate.asked_on).days))
    return {step: Learned(median_low(days), len(days)) for step, days in taken.items()}
