from __future__ import annotations

import pytest
from tests.factories.telling import OURS, THEIRS, bond_of, codes, told

from peyvand.core.ledger.bond import Finding
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.findings import _SENTENCES, _TITLES, finding_notes
from peyvand.web.telling.said import Shelf

EMPTY = Shelf(statements={}, claims={}, sources={}, texts={})
# What the ledger's finders put into `details`, by code.
DETAILS: dict[str, dict[str, str]] = {
    "approval_after_signature": {"event": "approval", "authority": "city_council", "dates": "2025-04-09 2025-04-01"},
    "calendars_disagree": {"date_text": "۵ مه برابر ۱۷ اردیبهشت", "date": "2024-05-05"},
    "club_as_pairs": {"pairs": "351"},
    "contested": {"event": "signing", "instrument": "sister_city", "date": "2020-01-02"},
    "count_differs": {
        "claimed": "16", "kind": "ordinal", "partner": THEIRS, "on": "2025-04-06",
        "any_signed_text": "15", "documented_only": "3", "clair_three_tests": "2", "city_says": "14-15",
    },
    "barred_by_law": {"side": OURS, "law": "قانون پیوند شهرها", "since": "2025-09-01"},
    "dates_disagree": {"event": "signing", "instruments": "sister_city", "dates": "2025-04-09 2025-04-10"},
    "headline_exceeds_body": {
        "title_event": "signing", "title_modality": "planned", "title_instrument": "sister_city",
        "body_event": "signing", "body_modality": "wished", "body_instrument": "sister_city",
    },
    "impossible_order": {"order": "told_before_done"},
    "instrument_disagrees": {"event": "signing", "instruments": "mou sister_city", "dates": "2025-04-09 2025-04-09"},
    "level_mixed": {OURS: "city", THEIRS: "province"},
    "namesake_suspected": {"partners": f"{OURS} {THEIRS}"},
    "no_primary_source": {},
    "one_sided": {"side": OURS, "silent": THEIRS},
    "order_open": {"side": OURS, "shown": "suspended"},
    "planned_past": {"event": "signing", "instrument": "sister_city", "date": "2025-04-09"},
    "row_withdrawn": {"capture": "newer", "on": "2024-02-01"},
    "stage_disagrees": {"event": "signing", "instruments": "sister_city", "dates": "2025-04-09 ?"},
    "stale": {"last_evidence": "2020-01-01"},
    "totals_differ": {"claimed": "16", "listed": "15"},
    "two_names": {"place": THEIRS, "names": "قازان | کازان"},
    "vague_date_alone": {"event": "visit", "instrument": "", "date": "2024"},
    "verdict_forked": {},
}  # fmt: skip


def finding(code: str) -> Finding:
    return Finding(code=code, statements=("k",), details=tuple(DETAILS[code].items()))


def note(code: str, naming: Naming) -> tuple[str, str]:
    (made,) = finding_notes([finding(code)], EMPTY, naming)
    return made.title, made.words


def test_every_code_has_its_title_and_its_sentence() -> None:
    assert set(_TITLES) == set(_SENTENCES) == set(DETAILS)


@pytest.mark.parametrize("code", DETAILS)
def test_every_finding_is_a_whole_sentence_in_english(en: Naming, code: str) -> None:
    assert note(code, en)[1].endswith(".")


@pytest.mark.parametrize("code", DETAILS)
def test_every_finding_is_a_whole_sentence_in_persian(fa: Naming, code: str) -> None:
    title, words = note(code, fa)

    assert words.endswith(".")
    assert not any(letter.isascii() and letter.isalpha() for letter in title + words)


def test_a_count_is_set_beside_the_registers_own(en: Naming) -> None:
    assert note("count_differs", en)[1] == (
        "A source calls Kazan the 16th. As of 6 April 2025 the register counts: 15 by “any signed text”; "
        "3 by “documented only”; 2 by “CLAIR’s three tests”; 14–15 by “what the city says”."
    )


def test_a_headline_is_set_beside_its_text(en: Naming) -> None:
    assert note("headline_exceeds_body", en)[1] == (
        "The headline says “Signing of a sister-city agreement, planned”; "
        "the text below it says no more than “Signing of a sister-city agreement, wished”."
    )


def test_contradictions_come_before_gaps(en: Naming) -> None:
    notes = finding_notes([finding("stale"), finding("one_sided"), finding("planned_past")], EMPTY, en)

    assert [one.gap for one in notes] == [False, True, True]


def test_an_unknown_code_shows_itself(en: Naming) -> None:
    (made,) = finding_notes([Finding(code="new_kind", statements=())], EMPTY, en)

    assert (made.title, made.words) == ("new kind", "")


def test_what_the_ledger_finds_can_be_said(en: Naming) -> None:
    bond = bond_of(told("signing", "planned", "2025-04-09"), told("signing", "planned", None, part="title"))

    assert codes(bond)
    assert all(one.words for one in finding_notes(bond.findings, EMPTY, en))
