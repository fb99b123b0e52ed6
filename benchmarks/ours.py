"""The full reading on one core: ``python -m benchmarks.ours FOLDER ROUNDS``; prints one JSON object."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

started = time.process_time()

from peyvand.adapters.readers import read_capture  # noqa: E402 - the import is part of what is measured
from peyvand.adapters.sources import capture_text  # noqa: E402
from peyvand.core.reading.relevance import bond_words, may_matter  # noqa: E402
from peyvand.lexicon import lexicon  # noqa: E402

# About bonds, and about other things: a page that cannot matter is looked through for every word.
_OTHER = "بارش برف در محورهای کوهستانی آغاز شد و رانندگان باید زنجیر چرخ همراه داشته باشند.\n" * 20


def first_pass(texts: list[str]) -> float:
    """Megabytes of UTF-8 in a CPU second of an archive's first pass, where one page in ten is about a bond."""
    words = bond_words(lexicon("fa").reading.vocabulary)
    pages = [page for text in texts for page in (text, *[_OTHER] * 9)]
    begun = time.process_time()
    for page in pages:
        may_matter(page, words)
    return sum(len(page.encode()) for page in pages) / 1e6 / (time.process_time() - begun)


def main() -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    read_capture(capture_text(texts[0], "first"))
    ready = time.process_time()
    warm = texts[: len(texts) // 4]
    for text in warm:
        read_capture(capture_text(text, "warm"))
    begun = time.process_time()
    for text in texts[len(warm) :]:
        read_capture(capture_text(text, "text"))
    unseen = (len(texts) - len(warm)) / (time.process_time() - begun)
    rounds = []
    for _ in range(int(sys.argv[2])):
        begun = time.process_time()
        for text in texts:
            read_capture(capture_text(text, "text"))
        rounds.append(time.process_time() - begun)
    print(  # noqa: T201 - the answer
        json.dumps(
            {
                "start_s": ready - started,
                "articles": len(texts),
                "characters": sum(map(len, texts)),
                "unseen_rate": unseen,
                "rounds_s": rounds,
                "first_pass_mb_s": first_pass(texts),
                "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
