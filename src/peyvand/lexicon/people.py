"""Persons' roles and names, from ``lexicon/<language>/people.yaml``, ``person_names.yaml`` and ``authorities.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from peyvand.core.reading.numbers import NumberWords
from peyvand.core.reading.persons.words import Head, Mark, NameWords, PeopleWords, RoleWords
from peyvand.core.reading.phrases import Phrases
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import load_yaml
from peyvand.lexicon.numbers import number_words

_OFFICES = {"interior_ministry": "Ministry of Interior", "foreign_ministry": "Ministry of Foreign Affairs"}

_MARKS = {
    Mark.COUNTERPART: ("counterpart",),
    Mark.SPEECH: ("speech",),
    Mark.NAMING: ("according", "written_by"),
    Mark.TITLE: ("honorifics",),
    Mark.TALK: ("talks",),
    Mark.SOURCE: ("sources",),
}


@cache
def people_words(language: str) -> PeopleWords:
    """What the reader knows of persons in a language."""
    people, names = load_yaml(language, "people"), load_yaml(language, "person_names")
    roles = _roles(people, load_yaml(language, "authorities"))
    return PeopleWords(
        roles=roles,
        names=_names(people, names, roles, number_words(language)),
        also=_single(people["also"]),
        with_word=fold_words(people["with_word"]),
        sources=_marks(people["sources"]),
        frames=_marks(people["frames"]),
        according=_marks(people["according"]),
        speech=_marks(people["speech"]),
        marks=Phrases.of(_found_by(people)),
    )


def _roles(people: Any, authorities: Any) -> RoleWords:
    held = people["held_in"]
    bodies = Phrases.of((form, kind) for kind, forms in people["bodies"].items() for form in forms)
    international, describing = _marks(people["international"]), _marks(people["describing"])
    ministries = Phrases.of(_ministries(authorities["ministries"]))
    return RoleWords(
        heads=Phrases.of(_heads(people["heads"])),
        codes=people["codes"],
        bodies=bodies,
        international=international,
        describing=describing,
        pieces=frozenset((*bodies.index, *international.index, *describing.index, *ministries.index)),
        glued=tuple(map(fold_words, people["glued"]["heads"])),
        unglued=_single(people["glued"]["unless"]),
        ranks=_single(people["ranks"]),
        held_in=frozenset(held["heads"]),
        held_in_word=fold_words(held["word"]),
        affairs=frozenset(map(fold_words, held["affairs"])),
        past_heads=frozenset(people["past"]["heads"]),
        past=_single(people["past"]["words"]),
        joiner=fold_words(authorities["joiners"][0]),
        ministries=ministries,
    )


def _names(people: Any, names: Any, roles: RoleWords, numbers: NumberWords) -> NameWords:
    parts = people["given_parts"]
    never = _single(names["common"]) | _keys(roles.describing) | _keys(roles.bodies) | _keys(roles.heads)
    given = _respelt(_single(names["given"]) | _single(names["doubtful"]), names["respelt"])
    before, departed, things = (_single(people[key]) for key in ("before", "departed", "named_after"))
    honorifics, pairs = _marks(people["honorifics"]), _marks(names["pairs"])
    bounds = _single(names["bounds"]) | _keys(_marks(people["speech"])) | (frozenset(numbers.numerals) - given)
    return NameWords(
        given=given,
        doubtful=_single(names["doubtful"]),
        pairs=pairs,
        given_before=tuple(map(fold_words, parts["before"])),
        given_after=tuple(map(fold_words, parts["after"])),
        surname_endings=tuple(map(fold_words, people["surname_endings"])),
        surnames=_single(names["surnames"]),
        surname_parts=_single(people["surname_parts"]),
        plurals=tuple(map(fold_words, names["plurals"])),
        of_people=fold_words(names["of_people"]),
        descent=_single(people["descent"]),
        roles=_keys(roles.heads),
        bounds=bounds,
        closed=bounds - frozenset(honorifics.index) - frozenset(pairs.index),
        common=(never | before | departed | things | _keys(honorifics)) - given,
        honorifics=honorifics,
        clerical=_single(people["clerical"]),
        departed=departed,
        named_after=things,
        aged=_single(people["aged"]),
        before=before,
    )


def _respelt(words: frozenset[str], endings: Any) -> frozenset[str]:
    """Words with those whose ending is also written in another way («نعمت‌اله»)."""
    return words | {
        word.removesuffix(ending) + other
        for ending, other in ((fold_words(a), fold_words(b)) for a, b in endings.items())
        for word in words
        if word.endswith(ending) and word != ending
    }


def _heads(heads: Any) -> Iterator[tuple[str, Head]]:
    for name, sense in heads.items():
        yield from ((form, Head(name, sense.get("many", False))) for form in sense["forms"])


def _found_by(people: Any) -> Iterator[tuple[str, Head | Mark]]:
    yield from _heads(people["heads"])
    for mark, keys in _MARKS.items():
        yield from ((form, mark) for key in keys for form in _flat(people[key]))


def _ministries(ministries: Any) -> Iterator[tuple[str, str]]:
    for kind, forms in ministries.items():
        yield from ((form, _OFFICES.get(kind, kind.removeprefix("other:"))) for form in forms)


def _flat(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        else:
            yield str(value)


def _marks(values: Any) -> Phrases[bool]:
    return Phrases.of((form, True) for form in _flat(values))


def _single(values: Any) -> frozenset[str]:
    """The folded words of lists, or of rows with a comma between words, which are read faster."""
    return frozenset(fold_words("\n".join(_flat(values)).replace(", ", "\n")).split("\n"))


def _keys(phrases: Phrases[Any]) -> frozenset[str]:
    """The words that are a phrase by themselves."""
    return frozenset(word for word in phrases.index if phrases.alone(word) is not None)
