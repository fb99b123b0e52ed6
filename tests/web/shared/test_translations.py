from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from peyvand.web.shared import translations
from peyvand.web.shared.translations import CATALOGUE, catalogue_faults, compile_catalogue, gather, source_faults


def test_everything_is_said_in_persian() -> None:
    assert list(catalogue_faults(CATALOGUE)) == []


def test_no_f_string_is_to_be_translated() -> None:
    assert list(source_faults(translations.PACKAGE)) == []


@pytest.fixture
def wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that says two things."""
    said = Catalog(locale="fa", domain="django")
    said.add("Cities of {place}")
    said.add(("{n} bond", "{n} bonds"))
    monkeypatch.setattr(translations, "_wanted", lambda: said)


def catalogue(folder: Path, **said: str) -> Path:
    made = Catalog(locale="fa", domain="django", fuzzy=False)
    if "cities" in said:
        made.add("Cities of {place}", said["cities"], flags=["fuzzy"] if said.get("unsure") else [])
    if "bonds" in said:
        made.add(("{n} bond", "{n} bonds"), (said["bonds"],))
    path = folder / "django.po"
    with path.open("wb") as file:
        write_po(file, made)
    return path


@pytest.mark.usefixtures("wanted")
def test_a_gap_is_found(tmp_path: Path) -> None:
    assert list(catalogue_faults(catalogue(tmp_path, cities="شهرهای {place}"))) == ["no Persian for '{n} bond'"]


@pytest.mark.usefixtures("wanted")
def test_a_lost_placeholder_is_found(tmp_path: Path) -> None:
    faults = catalogue_faults(catalogue(tmp_path, cities="شهرها", bonds="{n} پیوند"))

    assert list(faults) == ["other placeholders in the Persian of 'Cities of {place}'"]


@pytest.mark.usefixtures("wanted")
def test_unsure_words_are_found(tmp_path: Path) -> None:
    faults = catalogue_faults(catalogue(tmp_path, cities="شهرهای {place}", bonds="{n} پیوند", unsure="yes"))

    assert list(faults) == ["unsure Persian for 'Cities of {place}'"]


@pytest.mark.usefixtures("wanted")
def test_gathering_keeps_what_is_said_and_drops_what_is_not(tmp_path: Path) -> None:
    path = catalogue(tmp_path, cities="شهرهای {place}")

    gather(path)

    assert list(catalogue_faults(path)) == ["no Persian for '{n} bond'"]


def test_an_f_string_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text('x = 1\nprint(_(f"{x} cities"))\n', "utf-8")

    assert list(source_faults(tmp_path)) == ["one.py:2: an f-string cannot be translated"]


def test_words_inside_an_f_string_are_found(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("a = f'{_(name)}'\nb = f'{_(\"words\")}'\n", "utf-8")

    assert list(source_faults(tmp_path)) == ["one.py:2: words inside an f-string are not gathered"]


def test_the_catalogue_is_compiled_beside_itself(tmp_path: Path) -> None:
    compiled = compile_catalogue(catalogue(tmp_path, cities="شهرهای {place}"))

    assert compiled.read_bytes()[:4] == b"\xde\x12\x04\x95"
