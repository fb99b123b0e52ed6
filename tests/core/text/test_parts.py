from __future__ import annotations

from peyvand.core.text.parts import Part


def test_parts_are_the_words_of_the_contract() -> None:
    assert [str(part) for part in Part] == ["title", "lead", "body", "caption", "furniture"]
