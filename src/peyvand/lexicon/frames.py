"""The words of a language that is read by frames, from the files `language`, `frames`, `bodies`, `roles` and `areas`.

A form of several words is written with spaces; a word that ends in ``*`` stands for every word that begins so;
``...`` stands between two halves of a verb of which the second ends the clause. ``verbs`` are stems that take the
endings of `language`: each ending has the time of the list that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from peyvand.core.gazetteer.hearing import letters_of
from peyvand.core.gazetteer.names import Script, name_key
from peyvand.core.reading.frames.labels import BITS, GROUPS, IMPLIED, label_of
from peyvand.core.reading.frames.row import cut_words
from peyvand.core.reading.frames.words import Forms, FrameLexicon, NameWords, Sense, Time
from peyvand.core.text import fold_words
from peyvand.lexicon.calendar import calendar_words
from peyvand.lexicon.countrynames import country_keys, division_keys
from peyvand.lexicon.furniture import furniture_words
from peyvand.lexicon.loader import LexiconFault, load_yaml
from peyvand.lexicon.reading import language_words

# Between two words of a form that stand apart: "schlug ... vor".
_GAP = "..."
_DAYS = 31
# What each list of a sense says of time.
TIMES = {
    "forms": Time.NOUN,
    "past": Time.PAST,
    "base": Time.BASE,
    "coming": Time.COMING,
    "never": Time.NEVER,
    "wished": Time.WISHED,
    "bare": Time.BARE,
}


@cache
def frame_lexicon(language: str) -> FrameLexicon:
    """Everything that the frames know of a language. Raises `LexiconFault` for a file that lacks a part."""
    told = load_yaml(language, "language")
    try:
        return FrameLexicon(
            language=language,
            forms=Forms(_rows(language), map(fold_words, told.get("prefixes", ())), _apart(language)),
            names=_names(language, told),
            furniture=furniture_words(language),
            calendar=calendar_words(language),
            languages=language_words(),
            comma_cuts=told.get("comma_cuts", False),
            list_comma=told.get("list_comma", ""),
            verb_last=told.get("verb_last", False),
            rules_behind=told.get("rules_behind", False),
            reach=told.get("reach", 1),
            apostrophe_ends=told.get("apostrophe_ends", False),
            abbreviations=frozenset(_abbreviations(language)),
            ordinal_signs=tuple(map(fold_words, told.get("ordinal_signs", ()))),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise LexiconFault(f"lexicon/{language}/language.yaml: {fault!r}") from fault


@cache
def senses_of(language: str) -> Mapping[str, Mapping[str, Any]]:
    """Every label of a language with its forms and its witness. Raises `LexiconFault` for a label no frame knows."""
    found: dict[str, Mapping[str, Any]] = {}
    for group in GROUPS:
        for name, sense in load_yaml(language, group).items():
            try:
                found[label_of(group, name)] = sense
            except KeyError as fault:
                raise LexiconFault(f"lexicon/{language}/{group}.yaml: no frame knows the label {name}") from fault
    return found


def rows_of(sense: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Time]]:
    """The rows of words in which a sense may be written, each with its time."""
    for part, time in TIMES.items():
        for form in sense.get(part, ()):
            # YAML takes a bare "no" or "on" for a truth value.
            if isinstance(form, bool):
                raise LexiconFault(f"a form is a truth value and must be quoted: {sense}")
            if _GAP not in str(form):
                yield cut_words(fold_words(str(form))), time


def beginnings_of(sense: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """How every form of a sense begins: its rows of words, and its stems with a star for their endings."""
    yield from (words for words, _ in rows_of(sense))
    yield from (cut_words(fold_words(f"{stem}*")) for stem in sense.get("verbs", ()))


def verbs_of(sense: Mapping[str, Any], endings: Sequence[Mapping[str, Any]]) -> Iterator[tuple[tuple[str, ...], Time]]:
    """The rows of words of a sense's ``verbs`` with their endings. Raises `LexiconFault` where none fits."""
    for stem in sense.get("verbs", ()):
        for part, time in TIMES.items():
            for ending in _endings_of(stem, endings).get(part, ()):
                whole = stem[:-1] + ending[1:] if ending.startswith("-") else stem + ending
                yield cut_words(fold_words(whole)), time


