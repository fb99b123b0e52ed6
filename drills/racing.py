"""Two members answer the same verdict at the same moment, over the site: exactly one wins, the other is shown the newer
one and keeps what was typed.

    python -m drills.racing --rounds 1000 [--engine postgres] [--without answers]
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier

from tests.factories.members import member

from drills import office
from drills.editing import statement, verdicts_on
from drills.reporting import drill_on_both
from drills.site import Answer, Browser, served
from peyvand.records.custody.verification import verify

_WAITS_SECONDS = 120
# What each of the two does; to take a verdict back is also what ends its publication.
_PAIRS = (("accept", "accept"), ("accept", "reject"), ("reject", "reject"), ("accept", "withdraw"))


def run(rounds: int, seed: int = 1, *, without: str = "") -> Counter[str]:
    """So many pairs raced on one statement, each in answer to what both have seen."""
    office.opened()
    names = [member(name).username for name in ("first", "second")]
    key, desk = statement()
    random, ready, tally = Random(seed), Barrier(2), Counter[str]()

    def answer(browser: Browser, judgement: str, turn: int, follows: str) -> Answer:
        form = {"judgement": judgement, "reason": _reason(judgement, turn), "follows": follows}
        ready.wait(_WAITS_SECONDS)
        return browser.post(f"{desk}{key}/judge/", form)

    with served(without) as port, ThreadPoolExecutor(2) as pool:
        browsers = [Browser(port, name) for name in names]
        seen = browsers[0].get(desk)
        # There has to be a verdict that can be taken back.
        seen = browsers[0].post(f"{desk}{key}/judge/", {"judgement": "accept", "reason": "0", "follows": seen.follows})
        for turn in range(rounds):
            pair = random.choice(_PAIRS)
            for browser in browsers:
                browser.get(desk)
            answers = list(pool.map(answer, browsers, pair, (turn,) * 2, (seen.follows,) * 2))
            tally += _judged(answers, pair, turn)
            seen = browsers[0].get(desk)
    followed = Counter(verdict["follows"] for verdict in verdicts_on(key))
    tally["answered twice"] = sum(count - 1 for count in followed.values())
    tally["verdicts"] = followed.total()
    tally["faults"] = len(verify().faults)
    return tally


def _reason(judgement: str, turn: int) -> str:
    return f"{judgement} {turn}."


def _judged(answers: list[Answer], pair: tuple[str, str], turn: int) -> Counter[str]:
    """What became of one race."""
    lost = [(one, judgement) for one, judgement in zip(answers, pair, strict=True) if one.status == 409]
    raced = sorted(one.status for one in answers) == [200, 409]
    told = all(_shows_the_other(one, judgement, turn) for one, judgement in lost)
    return Counter({"one won": raced, "the other was told": raced and told, "otherwise": not raced})


def _shows_the_other(answer: Answer, judgement: str, turn: int) -> bool:
    kept = f'value="{_reason(judgement, turn)}"' in answer.text
    return answer.follows != "" and f" {turn}." in answer.verdict and kept


def failed(tally: Counter[str]) -> bool:
    return (
        bool(tally["otherwise"] + tally["answered twice"] + tally["faults"])
        or tally["one won"] != tally["the other was told"]
    )


if __name__ == "__main__":
    drill_on_both(run, failed, rounds=1_000, protections=("answers",))
