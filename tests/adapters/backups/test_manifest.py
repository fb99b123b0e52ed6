from __future__ import annotations

from datetime import UTC, datetime

import pytest

from peyvand.adapters.backups import Listed, Manifest, read_manifest
from peyvand.core.ledger.checkpoint import BadNote

FILE = Listed("documents/نامه ۱.pdf", 12, "ab" * 32)
MANIFEST = Manifest(datetime(2026, 11, 25, 18, 0, 0, tzinfo=UTC), "sqlite", (FILE, Listed("a", 0, "cd" * 32)))
HEAD = "peyvand backup 1\n2026-11-25T18:00:00+00:00\nsqlite\n"


def test_manifest_is_plain_text_and_comes_back() -> None:
    assert MANIFEST.text == f"{HEAD}{'ab' * 32} 12 documents/نامه ۱.pdf\n{'cd' * 32} 0 a\n"
    assert read_manifest(MANIFEST.text) == MANIFEST


@pytest.mark.parametrize("path", ["/etc/passwd", "../a", "a/../b", "a//b", "./a", "a\\b", "a\tb", ""])
def test_path_stays_under_the_folder(path: str) -> None:
    with pytest.raises(BadNote):
        read_manifest(f"{HEAD}{'ab' * 32} 12 {path}\n")


@pytest.mark.parametrize(
    "text", ["", "peyvand backup 2\n", "peyvand backup 1\nsome day\n", f"{HEAD}{'ab' * 31} 12 a\n"]
)
def test_what_is_not_quite_a_manifest_is_none(text: str) -> None:
    with pytest.raises(BadNote):
        read_manifest(text)
