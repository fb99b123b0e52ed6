"""Parts of ZIP files, inflated by counted bytes: what a file says of its own sizes protects nobody."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping

from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.limits import Limits

_KNOWN = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_CHUNK = 65_536
# How each line of the list of parts begins; documents packed within one bring theirs along.
_LISTED, _LISTS = b"PK\x01\x02", 10
# What a damaged file, or one packed in a way that is not read, brings about. NotImplementedError is a RuntimeError,
# which from a part means that it is locked.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
# Below this a part may be packed as tightly as it likes.
_SMALL = 1_000_000


class Packed:
    """An opened ZIP file, of which parts are read one by one until what was inflated reaches the limit."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Raises `UnreadableSource` for a file that is damaged, crowded, or holds parts with names to be feared."""
        self.name = name
        self.limits = limits
        self.left = limits.inflated
        # Before the list is read, each line of which costs memory.
        if data.count(_LISTED) > _LISTS * limits.parts:
            raise UnreadableSource(name, "crowded", limit=limits.parts)
        try:
            self.file = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as fault:
            raise UnreadableSource(name, "broken_document", cause=fault) from fault
        self.parts = self._checked()

    def _checked(self) -> Mapping[str, zipfile.ZipInfo]:
        listed = self.file.infolist()
        if len(listed) > self.limits.parts:
            raise UnreadableSource(self.name, "crowded", limit=self.limits.parts)
        parts = {part.filename: part for part in listed}
        starts = {part.header_offset for part in listed}
        if len(parts) < len(listed) or len(starts) < len(listed):
            raise UnreadableSource(self.name, "broken_document", cause="parts over one another")
        unsafe = next((part for part in listed if _is_unsafe(part)), None)
        if unsafe:
            raise UnreadableSource(self.name, "unsafe_part", part=unsafe.filename[:80])
        return parts

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises `UnreadableSource`."""
        info = self.parts[part]
        if info.compress_type not in _KNOWN:
            raise UnreadableSource(self.name, "broken_document", cause=f"packing {info.compress_type}")
        most = min(self.left, max(_SMALL, self.limits.ratio * info.compress_size))
        held = bytearray()
        try:
            with self.file.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    held += chunk
                    if len(held) > most:
                        raise UnreadableSource(self.name, "inflated", limit=most)
        except UnreadableSource:
            raise
        except _BROKEN as fault:
            raise UnreadableSource(self.name, "broken_document", cause=fault) from fault
        except RuntimeError as fault:
            raise UnreadableSource(self.name, "encrypted") from fault
        self.left -= len(held)
        return bytes(held)


def _is_unsafe(part: zipfile.ZipInfo) -> bool:
    """A name that leaves the folder, or a part that is a link to somewhere."""
    name = part.filename.replace("\\", "/")
    return name.startswith("/") or ".." in name.split("/") or stat.S_ISLNK(part.external_attr >> 16)
