"""Ways of telling a step in each language: invented sentences beside what they say, with the world's places."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from peyvand.core.reading.frames.reader import read_frames
from peyvand.lexicon import gazetteer
from peyvand.lexicon.frames import frame_lexicon

SAYINGS = Path(__file__).parents[1] / "golden" / "frames"


def sayings() -> Iterator[tuple[str, str, str]]:
    for path in sorted(SAYINGS.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                want, _, text = line.partition("|")
                yield path.stem, want.strip(), text.strip()


@pytest.mark.parametrize(("language", "want", "text"), list(sayings()))
def test_a_saying_is_read(language: str, want: str, text: str) -> None:
    found = read_frames(text, lexicon=frame_lexicon(language), gazetteer=gazetteer()).statements
    told = sorted(
        f"{one.statement.event}:{one.statement.modality}:{'-'.join(sorted(city.name for city in one.cities))}"
        for one in found
    )
    assert told == sorted(part for part in want.split(";") if part)
