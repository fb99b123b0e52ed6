"""Pages of the web for commands: fetched with care, and kept in the home until they change."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from peyvand.adapters.inputs import Item
from peyvand.adapters.web.fetching import Fetcher
from peyvand.adapters.web.keeping import Kept
from peyvand.cli.store import prepare

_FETCHER = Fetcher()


def fetched(address: str) -> Item:
    """The page behind an address, under the address where it was found. Raises `UnreadableSource`."""
    prepare()
    page = Kept(Path(settings.HOME) / "pages").fetch(address, _FETCHER)
    return Item(page.address, page.data or b"", is_web=True)
