from __future__ import annotations

from dataclasses import replace

from peyvand.core.ledger.reading_note import ReadingNote

NOTE = ReadingNote(capture="a" * 64, reader="llm:small", found=("b" * 64, "c" * 64), alone=("c" * 64,))


def test_its_key_is_of_exactly_what_it_says() -> None:
    assert NOTE.said() == {
        "capture": "a" * 64, "reader": "llm:small", "found": ["b" * 64, "c" * 64], "alone": ["c" * 64],
    }  # fmt: skip
    assert replace(NOTE).key == NOTE.key
    assert replace(NOTE, reader="llm:large").key != NOTE.key
