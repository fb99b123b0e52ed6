"""Pages as they were last fetched, with the marks by which a site is asked whether they have changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from peyvand.adapters.files import write_whole
from peyvand.adapters.web.fetching import Fetched, Fetcher


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of pages, two files each: its bytes, and what the site said of them."""

    folder: Path

    def fetch(self, address: str, fetcher: Fetcher) -> Fetched:
        """The page at an address, from the folder where the site says that it is still the same. Raises
        `UnreadableSource`, or OSError where the folder cannot be written."""
        known = self._known(address)
        fetched = fetcher.fetch(address, etag=known.etag, modified=known.modified) if known else fetcher.fetch(address)
        if fetched.data is None and known:
            return known
        self._keep(address, fetched)
        return fetched

    def _path(self, address: str, ending: str) -> Path:
        return self.folder / f"{sha256(address.encode('utf-8', 'replace')).hexdigest()}.{ending}"

    def _known(self, address: str) -> Fetched | None:
        try:
            said = json.loads(self._path(address, "json").read_text("utf-8"))
            data = self._path(address, "page").read_bytes()
            if sha256(data).hexdigest() != said["sha256"]:
                return None
            return Fetched(address=said["address"], data=data, etag=said["etag"], modified=said["modified"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _keep(self, address: str, fetched: Fetched) -> None:
        if not fetched.data or not (fetched.etag or fetched.modified):
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        said = {"address": fetched.address, "etag": fetched.etag, "modified": fetched.modified}
        said["sha256"] = sha256(fetched.data).hexdigest()
        write_whole(self._path(address, "page"), fetched.data)
        write_whole(self._path(address, "json"), json.dumps(said).encode())
