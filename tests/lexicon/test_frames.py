"""Every language that is read by frames is held to the same: a new folder is tested by being there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from peyvand.core.calendar import Calendar, Word, scan_dates
from peyvand.core.gazetteer.names import Script
from peyvand.core.reading.frames.labels import BITS, GROUPS, LABELS
from peyvand.core.reading.frames.row import cut_words, row_of
from peyvand.core.reading.frames.words import Time
from peyvand.core.reading.language import language_of
from peyvand.core.text import Part, divide, fold, fold_words
from peyvand.lexicon.frames import beginnings_of, frame_lexicon, rows_of, senses_of, verbs_of
from peyvand.lexicon.loader import LexiconFault, frame_languages, load_yaml

LANGUAGES = frame_languages()
# Senses that a language may do without, since an ending or the order of words says them.
SPARE = {
    "did", "where", "if", "from", "in", "to", "aim", "with", "between", "filler", "count_of", "number_of", "honorific",
    "states", "list", "society", "after", "until", "once", "ago", "rite", "bidden", "announce", "attribute", "now",
    "soon", "institution", "several", "passive", "latter", "report", "just",
}  # fmt: skip
SENSES = [(language, label) for language in LANGUAGES for label in senses_of(language)]


@pytest.mark.parametrize(("language", "label"), SENSES)
def test_sense_is_found_in_its_witness(language: str, label: str) -> None:
    row = row_of(fold(senses_of(language)[label]["witness"]), frame_lexicon(language))

    assert any(hit.mask & BITS[label] for hit in row.hits)


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_every_sense_that_frames_ask_for(language: str) -> None:
    needed = {name for name in GROUPS["frames"] if name not in SPARE}
    needed |= {f"body:{name}" for name in ("city_council", "interior_ministry", "foreign_ministry", "president")}
    needed |= {f"role:{name}" for name in ("mayor", "council_member", "ambassador", "governor")}
    needed |= {label for label in LABELS if label.startswith("area:")}

    assert needed - set(senses_of(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_has_two_senses_unless_the_language_says_so(language: str) -> None:
    shared = {cut_words(fold_words(str(form))) for form in load_yaml(language, "language").get("shared", ())}
    senses: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for label, sense in senses_of(language).items():
        for words, _ in rows_of(sense):
            senses[words].add(label)

    assert {words: labels for words, labels in senses.items() if len(labels) > 1 and words not in shared} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_has_words(language: str) -> None:
    assert [label for label, sense in senses_of(language).items() if () in {words for words, _ in rows_of(sense)}] == []


def witnesses(language: str) -> Iterator[tuple[str, str]]:
    data = load_yaml(language, "calendar")
    for group in data["months"].values():
        yield from ((name["forms"][0], name["witness"]) for name in group["names"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_of_the_gregorian_year_are_known_and_found(language: str) -> None:
    words = frame_lexicon(language).calendar
    months = {name.number for name in words.months if name.calendar is Calendar.GREGORIAN}

    assert months == set(range(1, 13))
    assert [form for form, said in witnesses(language) if not scan_dates(fold(said), words)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_up_to_twenty_are_known(language: str) -> None:
    entries = frame_lexicon(language).calendar.entries
    known: dict[Word, set[int]] = defaultdict(set)
    for ways in entries.values():
        for way in ways:
            known[way.word].add(way.value)

    assert set(range(1, 21)) - known[Word.CARDINAL] == set()
    assert set(range(1, 13)) - known[Word.ORDINAL] == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_countries_have_names(language: str) -> None:
    assert {"IR", "TR", "RU", "CN", "DE", "FR", "GB", "US", "UA"} - set(
        frame_lexicon(language).names.countries.values()
    ) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_is_told_by_its_own_witnesses(language: str) -> None:
    said = " ".join(sense["witness"] for sense in list(senses_of(language).values())[:30])

    assert language_of(said, frame_lexicon(language).languages) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_furniture_is_no_article(language: str) -> None:
    told = load_yaml(language, "furniture")
    page = f"{told['navigation']['witness']}\n\n{told['related']['witness']}\n{told['rights']['witness']}"

    assert {part for part, _ in divide(fold(page), frame_lexicon(language).furniture).parts} <= {
        Part.FURNITURE,
        Part.TITLE,
    }


def test_scripts_have_an_index_of_names() -> None:
    assert {frame_lexicon(language).names.script for language in LANGUAGES} <= set(Script)


def test_a_label_that_no_frame_knows_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    senses_of.cache_clear()
    monkeypatch.setattr("peyvand.lexicon.frames.load_yaml", lambda *_: {"nonsense": {"witness": "", "forms": []}})

    with pytest.raises(LexiconFault, match="no frame knows the label nonsense"):
        senses_of("en")
    senses_of.cache_clear()


def test_stems_take_the_endings_of_their_letters() -> None:
    endings = [{"letters": "aı", "past": ["dı*"], "base": ["-ıyor*"]}, {"letters": "ei", "past": ["di*"]}]

    assert list(verbs_of({"verbs": ["imzala", "imza et"]}, endings)) == [
        (("imzaladi*",), Time.PAST), (("imzaliyor*",), Time.BASE), (("imza", "etdi*"), Time.PAST),
    ]  # fmt: skip
    with pytest.raises(LexiconFault, match="no ending fits"):
        list(verbs_of({"verbs": ["brr"]}, endings))


def test_a_stem_begins_all_its_forms() -> None:
    assert list(beginnings_of({"forms": ["imza"], "verbs": ["imzala"]})) == [("imza",), ("imzala*",)]


@pytest.mark.parametrize("language", ["ar", "de", "en", "fr", "ru", "tr", "zh"])
def test_every_country_of_a_language_has_a_code(language: str) -> None:
    names = frame_lexicon(language).names
    codes = {*names.countries.values(), *names.demonyms.values(), *(country for _, country in names.names.values())}
    assert all(isinstance(code, str) and len(code) == 2 and code.isupper() for code in codes)
