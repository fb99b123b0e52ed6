"""How well the cities of a text are told from its other words: ``python -m benchmarks.cities``; prints a table.

``tests/golden/cities.json`` says of each labelled text how often its article names which city, and how often
more a city may be named or not: in the name of an outlet or a team, in a dateline. A name counts where the reader gives
it a place; only how often is compared, not where.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.accuracy import LABELLED
from peyvand.adapters.sources import capture_file
from peyvand.core.calendar import scan_dates
from peyvand.core.gazetteer import Level
from peyvand.core.gazetteer.slugs import slug_words
from peyvand.core.reading.frames.line import sentences_of
from peyvand.core.reading.frames.reader import persons_and_cities
from peyvand.core.reading.frames.row import row_of
from peyvand.core.reading.measuring import Score
from peyvand.core.reading.page import page_of
from peyvand.core.text import fold
from peyvand.core.text.division import divide
from peyvand.lexicon import gazetteer, lexicon
from peyvand.lexicon.frames import frame_lexicon

_PERSIAN = "fa"


def named(text: str, language: str) -> Counter[str]:
    """How often the article of a page names each city, by the city's slug."""
    return Counter(map(slug_words, _by_rules(text) if language == _PERSIAN else _by_frames(text, language)))


def _by_rules(text: str) -> Iterator[str]:
    page = page_of(text, lexicon(_PERSIAN), gazetteer())
    for mention in (mention for sentence in page.sentences for mention in sentence.places):
        if mention.level is Level.CITY and mention.place is not None:
            yield mention.place.name


def _by_frames(text: str, language: str) -> Iterator[str]:
    words, folded = frame_lexicon(language), fold(text)
    row = row_of(folded, words)
    _, names = persons_and_cities(folded, row, words, gazetteer())
    dates = scan_dates(folded, words.calendar)
    for sentence in sentences_of(folded, divide(folded, words.furniture), row, names, dates, words):
        yield from (city.place.name for city in names.inside(sentence.first, sentence.stop).cities)


def compared(right: Mapping[str, tuple[int, int]], found: Mapping[str, int]) -> Score:
    """``right``: for each city how often it is named, and how often more it may be."""
    score = Score()
    for city, (times, free) in right.items():
        score.right += min(times, found.get(city, 0))
        score.missed += max(0, times - found.get(city, 0))
        score.wrong += max(0, found.get(city, 0) - times - free)
    score.wrong += sum(times for city, times in found.items() if city not in right)
    return score


def scores(folder: Path) -> dict[str, Score]:
    """The score of each language, and of all."""
    labels = json.loads((folder.parent / "cities.json").read_text("utf-8"))
    found: dict[str, Score] = {}
    for name, cities in labels.items():
        language = name.partition("-")[0]
        path = next((folder / language).rglob(f"{name}.txt"))
        right = {slug_words(city): tuple(times) for city, times in cities.items()}
        one = compared(right, named(capture_file(path).text, language))
        for row in (language, "all"):
            found.setdefault(row, Score()).add(one)
    return found


def main() -> None:
    told = scores(LABELLED)
    print("| texts | names of cities | recall | precision |\n|---|---|---|---|")  # noqa: T201 - the table
    for row in sorted(told, key=lambda row: (row == "all", row)):
        score = told[row]
        cells = (row, str(score.right + score.missed), f"{score.recall:.3f}", f"{score.precision:.3f}")
        print(f"| {' | '.join(cells)} |")  # noqa: T201 - the table


if __name__ == "__main__":
    main()
