"""Files held against what their rows say of them: each is there, whole, and as it was brought."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from peyvand.records.documents.keeping import shelf
from peyvand.records.documents.models import File


def file_faults() -> Iterator[tuple[str, str]]:
    """What does not hold between rows and files, as a code and a hash. What was erased is gone from the shelf."""
    kept = shelf()
    for digest, erased in File.objects.order_by("pk").values_list("pk", "erased_at").iterator():
        data = kept.get(digest)
        if erased:
            if data is not None:
                yield "file_not_erased", digest
        elif data is None:
            yield "file_missing", digest
        elif sha256(data).hexdigest() != digest:
            yield "file_differs", digest
