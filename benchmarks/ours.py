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


def main() -> None:
    texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    read_capture(capture_text(texts[0], "first"))
    ready = time.process_time()
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
                "rounds_s": rounds,
                "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
