"""Files on their way in: a form that is far larger than anything taken here is refused before it has come."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

# Twice the largest file, so that one that is a little too large is refused in words.
MOST_BYTES = 60_000_000


class Bounded(FileUploadHandler):
    """Looks at how long a form says it is, before any of it is read; the file itself is the next handler's."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, str],  # noqa: N803
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> tuple[QueryDict, MultiValueDict[str, UploadedFile[Any]]] | None:
        """Raise `RequestDataTooBig` (400) for a form that is too long."""
        del input_data, META, boundary, encoding
        if content_length > MOST_BYTES:
            raise RequestDataTooBig(f"a form of {content_length} bytes")
        return None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """The bytes as they are, for the next handler."""
        del start
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing of the file is kept here."""
        del file_size
