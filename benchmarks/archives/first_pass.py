"""How fast pages are passed over that cannot matter."""

from __future__ import annotations

import time
from collections.abc import Callable

from benchmarks.archives.world import pages
from peyvand.adapters.archives.gate import may_speak_of_ties, words_of

_ROUNDS = 5


def first_pass(count: int) -> str:
    """Megabytes of HTML and of the text in it per CPU second, best of some rounds, and the share that is let in."""
    made = [page.decode() for _, page in pages(count)]
    texts = [words_of(page) for page in made]
    may_speak_of_ties(texts[0])
    stripping = min(_seconds(lambda: [words_of(page) for page in made]) for _ in range(_ROUNDS))
    asking = min(_seconds(lambda: [may_speak_of_ties(text) for text in texts]) for _ in range(_ROUNDS))
    html, text = (sum(len(one.encode()) for one in some) / 1e6 for some in (made, texts))
    share = sum(map(may_speak_of_ties, texts)) / len(texts)
    return (
        f"{text / asking:.0f} MB/s of text, {html / (stripping + asking):.0f} MB/s of HTML, n = {count} pages;"
        f" {share:.1%} of the pages are let in"
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    print(first_pass(1_000))  # noqa: T201 - the figure
