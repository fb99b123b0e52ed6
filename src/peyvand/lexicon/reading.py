"""The reader's words, from ``lexicon/<language>/{modality,instruments,events,references}.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

from peyvand.core.reading.language import LanguageWords
from peyvand.core.reading.vocabulary import Sense, Tense, VerbForm, Vocabulary
from peyvand.core.reading.words import ReadingWords
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import LexiconFault, load_yaml

FILES = ("modality", "instruments", "events", "references")
_JOINER = "\u200c"
_folded = cache(fold_words)
_NOT_JOINING = frozenset("اآدذرزژو")
_PIECES = re.compile(rf"[{_JOINER} ]|[^{_JOINER} ]+")
_PERSON = re.compile(r"\{p:(\w+)\}")
_TENSES = {
    "past": (Tense.PAST, False),
    "perfect": (Tense.PAST, False),
    "imperfect": (Tense.PAST, False),
    "pluperfect": (Tense.PAST, True),
    "participle": (Tense.PARTICIPLE, False),
    "present": (Tense.PRESENT, False),
    "subjunctive": (Tense.SUBJUNCTIVE, False),
    "future": (Tense.FUTURE, False),
}

_Rows = dict[tuple[str, ...], Sense]


@cache
def reading_words(language: str) -> ReadingWords:
    """The vocabulary and the rules of a language. Raises `LexiconFault` for a file that lacks a part."""
    modality = load_yaml(language, "modality")
    rows: _Rows = {}
    for words, verb in _verb_forms(modality):
        rows.setdefault(words, Sense(verb=verb))
    verbs = {words: sense.verb for words, sense in rows.items()}
    copula = VerbForm("be", Tense.PRESENT)
    endings = [fold_words(ending) for ending in modality["noun_endings"]]
    copulas = [fold_words(ending) for ending in modality["copula_endings"]]
    for label, form in _labelled(language):
        ends = endings if form.endswith("*") else [""]
        for words in _spellings(form.rstrip("*+"), ends):
            _put(rows, words, Sense(frozenset((label,)), _last_verb(words, verbs)))
        if form.endswith("+"):
            for words in _spellings(form.rstrip("*+"), copulas):
                _put(rows, words, Sense(frozenset((label,)), copula))
    return ReadingWords(
        vocabulary=Vocabulary.of(rows, _NOT_JOINING),
        joiner=fold_words(modality["joiner"]),
        homes=load_yaml(language, "references")["homes"],
    )


@cache
def language_words() -> LanguageWords:
    """The languages that can be told apart, from ``lexicon/languages.yaml``."""
    return LanguageWords.of(load_yaml(".", "languages"))


def labels_of(language: str) -> Mapping[str, Mapping[str, Any]]:
    """Every label of a language with its forms and its witness sentence."""
    found: dict[str, Mapping[str, Any]] = {}
    for file in FILES:
        for label, entry in load_yaml(language, file)["labels"].items():
            if label in found:
                raise LexiconFault(f"lexicon/{language}/{file}.yaml: the label {label} is given twice")
            found[label] = entry
    return found


def _labelled(language: str) -> Iterator[tuple[str, str]]:
    for label, entry in labels_of(language).items():
        for form in entry["forms"]:
            yield label, form


def _last_verb(words: tuple[str, ...], verbs: Mapping[tuple[str, ...], VerbForm | None]) -> VerbForm | None:
    """The verb in which a form of several words ends («قرار است»), if any."""
    found = next((verbs[words[at:]] for at in range(1, len(words)) if words[at:] in verbs), None)
    return found if found and found.tense is not Tense.PARTICIPLE else None


def _put(rows: _Rows, words: tuple[str, ...], sense: Sense) -> None:
    """Add a row; a form that two labels share carries both."""
    known = rows.get(words)
    rows[words] = Sense(known.labels | sense.labels, known.verb or sense.verb) if known else sense


def _spellings(form: str, endings: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The rows of words in which a form may be written: a joiner glued or apart, a space left out after «د»."""
    bases = [""]
    last = ""
    for piece in _PIECES.findall(form.strip()):
        if piece == _JOINER:
            bases = [base + gap for base in bases for gap in ("", " ")]
        elif piece == " ":
            gaps = (" ", "") if last in _NOT_JOINING else (" ",)
            bases = [base + gap for base in bases for gap in gaps]
        else:
            piece = _folded(piece)
            bases = [base + piece for base in bases]
            last = piece[-1:]
    for base, ending in product(bases, endings):
        yield tuple((base + ending).split(" "))


def _verb_forms(modality: Any) -> Iterator[tuple[tuple[str, ...], VerbForm]]:
    for verb in modality["verbs"]:
        rare = {fold_words(form) for form in verb.get("rare", ())}
        shy = {fold_words(form) for form in verb.get("shy", ())}
        for name, patterns in modality["conjugation"].items():
            for pattern in patterns:
                for words, form in _conjugated(name, pattern, verb, modality["endings"]):
                    if len(words) > 1 or words[0] not in rare:
                        yield words, replace(form, shy=True) if words[0] in shy and len(words) == 1 else form
    for entry in modality["irregular"]:
        form = VerbForm(
            entry["kind"], Tense(entry["tense"]), entry.get("negative", False), entry.get("we", False),
            entry.get("we", False), entry.get("earlier", False),
        )  # fmt: skip
        for written in entry["forms"]:
            for words in _spellings(written, [""]):
                yield words, form


def _conjugated(
    name: str, pattern: str, verb: Mapping[str, Any], endings: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[tuple[str, ...], VerbForm]]:
    """All persons of one pattern of one verb."""
    plain = name.removeprefix("not_")
    tense, earlier = _TENSES[plain]
    person = _PERSON.search(pattern)
    for who, ending in (endings[person[1]] if person else {"third": ""}).items():
        form = VerbForm(
            verb["kind"], tense, name != plain, who in ("plural", "we"), who in ("we", "i"), earlier,
            perfect=plain == "perfect",
        )  # fmt: skip
        for written in _written(name, pattern, verb):
            for words in _spellings(_PERSON.sub(ending, written), [""]):
                yield words, form


def _written(name: str, pattern: str, verb: Mapping[str, Any]) -> Iterator[str]:
    """A pattern with the verb's stems in it, its irregular forms instead where the verb has them."""
    past, present = verb["past"], verb["present"]
    if "not" in verb and pattern.startswith("ن{past}"):
        yield pattern.replace("ن{past}", verb["not"])
    elif name == "present" and "habit" in verb:
        yield verb["habit"] + "{p:present}"
    elif name == "not_present" and "habit" in verb:
        yield verb["habit"].replace("می", "نمی") + "{p:present}"
    elif name == "subjunctive" and "may" in verb and "{present}" in pattern:
        yield verb["may"] + "{p:present}"
    elif name == "not_subjunctive" and "may_not" in verb:
        yield verb["may_not"] + "{p:present}"
    else:
        yield pattern.replace("{past}", past).replace("{present}", present)
        if name == "subjunctive" and verb.get("bare") and "{present}" in pattern:
            yield present + "{p:present}"
