"""Spellings of places as keys of the indexes: our own names, GeoNames' alternates, and guesses by rule."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from peyvand.core.gazetteer import Place
from peyvand.core.gazetteer.names import Rank, Reference, Script, name_key, script_of, write_references
from peyvand.core.text import fold_words

Spelling = tuple[str, Rank]

# Letters of Urdu, Kurdish, Pashto and Sindhi that the folding keeps, as Persian writes their sounds.
_NEIGHBOURS = str.maketrans("ٹڈڑںڕټډړڻڙ", "تدرنرتدرنر")
_PERSIAN = re.compile("^[آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیئ\u200c ]+$")
_ARTICLE = re.compile("^ال(?=\\w{3})")
# Names of another kind of place in GeoNames' alternates of a city.
_OTHER_KIND = re.compile("^(?:استان|شهرستان|بخش|دهستان|ولایت|ولسوالی|محافظ|مدیری|قضا|منطقه|بلدیه|ناحیه|مطار)")
# Marks in our lists: before a name that another place has first, and after one that is an everyday word as well.
_SECOND, _WORD = "~", "?"
# How each letter sounds, as far as it tells apart spellings of one name.
_SOUNDS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "s", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "z", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "z", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f",
    "ق": "q", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "و": "v", "ه": "h", "چ": "ch",
}  # fmt: skip
_EXPLAINED = frozenset("،,(;/")
_SHORTEST = 2
_SHORTEST_LATIN = 3


def spellings(place: Place, own: Sequence[str], more: Sequence[str]) -> Iterator[Spelling]:
    """All keys of one place with their ranks; a key may come more than once, the best rank counts."""
    for name in own:
        yield name_key(name), _rank(name)
        yield from ((key, Rank.GUESSED) for key in _guesses(name_key(name)))
    if not more:
        yield name_key(place.name), Rank.OWN
        return
    yield name_key(place.name), Rank.OWN if own else Rank.MAIN
    for name in more:
        if not useful(name):
            continue
        if script_of(name) is Script.ARABIC:
            key = name_key(name.translate(_NEIGHBOURS))
            if not _OTHER_KIND.match(key):
                yield key, Rank.MAIN
                yield from ((guess, Rank.GUESSED) for guess in _guesses(key))
        else:
            yield name_key(name), Rank.MAIN if name == more[0] else Rank.OTHER


def persian_of(place: Place, names: Sequence[str]) -> str:
    """The alternate that looks most Persian, or empty: Persian letters only, and sounding most like the plain name."""
    fit = [name for name in dict.fromkeys(names) if _PERSIAN.match(name) and not _OTHER_KIND.match(name_key(name))]
    if len(fit) <= 1:
        return "".join(fit)
    sound = _consonants(place.name.lower())
    return min(fit, key=lambda name: (-SequenceMatcher(None, sound, _heard(name)).ratio(), len(name), name))


def _heard(name: str) -> str:
    return _consonants("".join(_SOUNDS.get(letter, "") for letter in fold_words(name)))


def _consonants(latin: str) -> str:
    return "".join(letter for letter in latin if letter in "bcdfghjklmnpqrstvxz")


def index_lines(spelled: Sequence[Sequence[Spelling]], script: Script, well_known: Container[int]) -> Iterator[str]:
    """The lines of one script's index: key, tab, entry. ``spelled`` has the spellings of each line of the places.

    A guess counts for a key that nobody has by right, and beside others where its place is one of the ``well_known``.
    """
    entries: dict[str, dict[int, Rank]] = {}
    for line, names in enumerate(spelled):
        for key, rank in names:
            if len(key) >= _SHORTEST and script_of(key) is script:
                ranks = entries.setdefault(key, {})
                ranks[line] = min(rank, ranks.get(line, rank))
    for key in sorted(entries):
        references = [Reference(line, rank) for line, rank in entries[key].items()]
        surer = [reference for reference in references if reference.rank is not Rank.GUESSED]
        kept = [
            reference for reference in references if not surer or reference in surer or reference.line in well_known
        ]
        yield f"{key}\t{write_references(kept)}"


def key_lines(named: Iterable[tuple[Place, Sequence[Spelling]]]) -> list[str]:
    """A line for each place, sorted: its identity and the keys of its names, what is surest first, between tabs."""
    lines = []
    for place, names in named:
        ranks: dict[str, Rank] = {}
        for key, rank in names:
            if len(key) >= _SHORTEST:
                ranks[key] = min(rank, ranks.get(key, rank))
        if ranks:
            lines.append("\t".join((place.id, *sorted(ranks, key=ranks.__getitem__))))
    return sorted(lines)


def shown(name: str) -> str:
    """A name of our lists without its marks."""
    return name.lstrip(_SECOND).rstrip(_WORD)


def _rank(name: str) -> Rank:
    if name.endswith(_WORD):
        return Rank.GUESSED
    return Rank.MAIN if name.startswith(_SECOND) else Rank.OWN


def useful(name: str) -> bool:
    """Not a machine's transliteration in small letters, nor a code of an airport, nor "name, country"."""
    if _EXPLAINED & set(name):
        return False
    if script_of(name) is Script.LATIN:
        return name[0].isupper() and not name.isupper() and len(name) >= _SHORTEST_LATIN
    return script_of(name) is not None


def _guesses(key: str) -> Iterator[str]:
    """Spellings that writers also use: without the Arabic article, with ز for ذ, with ا for a final ه and back."""
    if script_of(key) is not Script.ARABIC or len(key) <= _SHORTEST + 1:
        return
    if _ARTICLE.match(key):
        yield key[2:]
    if "ذ" in key:
        yield key.replace("ذ", "ز")
    if key.endswith("ه"):
        yield f"{key[:-1]}ا"
    elif key.endswith("ا"):
        yield f"{key[:-1]}ه"
