"""The labelled texts are sound: what a label quotes stands in its text, and its codes are known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.codes import AREAS, AUTHORITIES, OTHER_AUTHORITY

FOLDER = Path(__file__).parent / "evaluation"
LANGUAGES = {"fa": 85, "en": 9, "de": 9, "fr": 9, "tr": 12, "ru": 10, "ar": 10, "zh": 10}
LABELS = sorted(FOLDER.glob("**/*.json"))
EACH = pytest.mark.parametrize("path", LABELS, ids=lambda path: path.stem)


def label_of(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return value


def quoted(label: dict[str, Any]) -> list[str]:
    """Everything that a label says stands in its text."""
    said = [item.get(key) for item in label["events"] + label["counts"] for key in ("evidence", "date_text")]
    told = [person[key] for person in label["people"] for key in ("name", "role")]
    return [words for words in (*said, *told, label["title"], label["publisher"]) if words]


def unknown_codes(label: dict[str, Any]) -> list[str]:
    codes: list[tuple[str, tuple[str, ...]]] = [(area, AREAS) for area in label["areas"]]
    for event in label["events"]:
        codes += [(event["type"], tuple(Event)), (event["certainty"], tuple(Modality))]
        codes += [(event["instrument"], tuple(Instrument))] if event["instrument"] else []
        codes += [(event["authority"], AUTHORITIES)] if event["authority"] else []
    return [code for code, known in codes if code not in known and not code.startswith(OTHER_AUTHORITY)]


@EACH
def test_what_a_label_quotes_stands_in_its_text(path: Path) -> None:
    text = path.with_suffix(".txt").read_text("utf-8")
    assert [words for words in quoted(label_of(path)) if words not in text] == []


@EACH
def test_codes_are_known(path: Path) -> None:
    assert unknown_codes(label_of(path)) == []


@EACH
def test_an_event_is_of_two_cities_and_one_of_its_kind(path: Path) -> None:
    events = label_of(path)["events"]
    kinds = [(e["type"], frozenset(e["cities"]), e["certainty"], e["authority"], e["instrument"]) for e in events]
    assert {len(set(zip(e["cities"], e["countries"], strict=True))) for e in events} <= {2}
    assert len(kinds) == len(set(kinds))


@EACH
def test_a_text_has_the_length_it_says_and_short_evidence(path: Path) -> None:
    label = label_of(path)
    assert label["text_chars"] == len(path.with_suffix(".txt").read_text("utf-8"))
    assert [e["evidence"] for e in label["events"] if len(e["evidence"]) > 120] == []


def test_names_are_unique_and_those_of_the_files() -> None:
    assert [label_of(path)["id"] for path in LABELS] == [path.stem for path in LABELS]
    assert len({path.stem for path in LABELS}) == len(LABELS) == len(list(FOLDER.glob("**/*.txt")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_third_text_of_a_language_is_put_aside(language: str) -> None:
    places = {path.stem: path.parent.name for path in (FOLDER / language).glob("**/*.json")}
    numbers = range(1, LANGUAGES[language] + 1)
    assert places == {f"{language}-{n:02}": language if n % 3 else "aside" for n in numbers}
