from __future__ import annotations

import json
from typing import Any

from tests.factories.towns import reading

from peyvand.core.reading import as_json

NEWS = """کاشمر و اوش خواهرخوانده شدند

پرویز ایلخانی، شهردار کاشمر، گفت: شورای شهر کاشمر در ۲ مهر ۱۴۰۱ خواهرخواندگی با اوش را تصویب کرد.

پیمان خواهرخواندگی کاشمر و اوش در تالار شهر امضا شد. اوش سومین خواهرخوانده کاشمر است.

دو شهر در زمینه گردشگری همکاری می‌کنند."""


def written() -> dict[str, Any]:
    return as_json(reading(NEWS))


def test_a_reading_is_plain_json() -> None:
    found = written()
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    assert list(found) == ["source", "statements", "counts", "areas", "people"]
    assert list(found["source"]) == ["path", "title", "publisher", "published", "code", "tags", "language"]


def test_the_text_is_added_where_it_is_asked_for() -> None:
    assert as_json(reading(NEWS), with_text=True)["source"]["text"] == NEWS


def test_a_statement_has_everything_that_others_rely_on() -> None:
    signing = next(one for one in written()["statements"] if one["event"] == "signing")
    assert list(signing) == [
        "id", "event", "code", "cities", "instrument", "instrument_word", "modality", "date", "date_text", "date_basis",
        "date_said", "authority", "place", "part", "speaker", "acts", "sides", "evidence",
    ]  # fmt: skip
    assert [city["name"] for city in signing["cities"]] == ["Kashmar", "Osh"]
    assert set(signing["cities"][0]) == {"id", "name", "country"}
    assert (signing["modality"], signing["instrument"], signing["place"]) == ("done", "sister_city", "تالار شهر")
    assert signing["acts"] == signing["sides"] == [city["id"] for city in signing["cities"]]
    at = signing["evidence"]
    assert NEWS[at["start"] : at["end"]] == at["text"]


def test_a_leave_says_whose_it_is_and_when() -> None:
    leave = next(one for one in written()["statements"] if one["event"] == "approval")
    assert leave["authority"]["type"] == "city_council"
    assert leave["authority"]["place"]["name"] == "Kashmar"
    assert (leave["date"], leave["date_text"]) == ("2022-09-24", "۲ مهر ۱۴۰۱")
    assert set(leave["date_said"]) == {"calendar", "value", "text"}
    assert leave["speaker"] == "پرویز ایلخانی"


def test_counts_areas_and_people_carry_their_evidence() -> None:
    found = written()
    (count,) = found["counts"]
    assert (count["city"]["name"], count["n"], count["kind"], count["partner"]["name"]) == (
        "Kashmar", 3, "ordinal", "Osh",
    )  # fmt: skip
    assert [area["area"] for area in found["areas"]] == ["tourism"]
    (person,) = found["people"]
    assert (person["name"], person["role"], person["body"]) == ("پرویز ایلخانی", "mayor", "Kashmar")
    for one in (count, person, *found["areas"]):
        assert NEWS[one["evidence"]["start"] : one["evidence"]["end"]] == one["evidence"]["text"]


def test_keys_are_those_of_the_statements() -> None:
    assert [one["id"] for one in written()["statements"]] == [
        proposal.statement.key for proposal in reading(NEWS).statements
    ]
