from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.tables import WORLD, separated, workbook

import peyvand.lexicon
from peyvand.adapters.imports.endpoint import Endpoint
from peyvand.records.accounts.permissions import Role
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.queries import head
from peyvand.records.register.outgoing import outgoing

pytestmark = pytest.mark.django_db
HEADINGS = ("شهر", "کشور", "تاریخ امضا", "وضعیت")
OFFICE = [
    HEADINGS,
    ("قازان", "روسیه", "1394/01/20", "برقرار"),
    ("فرایبورگ", "آلمان", "1379/08/06", "معلق"),
    ("هیچ‌شهر", "آلمان", "", ""),
    ("پونا", "هند", "79/1/1", ""),
]
PAIRS = [
    ("city1", "country1", "city2", "country2"),
    ("Isfahan", "Iran", "Kazan", "Russia"),
    ("Pune", "India", "Columbus", "United States"),
]


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: WORLD)


@pytest.fixture
def office_list(tmp_path: Path) -> Path:
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook(OFFICE))
    return path


@pytest.fixture
def pairs_list(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_bytes(separated(PAIRS))
    return path


@pytest.fixture
def mina(db: None) -> None:
    member("mina")


@pytest.mark.usefixtures("mina")
def test_dry_run_shows_how_rows_are_read_and_writes_nothing(peyvand: Run, office_list: Path) -> None:
    status, out, _ = peyvand("import", "office", office_list, "--city", "Isfahan", "--dry-run")

    assert (status, Entry.objects.count()) == (1, 0)
    lines = out.splitlines()
    assert lines[1] == "columns: شهر → partner, کشور → partner_country, تاریخ امضا → date, وضعیت → status"
    assert lines[2].startswith("  2: Isfahan (Isfahan, IR; identity) – قازان (Kazan, RU; country_said) · signing")
    assert "new 3 · known 0 · repeated 0 · waiting 1 · rejected 1 · withdrawn 0" in lines
    assert "row 5: This is no date that can be read: 79/1/1  «پونا\tهند\t79/1/1»" in lines
    assert any(line.startswith("row 4: waits: هیچ‌شهر (آلمان): no such place is known") for line in lines)
    assert lines[-1] == "Nothing was written."


@pytest.mark.usefixtures("mina")
def test_list_is_entered_and_accepted_as_one_batch(peyvand: Run, office_list: Path) -> None:
    status, out, _ = peyvand("import", "office", office_list, "--city", "Isfahan", "--accept", "--format", "json")

    told = json.loads(out)
    assert (status, told["entered"], told["accepted"], told["counts"]["new"]) == (1, True, True, 3)
    shown = json.loads(peyvand("show", "Isfahan", "Freiburg", "--format", "json")[1])
    (bond,) = shown["bonds"]
    states = {side["place"]["name"]: side["standing"]["state"] for side in bond["sides"]}
    assert states == {"Isfahan": "suspended", "Freiburg": "in_force"}


@pytest.mark.usefixtures("mina")
def test_taking_in_again_adds_nothing(peyvand: Run, office_list: Path) -> None:
    peyvand("import", "office", office_list, "--city", "Isfahan", "--accept")
    before = head()

    out = peyvand("import", "office", office_list, "--city", "Isfahan", "--accept")[1]

    assert (head(), "new 0 · known 3" in out, out.splitlines()[-1]) == (before, True, "accepted as one batch")


@pytest.mark.usefixtures("mina")
def test_names_that_wait_are_filled_in_and_come_back(peyvand: Run, pairs_list: Path, tmp_path: Path) -> None:
    waiting = tmp_path / "waiting.csv"
    first, _, _ = peyvand("import", "pairs", pairs_list, "--accept", "--waiting", waiting)
    with waiting.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    rows[1][2] = "geonames:4256038"
    waiting.write_bytes(separated(rows))

    second, out, _ = peyvand("import", "pairs", pairs_list, "--accept", "--places", waiting)

    assert [row[:3] for row in rows] == [["name", "country", "place id"], ["Columbus", "United States", rows[1][2]]]
    assert (first, second, "new 1 · known 1" in out) == (1, 0, True)
    assert peyvand("show", "geonames:4256038", "Pune")[0] == 0


@pytest.mark.usefixtures("mina")
def test_row_that_a_newer_file_dropped_is_told(peyvand: Run, pairs_list: Path, tmp_path: Path) -> None:
    newer = tmp_path / "newer.csv"
    newer.write_bytes(separated([PAIRS[0], ("Isfahan", "Iran", "Freiburg", "Germany")]))
    peyvand("import", "pairs", pairs_list, "--accept", "--origin", "encyclopedia")

    out = peyvand("import", "pairs", newer, "--accept", "--origin", "encyclopedia")[1]

    assert "new 1 · known 0 · repeated 0 · waiting 0 · rejected 0 · withdrawn 1" in out
    assert "row_withdrawn" in peyvand("audit", "Kazan")[1]


@pytest.mark.usefixtures("mina")
def test_older_file_of_a_list_is_wrong_usage(peyvand: Run, pairs_list: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.csv"
    older.write_bytes(separated(PAIRS[:2]))
    peyvand("import", "pairs", pairs_list, "--origin", "e", "--published", "2024-02-01")

    status, _, err = peyvand("import", "pairs", older, "--origin", "e", "--published", "1400-01-01")

    assert (status, "2024-02-01" in err) == (2, True)


@pytest.mark.usefixtures("mina")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.csv"], "There is no such file."),
        (["{list}"], "No column was understood as city"),
        (["{list}", "--city", "Isfahan", "--map", "x=date"], "There is no column x"),
        (["{list}", "--city", "Isfahan", "--map", "شهر=town"], "There is no field town"),
        (["{list}", "--city", "Nowhere"], "No place is called Nowhere."),
        (["{list}", "--as", "nobody"], "There is no member nobody."),
        (["{list}", "--city", "Isfahan", "--sheet", "x"], "The workbook has no sheet x"),
    ],
)
def test_wrong_usage_is_told_and_changes_nothing(
    arguments: list[str], said: str, peyvand: Run, office_list: Path
) -> None:
    status, _, err = peyvand("import", "office", *(each.format(list=office_list) for each in arguments))

    assert (status, said in err, Entry.objects.count()) == (2, True, 0)


