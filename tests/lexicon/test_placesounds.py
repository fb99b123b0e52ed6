from __future__ import annotations

from peyvand.core.gazetteer import Place
from peyvand.lexicon.placesounds import sound_lines, world_lines

TOWN = Place(id="geonames:7", name="Sebes", country="RO", population=900)
CITY = Place(id="geonames:8", name="Brasov", country="RO", population=250_000)


def test_lines_of_a_country_are_sorted_and_keep_the_name_with_its_marks() -> None:
    lines = sound_lines([(TOWN, ("Sebeș", "Sebeš", "Mühlbach"))])

    assert list(lines) == ["RO"]
    assert sorted(lines["RO"]) == lines["RO"]
    assert {line.split("\t")[2] for line in lines["RO"]} == {"Sebes", "Sebeș", "Mühlbach"}


def test_small_place_has_no_further_name_that_sounds_the_same() -> None:
    assert all("Sabesh" not in line for line in sound_lines([(TOWN, ("Sebeș", "Sabesh"))])["RO"])
    assert any("Brassov" in line for line in sound_lines([(CITY, ("Brașov", "Brassov"))])["RO"])


def test_other_scripts_have_no_lines() -> None:
    assert all("Себеш" not in line for line in sound_lines([(TOWN, ("Sebeș", "Себеш"))])["RO"])


def test_world_has_the_usual_names_of_larger_towns_with_their_country() -> None:
    assert world_lines([(TOWN, ("Sebeș",)), (CITY, ("Brașov", "Kronstadt"))]) == [
        "prs\tgeonames:8\tBrasov\tRO",
        "prs\tgeonames:8\tBrașov\tRO",
    ]
