from __future__ import annotations

from tests.factories.telling import bond_of, told

from peyvand.core.ledger.bond import Fact, Finding


def exceeding(*facts: Fact) -> list[Finding]:
    return [finding for finding in bond_of(*facts).findings if finding.code == "headline_exceeds_body"]


def test_a_headline_that_the_body_bears_out_is_none():
    assert exceeding(told("signing", part="title"), told("signing")) == []
    assert exceeding(told("signing", "planned", part="title"), told("signing")) == []
    assert exceeding(told("signing", instrument=None, part="title"), told("signing", instrument="mou")) == []


def test_a_higher_stage_in_the_headline():
    title, body = told("signing", part="title"), told("signing", "planned", "2025-05-01")

    (finding,) = exceeding(title, body)

    assert finding.statements == (title.statement.key, body.statement.key)
    assert dict(finding.details) == {
        "title_event": "signing",
        "title_modality": "done",
        "title_instrument": "sister_city",
        "body_event": "signing",
        "body_modality": "planned",
        "body_instrument": "sister_city",
    }


def test_a_higher_instrument_in_the_headline():
    assert len(exceeding(told("standing", part="title"), told("signing", instrument="mou"))) == 1


def test_a_headline_alone_is_borne_out_by_nothing():
    assert len(exceeding(told("signing", part="title"))) == 1


def test_another_source_does_not_bear_a_headline_out():
    assert len(exceeding(told("signing", part="title", by="a"), told("signing", by="b"))) == 1


def test_a_visit_in_the_headline_goes_by_the_visits_of_the_body():
    title = told("visit", "planned", part="title", instrument=None)

    assert len(exceeding(title, told("visit", "wished", instrument=None))) == 1
    assert exceeding(title, told("signing", "wished")) == []
    assert len(exceeding(title, told("visit", instrument=None), told("visit", "wished", instrument=None))) == 1
    assert exceeding(title, told("visit", instrument=None)) == []


def test_copies_of_a_headline_are_one_finding():
    copies = [told("signing", part="title", by=by, cluster="x") for by in ("a", "b")]

    assert len(exceeding(*copies)) == 1
