"""All known places and their names, read on demand from lines that the set-up made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from peyvand.core.gazetteer.glance import Glance, glances_of
from peyvand.core.gazetteer.lines import SortedLines
from peyvand.core.gazetteer.names import (
    NameIndex,
    Rank,
    Reference,
    Script,
    index_of,
    name_key,
    read_references,
    script_of,
    write_references,
)
from peyvand.core.gazetteer.parts import district_name, district_of, part_of
from peyvand.core.gazetteer.place import Level, Place
from peyvand.core.gazetteer.slugs import slugs_of
from peyvand.core.gazetteer.sound import keys_spelled
from peyvand.core.gazetteer.sounding import Sounds
from peyvand.core.gazetteer.table import Row, read_row, write_row
from peyvand.core.gazetteer.words import PlaceWords
from peyvand.core.text.memo import Memo

_COUNTY = "local:county-"
_CITY = "geonames:"
_NAMES_LOOKED_AT = 2000
# Of so many languages what their words say is kept at hand.
_LANGUAGES = 16


class Gazetteer:
    """Places by identity, by name and by address.

    ``lines`` are rows of `table.write_row`; ``index`` gives, for a script, the map from `names.name_key`
    to an entry of `names.write_references`, and is asked once per script, when a name of that script is first met.
    ``lesser`` gives the gazetteer of small places, which texts are not read for: they are known by identity and
    address, and by name to those who ask for them. It is asked for when it is first needed.
    ``sounds`` gives the lines of a country's names by sound: a key of `sound`, a tab, an identity, a tab, a Latin name.
    ``keys`` gives for each place, small ones too, a line of its identity and the keys of all its names, between tabs.
    """

    def __init__(
        self,
        lines: SortedLines,
        index: Callable[[Script], Mapping[str, str]],
        lesser: Callable[[], Gazetteer] | None = None,
        sounds: Callable[[str], SortedLines] | None = None,
        keys: Callable[[], SortedLines] | None = None,
    ) -> None:
        self._lines = lines
        self._load = index
        self._lesser = lesser
        self.sounds = Sounds(self.place, sounds or _no_sounds)
        self._indexes: dict[Script, NameIndex] = {}
        self._rows: dict[int, Row] = {}
        self._by_id: dict[str, Row] = {}
        self._entries: dict[str, tuple[tuple[Place, Rank], ...]] = {}
        self._slugs: dict[str, int] = {}
        self._load_keys = keys or _no_lines
        self._keys: SortedLines | None = None
        self._glances: dict[int, tuple[PlaceWords, Memo[str, Glance]]] = {}

    @classmethod
    def of(cls, named: Iterable[tuple[Place, Sequence[str]]]) -> Gazetteer:
        """A gazetteer of a few places with their names, the display name first: for tests and small tools."""
        listed = list(named)
        slugs = slugs_of(place for place, _ in listed)
        rows = [(Row(place, slugs[place.id], names[0] if names else ""), names) for place, names in listed]
        written = sorted((write_row(row), (row.place.name, *names)) for row, names in rows)
        entries: dict[Script, dict[str, set[Reference]]] = {script: {} for script in Script}
        for line, (_, names) in enumerate(written):
            for name in names:
                if script := script_of(name):
                    entries[script].setdefault(name_key(name), set()).add(Reference(line, Rank.OWN))
        indexes = {s: {key: write_references(refs) for key, refs in entries[s].items()} for s in Script}
        sounding = [
            (place, f"{key}\t{place.id}\t{place.name}")
            for place, _ in listed
            for key in keys_spelled(place.name, place.country)
        ]
        return cls(
            SortedLines.of(line for line, _ in written),
            indexes.__getitem__,
            sounds=lambda country: SortedLines.of(line for place, line in sounding if place.country == country),
            keys=lambda: SortedLines.of(
                "\t".join((place.id, *dict.fromkeys(map(name_key, (*names, place.name))))) for place, names in listed
            ),
        )

    def place(self, place_id: str) -> Place | None:
        """The place of an identity, or None. A county may be asked for as ``local:county-N``, N its chief city's id, a
        district of city N as ``local:district-N-…``."""
        if place_id.startswith(_COUNTY):
            city = self.place(_CITY + place_id.removeprefix(_COUNTY))
            return county_of(city) if city else None
        if part := part_of(place_id):
            whole = self.place(part[0])
            return district_of(whole, part[1]) if whole else None
        row = self._row_of(place_id)
        if row is None:
            return self._lesser().place(place_id) if self._lesser else None
        return row.place

    def lookup(self, folded_name: str) -> tuple[Place, ...]:
        """All places that a folded name may mean, the best known first."""
        return tuple(place for place, _ in self.ranked(folded_name))

    def beginning(self, folded_letters: str, most: int) -> tuple[Place, ...]:
        """Places with a name that begins with some letters, first by its usual names, the largest first.

        A name of just these letters leads; of very many names, the first two thousand are looked at.
        """
        script, letters = script_of(folded_letters), name_key(folded_letters)
        if not script or not letters:
            return ()
        names = self.index(script)
        keys = names.beginning(letters)[:_NAMES_LOOKED_AT]
        found = [(key != letters, rank, place) for key in keys for place, rank in self.entry(names.entries[key])]
        found.sort(key=lambda one: (one[0], one[1] > Rank.MAIN, -one[2].population, one[2].id))
        return tuple(dict.fromkeys(place for _, _, place in found))[:most]

    def ranked(self, folded_name: str) -> tuple[tuple[Place, Rank], ...]:
        """The places of `lookup`, each with how well the name means it."""
        script = script_of(folded_name)
        entry = self.index(script).entries.get(name_key(folded_name)) if script else None
        return self.entry(entry) if entry else ()

    def ranked_anywhere(self, folded_name: str) -> tuple[tuple[Place, Rank], ...]:
        """The places of `ranked`, and after them the small ones of that name."""
        found = self.ranked(folded_name)
        return found + self._lesser().ranked(folded_name) if self._lesser else found

    def entry(self, entry: str) -> tuple[tuple[Place, Rank], ...]:
        """The places of an index entry, by rank and then the largest first."""
        ranked = self._entries.get(entry)
        if ranked is None:
            found = [(self._row(reference.line).place, reference.rank) for reference in read_references(entry)]
            found.sort(key=lambda pair: (pair[1], -pair[0].population, pair[0].id))
            ranked = self._entries[entry] = tuple(found)
        return ranked

    def index(self, script: Script) -> NameIndex:
        """The names of one script, loaded when they are first needed."""
        if script not in self._indexes:
            self._indexes[script] = index_of(self._load(script))
        return self._indexes[script]

    def glances(self, words: PlaceWords) -> Memo[str, Glance]:
        """What each word says of places by itself, by the words of one language and the names of its script."""
        found = self._glances.get(id(words))
        if found is None:
            if len(self._glances) == _LANGUAGES:
                self._glances.clear()
            found = self._glances[id(words)] = words, glances_of(self.index(words.script), words)
        return found[1]

    def name(self, place_id: str, language: str) -> str:
        """The name to show, in Persian (``fa``) or plain English; the identity itself where the place is unknown."""
        if place_id.startswith(_COUNTY) and (city := self._row_of(_CITY + place_id.removeprefix(_COUNTY))):
            return f"شهرستان {city.persian}" if language == "fa" and city.persian else f"{city.place.name} County"
        if (part := part_of(place_id)) and self.place(part[0]):
            return district_name(self.name(part[0], language), part[1], language)
        row = self._row_of(place_id)
        if row is None:
            return self._lesser().name(place_id, language) if self._lesser else place_id
        return row.persian if language == "fa" and row.persian else row.place.name

    def keys_of(self, place_id: str) -> tuple[str, ...]:
        """The keys of all names of a place, the best known first; none where nothing is known of it."""
        if self._keys is None:
            self._keys = self._load_keys()
        line = next(self._keys.beginning(f"{place_id}\t"), "")
        return tuple(line.split("\t")[1:])

    def slug(self, place: Place) -> str:
        """The place's address: its plain name, with the country added where a larger place has that name."""
        row = self._row_of(place.id)
        if row is None:
            return self._lesser().slug(place) if self._lesser else slugs_of([place])[place.id]
        return row.slug

    def by_slug(self, slug: str) -> Place | None:
        """The place that an address names, or None."""
        if not self._slugs:
            self._slugs = {line.split("\t", 2)[1]: number for number, line in enumerate(self._lines)}
        number = self._slugs.get(slug)
        if number is None:
            return self._lesser().by_slug(slug) if self._lesser else None
        return self._row(number).place

    def _row_of(self, place_id: str) -> Row | None:
        row = self._by_id.get(place_id)
        if row is None:
            line = next(self._lines.beginning(f"{place_id}\t"), None)
            if line is None:
                return None
            row = self._by_id[place_id] = read_row(line)
        return row

    def _row(self, number: int) -> Row:
        row = self._rows.get(number)
        if row is None:
            row = self._rows[number] = read_row(self._lines[number])
        return row


def _no_sounds(_country: str) -> SortedLines:
    return SortedLines(b"")


def _no_lines() -> SortedLines:
    return SortedLines(b"")


def county_of(city: Place) -> Place:
    """The county named after a city: another place than the city, though the name is the same."""
    county_id = _COUNTY + city.id.removeprefix(_CITY)
    return replace(city, id=county_id, name=f"{city.name} County", level=Level.COUNTY, population=0)
