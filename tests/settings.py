"""The site's settings over a home of its own, made anew for each run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# Workers of one run inherit the home, and under it the PostgreSQL cluster, of the process that started them.
_HOME = os.environ.setdefault("PEYVAND_TEST_HOME", tempfile.mkdtemp(prefix="peyvand-tests-"))
os.environ["PEYVAND_HOME"] = _HOME
if os.environ.get("PEYVAND_TEST_ENGINE") == "postgres":
    os.environ["DATABASE_URL"] = f"postgresql://peyvand@/postgres?host={_HOME}/postgres"
else:
    os.environ.pop("DATABASE_URL", None)

from peyvand.config.settings import *  # noqa: E402, F403
from peyvand.config.settings import DATABASES  # noqa: E402

# In a file, since a store in memory knows no write-ahead log and the guards would rightly refuse it.
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": str(Path(_HOME) / "test.sqlite3")}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests empty the ledger again and again, which no checkpoint would agree with.
CHECKPOINTS_FOLLOW_WRITES = False
