"""Drills: what must hold when things go wrong, tried at length by hand; the suite runs each for seconds.

A drill works in a home of its own and never touches an installation.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

import django
from django.apps import apps

if not apps.ready:
    if "PEYVAND_DRILL_HOME" not in os.environ:
        home = tempfile.mkdtemp(prefix="peyvand-drill-")
        atexit.register(shutil.rmtree, home, ignore_errors=True)
        os.environ["PEYVAND_DRILL_HOME"] = home
    os.environ["PEYVAND_HOME"] = os.environ["PEYVAND_DRILL_HOME"]
    os.environ["DJANGO_SETTINGS_MODULE"] = "peyvand.config.settings"
    os.environ.pop("DATABASE_URL", None)
    if "PEYVAND_DRILL_STORE" in os.environ:
        os.environ["DATABASE_URL"] = os.environ["PEYVAND_DRILL_STORE"]
    os.environ.pop("PEYVAND_CHECKPOINT_DIRS", None)
    django.setup()