def _endings_of(stem: str, endings: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The endings of a stem: those of the group that has the last letter of it that any group has."""
    for letter in reversed(stem):
        for group in endings:
            if letter in group["letters"]:
                return group
    raise LexiconFault(f"no ending fits the stem {stem}")


def _rows(language: str) -> Iterator[tuple[tuple[str, ...], Sense]]:
    endings = load_yaml(language, "language").get("endings", ())
    for label, sense in senses_of(language).items():
        for words, time in chain(verbs_of(sense, endings), rows_of(sense)):
            yield words, Sense(BITS[label] | IMPLIED.get(label, 0), time)


def _abbreviations(language: str) -> Iterator[str]:
    yield from map(fold_words, furniture_words(language).abbreviations)
    if calendar_words(language).dotted_days:
        # «am 9. April»: the stop ends no sentence.
        yield from map(str, range(1, _DAYS + 1))


def _apart(language: str) -> Iterator[tuple[str, str, Sense]]:
    for label, sense in senses_of(language).items():
        for part, time in TIMES.items():
            for form in sense.get(part, ()):
                if _GAP in str(form):
                    first, last = fold_words(form).split(_GAP)
                    yield first.strip(), last.strip(), Sense(BITS[label], time)


def _names(language: str, told: Mapping[str, Any]) -> NameWords:
    names = told["names"]
    return NameWords(
        script=Script(told["script"]),
        home=tuple(told["home"]),
        endings=tuple(_endings(names.get("endings", ()))),
        adjectives=tuple(_endings(names.get("adjectives", ()))),
        agreeing=tuple(_endings(names.get("agreeing", ()))),
        prefixes=tuple(sorted(map(name_key, names.get("prefixes", ())), key=len)),
        joiners=tuple(map(name_key, names.get("joiners", ()))),
        capitals=told.get("capitals", True),
        nouns_capital=told.get("nouns_capital", False),
        noun_endings=tuple(map(fold_words, names.get("noun_endings", ()))),
        town_endings=tuple(map(fold_words, names.get("town_endings", ()))),
        articles=frozenset(map(fold_words, names.get("articles", ()))),
        venues=tuple(map(fold_words, names.get("venues", ()))),
        shapes=frozenset(map(fold_words, names.get("shapes", ()))),
        genitives=tuple(map(fold_words, names.get("genitives", ()))),
        belonging=frozenset(map(fold_words, names.get("belonging", ()))),
        heads_behind=names.get("heads_behind", False),
        office_of_place=names.get("office_of_place", False),
        shortest_bare=names.get("shortest_bare", 4),
        heard=letters_of(names.get("heard", "").split()),
        countries={**country_keys(language), **_coded(names.get("countries", {}))},
        regions=_coded(names.get("regions", {})),
        divisions=division_keys(language),
        demonyms=_coded(names.get("demonyms", {}), stems=True),
        names=dict(_own(names.get("cities", {}))),
        second_names=dict(_own(names.get("cities", {}), second=True)),
        never=frozenset(name_key(str(word)) for word in names.get("never", ())),
        never_words=frozenset(fold_words(str(word)) for word in names.get("never", ())),
        person=tuple(names.get("person", (2, 4))),
        person_halves=frozenset(map(fold_words, names.get("person_halves", ()))),
        article=fold_words(names.get("article", "")),
        bars=frozenset(name_key(str(word)) for word in names.get("bars", ())),
        doubtful=frozenset(name_key(str(word)) for word in names.get("doubtful", ())),
    )


def _endings(told: list[str]) -> Iterator[tuple[str, str]]:
    """ "е>а": what stands at the end of a name, and what the name itself has there."""
    for pair in told:
        ending, _, base = pair.partition(">")
        yield name_key(ending), name_key(base)


def _coded(told: Mapping[str, list[str]], *, stems: bool = False) -> dict[str, str]:
    """Names by key, from lists of names by code; a star is kept where ``stems`` may be."""
    return {
        name_key(str(name)) + ("*" if stems and str(name).endswith("*") else ""): code
        for code, forms in told.items()
        for name in forms
    }


def _own(told: Mapping[str, list[str]], *, second: bool = False) -> Iterator[tuple[str, tuple[str, str]]]:
    """ "Kuwait City KW: [Kuweit-Stadt]": names of a city that no list has; a question mark behind one says that it
    means the city besides others."""
    for place, forms in told.items():
        name, _, country = place.rpartition(" ")
        yield from ((name_key(str(form)), (name, country)) for form in forms if str(form).endswith("?") is second)
