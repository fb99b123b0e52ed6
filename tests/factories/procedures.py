"""An imagined law with a few steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from peyvand.core.procedure.facts import Gate, Outcome
from peyvand.core.procedure.pack import Effect, Names, Pack, Proof, Purpose, Step

NAMES = Names("a step", "گامی")


def step(key: str, effect: Effect, *after: str, **more: Any) -> Step:
    """A step of some effect."""
    return Step(key=key, name=NAMES, who=NAMES, effect=effect, after=after, **more)


def pack(*steps: Step, **more: Any) -> Pack:
    """A law with one procedure."""
    return Pack(country="AA", model=NAMES, verified=True, procedures={Purpose.CONCLUDE: steps}, **more)


def done(key: str, on: date, asked: date | None = None, **proofs: str) -> Gate:
    """A step that is done."""
    return Gate(
        step=key, asked_on=asked, closed_on=on, outcome=Outcome.DONE,
        proofs={Proof(name): words for name, words in proofs.items()},
    )  # fmt: skip


DRAFT = step("draft", Effect.ACT)
LEAVE = step("leave", Effect.PERMISSION, "draft", proofs=(Proof.NUMBER,))
SIGNING = step("signing", Effect.SIGNING)
