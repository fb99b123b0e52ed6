"""Django made ready for whoever is not a web server."""

from __future__ import annotations

import os
import sys

import django
from django.core.management import execute_from_command_line


def prepare() -> None:
    """Set Django up for this process; asking again does nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peyvand.config.settings")
    django.setup()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "peyvand.config.settings")
    execute_from_command_line(["peyvand", *sys.argv[1:]])
