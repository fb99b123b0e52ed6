"""Where the bytes of documents lie: in the home, outside of whatever a web server serves by itself."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from peyvand.adapters.shelf import Shelf

# Suffixes of the two pictures of a file's first page, beside the file.
PAGE_PICTURE, SMALL_PICTURE = ".page", ".small"


def shelf() -> Shelf:
    """The shelf of documents."""
    return Shelf(Path(settings.HOME) / "documents")
