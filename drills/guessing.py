"""Many who guess one member's password at the same moment, over the site with its several workers: no more of them
than the limit of the hour is ever looked at.

    python -m drills.guessing --rounds 100 [--engine postgres] [--without counting]
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier

from tests.factories.members import member

from drills import office
from drills.reporting import drill_on_both
from drills.site import Browser, served

_LIMIT = 10
_AT_ONCE = 25
_WAITS_SECONDS = 120
_DOOR = "/en/office/sign-in/"


def run(rounds: int, seed: int = 1, *, without: str = "") -> Counter[str]:
    """So many guesses, in crowds of up to twenty-five at once."""
    office.opened()
    name = member("mina").username
    random, tally = Random(seed), Counter[str]()
    with served(without) as port:
        browsers = [Browser(port) for _ in range(min(_AT_ONCE, rounds))]
        for browser in browsers:
            browser.get(_DOOR)
        left = rounds
        while left:
            crowd = browsers[:left]
            left -= len(crowd)
            words = [f"{random.getrandbits(64):x}" for _ in crowd]
            tally += Counter(_all_at_once(crowd, name, words))
    return tally


def _all_at_once(crowd: list[Browser], name: str, words: list[str]) -> list[str]:
    ready = Barrier(len(crowd))

    def guess(browser: Browser, word: str) -> str:
        ready.wait(_WAITS_SECONDS)
        status = browser.post(_DOOR, {"username": name, "password": word}).status
        return {422: "looked at", 429: "told to wait"}.get(status, "otherwise")

    with ThreadPoolExecutor(len(crowd)) as pool:
        return list(pool.map(guess, crowd, words))


def failed(tally: Counter[str]) -> bool:
    return tally["looked at"] != _LIMIT or bool(tally["otherwise"])


if __name__ == "__main__":
    drill_on_both(run, failed, rounds=100, protections=("counting",))
