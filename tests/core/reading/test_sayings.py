"""Ways of telling a step in Persian: invented sentences beside what they say, with the world's places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peyvand.core.reading import read
from peyvand.lexicon import gazetteer, lexicon

SAYINGS = Path(__file__).parents[2] / "golden" / "sayings" / "fa.txt"


def sayings() -> Iterator[tuple[str, str]]:
    for line in SAYINGS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            want, _, text = line.partition("|")
            yield want.strip(), text.strip()


@pytest.mark.parametrize(("want", "text"), list(sayings()))
def test_a_saying_is_read(want: str, text: str) -> None:
    found = read(text, lexicon=lexicon("fa"), gazetteer=gazetteer()).statements
    told = sorted(
        f"{one.statement.event}:{one.statement.modality}:{'-'.join(sorted(city.name for city in one.cities))}"
        for one in found
    )
    assert told == sorted(part for part in want.split(";") if part)
