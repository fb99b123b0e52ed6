from __future__ import annotations

from tests.factories.telling import bond_of, told

from peyvand.core.ledger.bond import Fact, Finding


def found(code: str, *facts: Fact) -> list[Finding]:
    return [finding for finding in bond_of(*facts).findings if finding.code == code]


def keys(*facts: Fact) -> tuple[str, ...]:
    return tuple(sorted(fact.statement.key for fact in facts))


def test_sources_that_name_different_days_for_one_signing():
    facts = [told("signing", when=when, by=when) for when in ("1998-03-01", "2000-05-01", "2000-05-02")]

    (finding,) = found("dates_disagree", *facts)

    assert finding.statements == keys(*facts)
    assert dict(finding.details)["dates"] == "1998-03-01 2000-05-01 2000-05-02"


def test_memoranda_of_different_years_are_no_dispute():
    assert found("dates_disagree", *(told("signing", when=y, by=y, instrument="mou") for y in ("1998", "2004"))) == []


def test_a_tie_signed_anew_after_its_end_is_no_dispute():
    signings = [told("signing", when=when, by=when) for when in ("1998-03-01", "2012-05-01")]

    assert found("dates_disagree", *signings, told("termination", when="2005-01-01", by="end")) == []
    assert len(found("dates_disagree", *signings, told("termination", when="2015-01-01", by="end"))) == 1


def test_one_source_that_names_two_days_does_not_disagree_with_itself():
    assert found("dates_disagree", *(told("signing", when=when) for when in ("2000-05-01", "2000-05-02"))) == []


def test_a_tie_said_to_stand_before_it_was_signed():
    claim = told("standing", when="1998", by="row", kind="dataset_row")

    assert len(found("dates_disagree", claim, told("signing", when="2000", by="text"))) == 1
    assert found("dates_disagree", told("standing", when="2005", by="row"), told("signing", when="2000", by="t")) == []


def test_one_signing_under_two_instruments():
    facts = [told("signing", when="2024-09-25", by=kind, instrument=kind) for kind in ("mou", "sister_city")]

    assert [finding.statements for finding in found("instrument_disagrees", *facts)] == [keys(*facts)]


def test_a_tie_that_a_later_source_still_wishes_for():
    row = told("standing", by="row", kind="dataset_row", published="2016-09-01")
    wish = told("signing", "wished", by="press", published="2024-06-01")

    assert [finding.statements for finding in found("stage_disagrees", row, wish)] == [keys(row, wish)]
    early = told("signing", "wished", by="press", published="2010-06-01")
    assert found("stage_disagrees", row, early) == []


def test_a_source_that_has_the_tie_signed_and_still_to_sign():
    facts = [told("signing", when="2024-06", published=None), told("signing", "planned", "2025-04", published=None)]

    assert [finding.statements for finding in found("stage_disagrees", *facts)] == [keys(*facts)]


def test_a_stopped_tie_that_a_later_source_says_stands():
    stop = told("suspension", when="2010-01-01", by="resolution", sides=(1,))
    lists = told("standing", by="list", published="2020-01-01")

    assert [finding.statements for finding in found("stage_disagrees", stop, lists)] == [keys(stop, lists)]


def test_done_before_it_was_done():
    early = told("signing", when="2025-05-01", published="2025-04-01")

    (finding,) = found("impossible_order", early)

    assert dict(finding.details)["order"] == "told_before_done"


def test_an_end_before_the_beginning():
    signed = told("signing", when="2010", by="a")

    assert len(found("impossible_order", signed, told("termination", when="2005", by="b"))) == 1
    assert len(found("impossible_order", told("suspension", when="2012"), told("resumption", when="2011"))) == 1
    assert found("impossible_order", signed, told("termination", when="2015", by="b")) == []


def test_a_gate_that_closed_after_the_signature():
    signed = told("signing", when="2020-01-01", by="a")
    late = told("approval", when="2020-02-01", by="b", acts=(0,), authority="city_council")
    early = told("approval", when="2019-02-01", by="c", acts=(0,), authority="city_council")

    assert [finding.statements for finding in found("approval_after_signature", signed, late)] == [keys(signed, late)]
    assert found("approval_after_signature", signed, late, early) == []
    assert found("approval_after_signature", signed, late, told("renewal", when="2020-01-15")) != []
    assert found("approval_after_signature", signed, late, told("renewal", when="2020-03-01", by="d")) == []
