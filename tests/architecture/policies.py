"""Writes the table of policies anew, after a wanted change: ``python -m tests.architecture.policies``."""

from __future__ import annotations

from peyvand.config.django import prepare

if __name__ == "__main__":
    prepare()
    from tests.architecture import test_matrix

    test_matrix.TABLE.write_text(test_matrix.written(), "utf-8")
