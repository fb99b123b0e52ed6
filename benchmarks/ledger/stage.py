"""One stage in a process of its own: ``python -m benchmarks.ledger.stage NAME WORLD``; prints one JSON object.

The store is that of ``PEYVAND_HOME`` and ``DATABASE_URL``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from peyvand.config.django import prepare

prepare()

from django.conf import settings  # noqa: E402 - it can be asked now

from benchmarks.ledger import asking, changing, entering  # noqa: E402 - models need the settings

STAGES = {**entering.STAGES, **asking.STAGES, **changing.STAGES}


def main() -> None:
    name, world = sys.argv[1], Path(sys.argv[2])
    # Signing has a thread of its own, which would be measured with whatever runs beside it.
    settings.CHECKPOINTS_FOLLOW_WRITES = False
    print(json.dumps(STAGES[name](world)))  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
