"""The site's settings with the anchor's pages beside."""

from __future__ import annotations

from peyvand.config.settings import *  # noqa: F403
from peyvand.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "benchmarks.desk.plain"]
ROOT_URLCONF = "benchmarks.desk.urls"
ALLOWED_HOSTS = ["*"]
CHECKPOINTS_FOLLOW_WRITES = False
