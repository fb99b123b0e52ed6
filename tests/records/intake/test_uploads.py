"""Lists that members bring: kept, looked at, and entered in stretches."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import LazySettings
from tests.factories.members import member
from tests.factories.tables import WORLD, separated

import peyvand.lexicon
from peyvand.adapters.imports.limits import LIMITS
from peyvand.adapters.imports.table import UnreadableTable
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.intake import batches, uploads
from peyvand.records.intake.uploads import Facts, TooLarge, begun, bring, drop, enter_for, look, say, upload_of

pytestmark = pytest.mark.django_db
ROWS = [
    ("شهر", "کشور", "تاریخ امضا"),
    ("قازان", "روسیه", "1394/01/20"),
    ("هیچ‌شهر", "آلمان", ""),
    ("فرایبورگ", "آلمان", "سیزدهم"),
]
OWN = Facts(city="geonames:418863")


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: WORLD)
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def officer() -> Member:
    return member("mina")


def test_a_list_is_looked_at_and_nothing_is_written(officer: Member) -> None:
    looked = look(bring(separated(ROWS), "list.csv", OWN, by=officer))

    assert looked.batch
    assert looked.compared
    assert (len(looked.compared.new), len(looked.batch.rejected), looked.batch.waiting_rows) == (1, 1, 1)


def test_what_is_said_of_it_changes_how_it_is_read(officer: Member) -> None:
    upload = bring(separated(ROWS), "list.csv", OWN, by=officer)
    told = say(upload, replace(OWN, columns={"3": "-"}, places=(("هیچ‌شهر", "آلمان", "geonames:9000"),)))
    looked = look(told)

    assert looked.batch
    assert (looked.batch.rejected, looked.batch.waiting, len(looked.batch.items)) == ((), (), 3)
    assert upload_of(upload.key, by=officer) == replace(told, touched=upload_of(upload.key, by=officer).touched)  # type: ignore[union-attr]


def test_what_cannot_be_understood_still_shows_its_columns(officer: Member) -> None:
    unheaded = look(bring(separated([("xq", "zq"), ("qq", "vq")]), "x.csv", OWN, by=officer))
    twice = look(bring(separated(ROWS), "y.csv", replace(OWN, columns={"1": "partner", "2": "partner"}), by=officer))

    for looked, code in ((unheaded, "no_header"), (twice, "field_twice")):
        assert isinstance(looked.fault, UnreadableTable)
        assert (looked.fault.code, looked.batch) == (code, None)
        assert looked.layout


def test_it_is_entered_in_stretches(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "_STEP", 1)
    rows = [("شهر", "کشور"), ("قازان", "روسیه"), ("فرایبورگ", "آلمان"), ("پونا", "هند")]
    upload = bring(separated(rows), "list.csv", OWN, by=officer)
    batch = look(upload).batch
    assert batch

    assert not enter_for(batch, OWN, -1.0, by=officer)
    compared = look(upload).compared
    assert compared
    assert (compared.known, len(compared.new)) == (1, 2)
    assert enter_for(batch, OWN, 60.0, by=officer)


def test_lists_are_for_who_brought_them_and_who_sees_all(officer: Member) -> None:
    partner, other = member("ali", role=Role.PARTNER), member("sara", role=Role.PARTNER)
    upload = bring(separated(ROWS), "../list.csv", OWN, by=partner)

    assert upload.name == "list.csv"
    assert (upload_of(upload.key, by=other), upload_of("../../etc/passwd", by=partner)) == (None, None)
    assert upload_of(upload.key, by=officer) is not None
    assert ([one.key for one in begun(by=partner)], begun(by=officer)) == ([upload.key], [])
    with pytest.raises(NotAllowed):
        bring(b"", "x", OWN, by=member("reza", role=Role.COUNCIL_READER))


def test_lists_go_when_they_are_done_or_old(officer: Member, home: Path) -> None:
    upload = bring(separated(ROWS), "list.csv", OWN, by=officer)
    drop(upload)
    old = bring(separated(ROWS), "list.csv", OWN, by=officer)
    for path in (home / "uploads").iterdir():
        os.utime(path, (0, 0))
    bring(b"x", "x.csv", OWN, by=officer)

    assert upload_of(old.key, by=officer) is None
    assert len(list((home / "uploads").iterdir())) == 2


def test_a_file_beyond_the_limit_is_refused(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LIMITS", replace(LIMITS, bytes=3))
    with pytest.raises(TooLarge):
        bring(b"four", "x.csv", OWN, by=officer)
