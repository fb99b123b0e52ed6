"""The gazetteer from the tables that the set-up built, and one language's words around names of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from peyvand.core.gazetteer import Gazetteer, PlaceWords
from peyvand.core.gazetteer.lines import SortedLines
from peyvand.core.gazetteer.names import Script, name_key
from peyvand.core.gazetteer.words import DayWords, Doubt, Head, HeadKind
from peyvand.lexicon.loader import LexiconFault, load_yaml
from peyvand.lexicon.placelists import country_names, demonyms

PLACES = Path(__file__).parent / "places"
_COUNTRY_END = 3


@cache
def built_gazetteer(built: Path = PLACES / "built") -> Gazetteer:
    """The gazetteer of all built tables. Raises `LexiconFault` where the set-up has not made them."""
    return Gazetteer(
        _table(built, "places"),
        lambda script: _index(built, script),
        lambda: _small(built),
        lambda country: _sounds(built, country),
        lambda: _table(built, "keys"),
    )


@cache
def _small(built: Path) -> Gazetteer:
    """The places too small for the news of the world, which lists name, and texts that say what they are."""
    return Gazetteer(_table(built, "small"), lambda script: _index(built, script, "small_"))


def _sounds(built: Path, country: str) -> SortedLines:
    """The names of one country by sound; none for a country without places."""
    path = built / "sounds" / f"{country}.tsv"
    return SortedLines(path.read_bytes() if path.exists() else b"")


def _table(built: Path, name: str) -> SortedLines:
    try:
        return SortedLines((built / f"{name}.tsv").read_bytes())
    except FileNotFoundError as fault:
        raise LexiconFault(f"{fault.filename} is missing: run python -m peyvand.lexicon.build_places") from fault


def _index(built: Path, script: Script, prefix: str = "") -> Mapping[str, str]:
    return dict(line.split("\t", 1) for line in _table(built, f"{prefix}{script.value}"))


@cache
def place_words(language: str) -> PlaceWords:
    """The words of ``lexicon/<language>/places.yaml``, as keys of the index of names."""
    told = load_yaml(language, "places")
    idle = _keys(told["idle"])
    return PlaceWords(
        script=Script(told["script"]),
        home=told["home"],
        kin=frozenset(told["kin"]),
        only_told=frozenset(told.get("only_told", ())),
        unsaid=tuple(told["unsaid"]),
        within_names=_keys(told["within_names"]),
        heads=dict(_heads(told["heads"])),
        pointing=_keys(told["pointing"]),
        seats=_keys(told["seats"]["forms"]),
        describing=_keys(told["describing"]),
        demonyms={name_key(word): country for word, country in demonyms(PLACES / "countries.csv").items()},
        joiners=_keys(told["joiners"]),
        links=_keys(told["links"]),
        examples=_keys(told["examples"]["forms"]),
        inside=_keys(told["inside"]),
        towards=_keys(told["towards"]),
        leading=_keys(told["leading"]),
        idle=idle,
        never=idle | _keys(told["never"]),
        bars_before=_keys(told["bars"]["before"]),
        bars_after=_keys(told["bars"]["after"]),
        doubts={key: Doubt(kind) for kind, words in told["doubts"].items() for key in _keys(words)},
        persons=_keys(told["persons"]),
        bodies=_keys(told["bodies"]["forms"]),
        days=DayWords(**{part: _keys(words) for part, words in told["days"].items() if part != "witness"}),
        endings={name_key(ending): after for ending, after in told["endings"].items()},
        outlets=tuple(map(name_key, told.get("outlets", ()))),
        ties=tuple(map(name_key, told.get("ties", ()))),
        inflections=tuple(map(name_key, told.get("inflections", ()))),
        glued=tuple(map(name_key, told["glued"])),
        country_ends=_country_ends(),
    )


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(name_key, words))


def _heads(told: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, Head]]:
    for sense in told:
        head = Head(HeadKind(sense["kind"]), sense.get("many", False))
        yield from ((name_key(form), head) for form in sense["forms"])


def _country_ends() -> Mapping[str, tuple[str, ...]]:
    ends: dict[str, list[str]] = defaultdict(list)
    for name in sorted({name_key(name) for name in country_names(PLACES / "countries.csv")}):
        ends[name[-_COUNTRY_END:]].append(name)
    return {end: tuple(names) for end, names in ends.items()}
