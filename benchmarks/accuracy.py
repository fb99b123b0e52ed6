"""How well the reader reads labelled texts: ``python -m benchmarks.accuracy [FOLDER]``; prints tables.

FOLDER holds a folder a language with ``NAME.txt`` and ``NAME.json``, as `tests/golden/evaluation/README.md` says; texts
in a folder ``aside`` are counted apart. An event is right when its type, its pair of cities and its certainty are.
What a headline claims is not counted against the reader, who marks it as the headline's.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import capture_file
from peyvand.core.gazetteer.slugs import slug_words
from peyvand.core.reading import as_json
from peyvand.core.reading.measuring import Score

LABELLED = Path(__file__).parents[1] / "tests" / "golden" / "evaluation"
ASIDE = "aside"
Pair = frozenset[str]
Key = tuple[str, Pair, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a label or a reading says. ``dates`` are those of an event, none where it has none."""

    dates: Mapping[Key, frozenset[str]]
    counts: frozenset[tuple[str, int, str]]
    areas: frozenset[str]
    people: frozenset[str]

    @property
    def pairs(self) -> set[Pair]:
        return {pair for _, pair, _ in self.dates}

    @property
    def signings(self) -> set[Pair]:
        """The pairs whose bond is said to have been signed."""
        return {pair for kind, pair, certainty in self.dates if (kind, certainty) == ("signing", "done")}


@dataclass(slots=True)
class Tally:
    """The texts of one row together. ``dates`` and ``negatives``: how many are right, of how many."""

    texts: int = 0
    events: Score = field(default_factory=Score)
    pairs: Score = field(default_factory=Score)
    signings: Score = field(default_factory=Score)
    counts: Score = field(default_factory=Score)
    areas: Score = field(default_factory=Score)
    people: Score = field(default_factory=Score)
    dates: tuple[int, int] = (0, 0)
    negatives: tuple[int, int] = (0, 0)

    def take(self, right: Facts, read: Facts) -> None:
        """Add one text. A date is asked for where a right event has one in the label."""
        self.texts += 1
        _add(self.events, right.dates, read.dates)
        for name in ("pairs", "signings", "counts", "areas", "people"):
            _add(getattr(self, name), getattr(right, name), getattr(read, name))
        for key in right.dates.keys() & read.dates.keys():
            if right.dates[key]:
                self.dates = _one_more(self.dates, right.dates[key] & read.dates[key])
        if not right.dates:
            self.negatives = _one_more(self.negatives, not read.dates)

    def join(self, other: Tally) -> None:
        """Add the texts of another row."""
        self.texts += other.texts
        for name in (each.name for each in fields(self) if each.name != "texts"):
            mine, more = getattr(self, name), getattr(other, name)
            if isinstance(mine, Score):
                mine.add(more)
            else:
                setattr(self, name, (mine[0] + more[0], mine[1] + more[1]))


def labelled(label: Mapping[str, Any]) -> Facts:
    """The facts of a label."""
    events = [(_key(e["type"], e["cities"], e["certainty"]), e["date"]) for e in label["events"]]
    counts = {(slug_words(c["city"]), c["n"], c["kind"]) for c in label["counts"]}
    return Facts(_dated(events), frozenset(counts), frozenset(label["areas"]), _names(label["people"]))


def read(reading: Mapping[str, Any], right: Facts) -> Facts:
    """The facts of a reading as `as_json` gives it, without what only its headline claims and the label has not."""
    events = []
    for said in reading["statements"]:
        key = _key(said["event"], [city["name"] for city in said["cities"]], said["modality"])
        if said["part"] != "title" or key in right.dates:
            events.append((key, said["date"]))
    counts = {(slug_words(c["city"]["name"]), c["n"], c["kind"]) for c in reading["counts"]}
    areas = frozenset(area["area"] for area in reading["areas"])
    return Facts(_dated(events), frozenset(counts), areas, _names(reading["people"]))


def measured(folder: Path) -> Tally:
    """The labelled texts that lie right in a folder, read and counted."""
    tally = Tally()
    for path in sorted(folder.glob("*.json")):
        right = labelled(json.loads(path.read_text("utf-8")))
        tally.take(right, read(as_json(read_capture(capture_file(path.with_suffix(".txt")))), right))
    return tally


def rows(folder: Path) -> Iterator[tuple[str, Tally]]:
    """A row for each language and part, and one for all of each part."""
    sums = {part: Tally() for part in ("studied", "put aside")}
    for language in sorted(each for each in folder.iterdir() if each.is_dir()):
        for part, place in zip(sums, (language, language / ASIDE), strict=True):
            if (tally := measured(place)).texts:
                sums[part].join(tally)
                yield f"{language.name}, {part}", tally
    yield from ((f"all, {part}", tally) for part, tally in sums.items())


def table(told: Iterable[tuple[str, Tally]]) -> Iterator[str]:
    """The lines of a Markdown table."""
    yield "| texts | n | events F1 (P / R) | pairs F1 (P / R) | done signings P | counts F1 | areas F1 | people F1 " + (
        "| dates right | no bond, read as none |"
    )
    yield "|---" * 10 + "|"
    for name, t in told:
        cells = [name, str(t.texts), _score(t.events), _score(t.pairs), _of_found(t.signings)]
        cells += [_rate(score.f1) for score in (t.counts, t.areas, t.people)]
        cells += [_share(t.dates), _share(t.negatives)]
        yield f"| {' | '.join(cells)} |"


def _key(kind: str, cities: Iterable[str], certainty: str) -> Key:
    return kind, frozenset(map(slug_words, cities)), certainty


def _dated(events: Iterable[tuple[Key, str | None]]) -> dict[Key, frozenset[str]]:
    dates: dict[Key, frozenset[str]] = {}
    for key, date in events:
        dates[key] = dates.get(key, frozenset()) | ({date} if date else frozenset())
    return dates


def _names(people: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """Names by their letters alone, Arabic forms of Persian letters as one."""
    plain = str.maketrans("يك", "یک")
    letters = (filter(str.isalpha, unicodedata.normalize("NFC", person["name"])) for person in people)
    return frozenset("".join(name).translate(plain).casefold() for name in letters)


def _add(score: Score, right: Iterable[object], found: Iterable[object]) -> None:
    right, found = set(right), set(found)
    score.right += len(right & found)
    score.wrong += len(found - right)
    score.missed += len(right - found)


def _one_more(share: tuple[int, int], is_right: object) -> tuple[int, int]:
    return share[0] + bool(is_right), share[1] + 1


def _rate(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.3f}"


def _score(score: Score) -> str:
    return f"{_rate(score.f1)} ({_rate(score.precision)} / {_rate(score.recall)})"


def _of_found(score: Score) -> str:
    return f"{_rate(score.precision)} (of {score.right + score.wrong})"


def _share(share: tuple[int, int]) -> str:
    return f"{share[0]} of {share[1]}" if share[1] else "–"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else LABELLED
    for line in table(rows(folder)):
        print(line, flush=True)  # noqa: T201 - the table


if __name__ == "__main__":
    main()