def test_who_may_not_enter_is_told(peyvand: Run, pairs_list: Path) -> None:
    member("sara", role=Role.AUDITOR)

    status, _, err = peyvand("import", "pairs", pairs_list)

    assert (status, "statement.propose" in err, Entry.objects.count()) == (2, True, 0)


@pytest.mark.usefixtures("mina")
def test_internal_list_is_not_for_everybody(peyvand: Run, pairs_list: Path) -> None:
    peyvand("import", "pairs", pairs_list, "--accept", "--internal")

    assert peyvand("show", "Isfahan", "Kazan")[0] == 0
    assert list(outgoing()) == []


def test_an_endpoint_is_asked_for_what_it_has(monkeypatch: pytest.MonkeyPatch, peyvand: Run, mina: None) -> None:
    asked: list[tuple[str, str]] = []
    answer = {
        "head": {"vars": ["item", "itemLabel", "itemGeonames", "partner", "partnerLabel", "partnerGeonames"]},
        "results": {"bindings": [{
            name: {"type": "literal", "value": value}
            for name, value in (
                ("item", "Q42053"), ("itemLabel", "Isfahan"), ("itemGeonames", "418863"),
                ("partner", "Q900"), ("partnerLabel", "Kazan"), ("partnerGeonames", "551487"),
            )
        }]},
    }  # fmt: skip

    def twins(self: Endpoint, place: str, _progress: object) -> bytes:
        asked.append((str(self.address), place))
        return json.dumps(answer).encode()

    monkeypatch.setattr(Endpoint, "twins", twins)
    address = "https://query.example.org/sparql"
    status, out, _ = peyvand("import", "wikidata", address, "--city", "Isfahan", "--format", "json", "--dry-run")

    assert (status, asked) == (0, [(address, "geonames:418863")])
    assert json.loads(out)["counts"]["new"] == 1
    assert peyvand("import", "pairs", address, "--as", "mina")[0] == 2
    assert peyvand("import", "wikidata", "http://127.0.0.1/sparql", "--as", "mina")[0] == 1
