"""Eight members who judge the same statement at once, over the site: nothing lost, nothing doubled, nobody refused.

    python -m drills.editing --rounds 150 [--engine postgres] [--without answers|turns|immediate]

A round is one verdict of each member, tried again with what the site shows in answer until it stands. Every fifth form
is sent twice, as by an impatient hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Barrier

from tests.factories.members import member
from tests.factories.readings import SIGNED, source

from drills import office
from drills.reporting import drill_on_both
from drills.site import Answer, Browser, served
from peyvand.records.accounts.models import Member
from peyvand.records.custody.verification import verify
from peyvand.records.intake.actions import propose
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.rows import parse
from peyvand.records.ledger.vault import opened
from peyvand.records.register.gathering import rulings_on

EDITORS = 8
_LONGEST_MS = 2_000
_MOST_TRIES = 500
_WAITS_SECONDS = 120
_SENT_TWICE = 5


@dataclass
class Told:
    """What the site told one member: reasons whose verdict was acknowledged, and each answer to a form."""

    acknowledged: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    unclear: int = 0


def staffed() -> list[Member]:
    """Eight members of an office."""
    return [member(f"editor{number}") for number in range(EDITORS)]


def statement() -> tuple[str, str]:
    """A statement to judge: its key, and the address of its source's desk."""
    (first, _) = office.staffed()
    proposed = propose(*source(SIGNED), by=first)
    return proposed.keys[0], f"/en/office/inbox/{proposed.source}/"


def run(rounds: int, _seed: int = 1, *, without: str = "") -> Counter[str]:
    """So many verdicts of each of eight members on one statement."""
    office.opened()
    names = [one.username for one in staffed()]
    key, desk = statement()
    ready = Barrier(EDITORS)

    def edit(name: str, browser: Browser) -> Told:
        told = Told()
        browser.get(desk)
        ready.wait(_WAITS_SECONDS)
        seen = browser.get(desk)
        for turn in range(rounds):
            seen = _edited(browser, f"{desk}{key}/judge/", f"{name} {turn}.", seen, told)
        return told

    with served(without) as port, ThreadPoolExecutor(EDITORS) as editors:
        browsers = [Browser(port, name) for name in names]
        told = list(editors.map(edit, names, browsers))
    return _counted(told, key)


def _edited(browser: Browser, address: str, reason: str, seen: Answer, told: Told) -> Answer:
    """One verdict, tried until it stands; the last answer."""
    for _ in range(_MOST_TRIES):
        form = {"judgement": "reject", "reason": reason, "follows": seen.follows}
        seen = browser.post(address, form)
        told.answers.append(seen)
        if seen.status == 200:
            told.acknowledged.append(reason)
            if len(told.acknowledged) % _SENT_TWICE == 0:
                told.answers.append(again := browser.post(address, form))
                return again
            return seen
        if seen.status != 409:
            return seen
        told.unclear += not shows_both(seen, reason)
    return seen


def shows_both(answer: Answer, reason: str) -> bool:
    """Whether a refusal shows the other's verdict, and keeps what was typed."""
    return f'value="{reason}"' in answer.text and "editor" in answer.verdict and reason not in answer.verdict


def _counted(told: list[Told], key: str) -> Counter[str]:
    answers = [answer for one in told for answer in one.answers]
    seconds = sorted(answer.seconds for answer in answers)
    acknowledged = [reason for one in told for reason in one.acknowledged]
    verdicts = list(verdicts_on(key))
    words = opened(verdict["reason"] for verdict in verdicts)
    entered = Counter(words[verdict["reason"]] for verdict in verdicts)
    followed = Counter(verdict["follows"] for verdict in verdicts)
    return Counter(
        {
            "acknowledged": len(acknowledged),
            "lost": len(set(acknowledged) - entered.keys()),
            "doubled": sum(count - 1 for count in entered.values()),
            "answered twice": sum(count - 1 for count in followed.values()),
            "heads": len(rulings_on([key])[key].heads),
            "forms": len(answers),
            "conflicts shown": sum(answer.status == 409 for answer in answers),
            "conflicts unclear": sum(one.unclear for one in told),
            "errors": sum(answer.status not in (200, 409) for answer in answers),
            "faults": len(verify().faults),
            "half, ms": round(1000 * seconds[len(seconds) // 2]),
            "95 of 100, ms": round(1000 * seconds[len(seconds) * 95 // 100]),
            "longest, ms": round(1000 * seconds[-1]),
        }
    )


def verdicts_on(key: str) -> Iterator[dict[str, str]]:
    """The verdicts on a statement, as the log has them."""
    bodies = Entry.objects.filter(kind=Kind.VERDICT, subject=key).order_by("number").values_list("body", flat=True)
    return map(parse, bodies)


def failed(tally: Counter[str]) -> bool:
    wrong = ("lost", "doubled", "answered twice", "errors", "faults", "conflicts unclear")
    return any(tally[name] for name in wrong) or tally["heads"] != 1 or tally["longest, ms"] > _LONGEST_MS


if __name__ == "__main__":
    drill_on_both(run, failed, rounds=150, protections=("answers", "turns", "immediate"))
