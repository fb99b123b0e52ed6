from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.factories.telling import NOON, OURS, told

from peyvand.core.ledger.bond import Bond, Fact, SourceBrief
from peyvand.core.ledger.claim import CountClaim, CountFact, CountResolution
from peyvand.core.ledger.counts import (
    Counted,
    Member,
    Ordinal,
    compare_claim,
    count_findings,
    count_sisters,
    differences_of_city,
    ordinal_of,
)
from peyvand.core.ledger.fold import fold_bond
from peyvand.core.ledger.policy import CountRule
from peyvand.core.text import Part, Span

TODAY = date(2025, 6, 2)
NAMES = {"signed": "s", "documented": "d", "memorandum": "m", "claimed": "c", "stopped": "x", "planned": "p"}


def bond(partner: str, *facts: Fact, on: date = TODAY) -> Bond:
    placed = [replace(fact, resolution=replace(fact.resolution, places=(OURS, partner))) for fact in facts]
    return fold_bond(placed, places=(OURS, partner), countries=("IR", "RU"), as_of=on)


def bonds(on: date = TODAY) -> list[Bond]:
    vote = told("approval", when="2009-01-01", acts=(0,), sides=(0,), authority="city_council")
    return [
        bond("s", told("signing", when="2010-05-01"), vote, on=on),
        bond("d", told("signing", when="2000-05-01", kind="signed_text", speaks_for=OURS), on=on),
        bond("m", told("signing", when="2020", instrument="mou"), on=on),
        bond("c", told("standing", kind="dataset_row", published="2016-01-01"), on=on),
        bond("x", told("signing", when="1990"), told("suspension", when="2001", sides=(0,)), on=on),
        bond("p", told("signing", "planned", "2025-04-09"), on=on),
    ]


def counted(rule: CountRule) -> Counted:
    return count_sisters(bonds(), OURS, rule, TODAY)


def claim(n: int, kind: str = "total", partner: str | None = None, published: date | None = None) -> CountFact:
    said = CountClaim(capture="k", span=Span(0, 4), part=Part.BODY, city="Ours", n=n, kind=kind, partner=partner)
    return CountFact(
        claim=said,
        resolution=CountResolution(claim=said.key, city=OURS, partner=partner),
        source=SourceBrief(capture="k", published=published),
        quote="",
        accepted_at=NOON,
    )


def test_every_rule_returns_its_list():
    assert {rule: counted(rule).places for rule in CountRule} == {
        CountRule.ANY_SIGNED_TEXT: ("d", "s"),
        CountRule.DOCUMENTED_ONLY: ("d",),
        CountRule.CLAIR_THREE_TESTS: ("s",),
        CountRule.CITY_SAYS: ("d",),
    }


def test_what_does_not_count_has_its_reason():
    left_out = [member for member in counted(CountRule.ANY_SIGNED_TEXT).members if not member.counts]

    assert {member.place: member.reason for member in left_out} == {
        "c": "no_signing",
        "m": "lower_instrument",
        "p": "no_tie",
        "x": "suspended",
    }


def test_the_word_of_the_city_counts_until_it_ends_the_tie():
    says = bond("w", told("standing", sides=(0,), speaks_for=OURS))
    ended = bond("e", told("standing", when="2001", sides=(0,), speaks_for=OURS), told("termination", when="2010"))

    assert count_sisters([says, ended], OURS, CountRule.CITY_SAYS, TODAY).places == ("w",)


def test_an_ordinal_goes_by_the_days_and_is_open_where_they_are():
    dated = counted(CountRule.ANY_SIGNED_TEXT)
    undated = replace(dated, members=(*dated.members, Member("u", counts=True, reason="counts")))

    assert (ordinal_of(dated, "d"), ordinal_of(dated, "s")) == (Ordinal(1, 1), Ordinal(2, 2))
    assert (ordinal_of(undated, "s"), ordinal_of(undated, "u")) == (Ordinal(2, 3), Ordinal(1, 3))
    assert ordinal_of(dated, "p") is None


def test_a_claim_is_compared_with_the_count():
    dated = counted(CountRule.ANY_SIGNED_TEXT)

    assert [compare_claim(claim(n), dated).gap for n in (1, 2, 5)] == [-1, 0, 3]
    assert compare_claim(claim(5), dated).members == dated.members


def test_a_partner_to_come_would_be_the_next():
    difference = compare_claim(claim(16, "ordinal", "p"), counted(CountRule.ANY_SIGNED_TEXT))

    assert (difference.counted, difference.gap) == (Ordinal(3, 3), 13)


def test_a_claim_that_the_count_does_not_confirm_is_a_finding():
    sixteenth = claim(16, "ordinal", "p")

    differences = differences_of_city(OURS, [sixteenth], as_of=TODAY, bonds_on=bonds)
    (finding,) = count_findings(differences)

    assert [(one.rule, one.gap) for one in differences] == list(zip(CountRule, (13, 14, 14, 14), strict=True))
    assert [one.members for one in differences] == [counted(rule).members for rule in CountRule]
    assert (finding.code, finding.statements) == ("count_differs", (sixteenth.claim.key,))
    assert dict(finding.details) == {
        "claimed": "16",
        "kind": "ordinal",
        "partner": "p",
        "on": "2025-06-02",
        "any_signed_text": "3",
        "documented_only": "2",
        "clair_three_tests": "2",
        "city_says": "2",
    }


def test_a_claim_is_held_against_its_own_day():
    def one_tie(on: date) -> list[Bond]:
        vote = told("approval", when="1999-01-01", acts=(0,), sides=(0,), authority="city_council")
        return [bond("d", told("signing", when="2000-05-01", kind="signed_text", speaks_for=OURS), vote, on=on)]

    before, after = claim(0, published=date(1999, 1, 1)), claim(1, published=date(2001, 1, 1))

    assert differences_of_city(OURS, [before, after], as_of=TODAY, bonds_on=one_tie) == ()
    assert differences_of_city(OURS, [claim(9, published=date(2026, 1, 1))], as_of=TODAY, bonds_on=one_tie) == ()
    assert differences_of_city("elsewhere", [claim(9)], as_of=TODAY, bonds_on=one_tie) == ()
