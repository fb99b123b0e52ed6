"""Every label of the reader's words is found in a sentence of its own, used by a rule, and shares no form unasked."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from peyvand.core.reading.verbs import Verb, find_verbs
from peyvand.core.reading.vocabulary import Atom, Tense, find_atoms
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import fold_words
from peyvand.lexicon import LANGUAGES, LexiconFault, lexicon
from peyvand.lexicon.loader import load_yaml
from peyvand.lexicon.reading import labels_of, language_words, reading_words

READING = Path(__file__).parents[2] / "src" / "peyvand" / "core" / "reading"
WORDS = reading_words("fa")
LABELS = labels_of("fa")
SHARED = {frozenset(pair) for pair in load_yaml("fa", "references")["shared"]}
# Never asked for by name: a subject is sought beyond every word that has a label, and a league's name is no tie.
FILLERS = {"filler", "league"}


def atoms(text: str) -> tuple[Atom, ...]:
    line = word_line(fold_words(text))
    return find_atoms(line, range(len(line)), WORDS.vocabulary)


def verbs(text: str) -> list[Verb]:
    line = word_line(fold_words(text))
    return list(find_verbs(line, find_atoms(line, range(len(line)), WORDS.vocabulary), WORDS.joiner))


@pytest.mark.parametrize("label", LABELS)
def test_label_is_found_in_its_witness(label: str) -> None:
    assert label in {found for atom in atoms(LABELS[label]["witness"]) for found in atom.labels}


def test_forms_serve_one_label_unless_a_pair_shares_them() -> None:
    both = {
        frozenset(pair) for sense in WORDS.vocabulary.senses.values() for pair in combinations(sorted(sense.labels), 2)
    }
    assert both - SHARED == set()


def test_pairs_that_share_forms_really_do() -> None:
    both = [sense.labels for sense in WORDS.vocabulary.senses.values() if len(sense.labels) > 1]
    assert [pair for pair in SHARED if not any(pair <= labels for labels in both)] == []


def test_every_label_is_asked_for_by_a_rule() -> None:
    rules = "\n".join(path.read_text("utf-8") for path in READING.rglob("*.py") if "frames" not in path.parts)
    homes = load_yaml("fa", "references")["homes"]
    asked = set(re.findall(r'"(\w+)"', rules)) | set(homes) | FILLERS
    assert sorted(set(LABELS) - asked) == []


@pytest.mark.parametrize(
    ("written", "kind", "tense", "negative"),
    [
        ("امضا شد", "become", Tense.PAST, False),
        ("امضا نشد", "become", Tense.PAST, True),
        ("امضا شده است", "become", Tense.PAST, False),
        ("امضا نشده است", "become", Tense.PAST, True),
        ("امضا شده‌است", "become", Tense.PAST, False),
        ("امضا می‌شود", "become", Tense.PRESENT, False),
        ("امضا میشود", "become", Tense.PRESENT, False),
        ("امضا می شود", "become", Tense.PRESENT, False),
        ("امضا مي‌شود", "become", Tense.PRESENT, False),
        ("امضا نمی‌شود", "become", Tense.PRESENT, True),
        ("امضا خواهد شد", "become", Tense.FUTURE, False),
        ("امضا نخواهد شد", "become", Tense.FUTURE, True),
        ("امضا شود", "become", Tense.SUBJUNCTIVE, False),
        ("امضا بشود", "become", Tense.SUBJUNCTIVE, False),
        ("امضا نشود", "become", Tense.SUBJUNCTIVE, True),
        ("امضا گردید", "become", Tense.PAST, False),
        ("امضا کردند", "make", Tense.PAST, False),
        ("امضا نمودند", "make", Tense.PAST, False),
        ("امضا کرده‌اند", "make", Tense.PAST, False),
        ("امضا خواهیم کرد", "make", Tense.FUTURE, False),
        ("پیمان بستند", "tie", Tense.PAST, False),
        ("پیمان می‌بندیم", "tie", Tense.PRESENT, False),
        ("پابرجا ماند", "stay", Tense.PAST, False),
        ("به شهر رفتند", "go", Tense.PAST, False),
        ("از شهر آمده‌اند", "come", Tense.PAST, False),
    ],
)
def test_verbs_are_known_in_all_their_forms(written: str, kind: str, tense: Tense, negative: bool) -> None:
    (verb,) = verbs(written)
    assert (verb.kind, verb.tense, verb.negative) == (kind, tense, negative)


@pytest.mark.parametrize("written", ["خواهرخوانده", "خواهر‌خوانده", "خواهر خوانده", "خواهرخوانده‌ای", "خواهرخوانده‌اش"])
def test_a_joiner_may_be_kept_dropped_or_a_space(written: str) -> None:
    (found,) = atoms(written)
    assert found.labels == {"sister_city"}


@pytest.mark.parametrize("written", ["خواهرخوانده‌اند", "خواهرخوانده‌ایم", "خواهرخواندهاند"])
def test_a_noun_may_carry_its_copula(written: str) -> None:
    (verb,) = verbs(written)
    assert (verb.kind, verb.tense, set(verb.labels)) == ("be", Tense.PRESENT, {"sister_city"})


def test_a_row_of_words_may_end_in_a_verb() -> None:
    (verb,) = verbs("قرار است")
    assert (verb.kind, set(verb.labels)) == ("be", {"plan"})


def test_names_of_labels_are_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peyvand.lexicon.reading.load_yaml", lambda *_: {"labels": {"same": {}}})
    with pytest.raises(LexiconFault, match="given twice"):
        labels_of("fa")


def test_lexicon_is_one_value_for_a_language() -> None:
    assert [lexicon(language).language for language in LANGUAGES] == list(LANGUAGES)
    assert lexicon("fa") is lexicon("fa")


def test_languages_without_words_are_refused() -> None:
    with pytest.raises(LexiconFault, match="'xx'"):
        lexicon("xx")


def test_languages_are_told_apart_by_script() -> None:
    scripts = language_words().scripts
    assert "fa" in scripts["arabic"]["از"]
    assert "tg" in scripts["cyrillic"]["ва"]
