from __future__ import annotations

import re

from tests.factories.telling import bond_of, told
from tests.web.telling.test_sentence import APPROVED, KAZAN

from peyvand.web.shared.naming import Naming
from peyvand.web.telling.ladder import steps


def rungs(bond, naming: Naming) -> list[tuple[str, str]]:  # type: ignore[no-untyped-def]
    return [(step.label, step.state) for step in steps(bond, naming)]


def test_the_ladder_climbs_to_what_is_planned(fa: Naming) -> None:
    assert rungs(bond_of(*KAZAN, on="2025-04-08"), fa) == [
        ("پیشنهاد", "done"),
        ("شورای شهر", "done"),
        ("وزارت کشور", "done"),
        ("وزارت امور خارجه", "done"),
        ("تدوین متن", "done"),
        ("امضا", "planned"),
        ("خواهرخوانده", "open"),
    ]


def test_what_is_not_reported_stays_open(en: Naming) -> None:
    assert rungs(bond_of(*APPROVED[:1]), en) == [
        ("City council", "done"),
        ("Ministry of the Interior", "open"),
        ("Ministry of Foreign Affairs", "open"),
        ("Drafting of the text", "open"),
        ("Signing", "open"),
        ("Sister city", "open"),
    ]


def test_what_is_signed_has_its_way_behind_it(en: Naming) -> None:
    assert rungs(bond_of(told("signing", when="2000-10-27")), en) == [("Signing", "done"), ("Sister city", "done")]


def test_a_suspension_breaks_the_ladder(en: Naming) -> None:
    bond = bond_of(
        told("signing", when="2000-10-27"), told("suspension", when="2023-01-24", acts=(1,), sides=(1,), by="post")
    )

    assert rungs(bond, en) == [("Signing", "done"), ("Suspension", "broken"), ("Sister city", "broken")]
    assert steps(bond, en)[1].note == "by Kazan"


def test_each_rung_leads_to_its_proof(en: Naming) -> None:
    (signing, goal) = steps(bond_of(told("signing", when="2000-10-27")), en)

    assert re.fullmatch(r"event-[\w-]+", signing.proof)
    assert (signing.when.main if signing.when else "", goal.proof) == ("27 October 2000", "")


def test_a_visit_has_no_ladder(en: Naming) -> None:
    assert steps(bond_of(told("visit", instrument=None)), en) == ()
