from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.factories.telling import NOON, OURS, THEIRS, told

from peyvand.core.ledger.bond import SourceBrief
from peyvand.core.ledger.claim import CountClaim, CountFact, CountResolution
from peyvand.core.ledger.totals import own_totals
from peyvand.core.ledger.withdrawal import Withdrawal
from peyvand.core.ledger.words import SourceKind
from peyvand.core.text import Part, Span


def total(n: int, *, kind: SourceKind = SourceKind.DATASET_ROW, said: str = "total") -> CountFact:
    claim = CountClaim(capture="list", span=Span(0, 9), part=Part.BODY, city="Ours", n=n, kind=said)
    return CountFact(
        claim=claim,
        resolution=CountResolution(claim=claim.key, city=OURS),
        source=SourceBrief(capture="list", kind=kind),
        quote="Total: 3",
        accepted_at=NOON,
    )


ROWS = [
    told("standing", by="list", kind="dataset_row"),
    told("signing", by="list", kind="dataset_row", places=(OURS, "geonames:3"), speaker="x"),
    told("signing", "planned", by="list", kind="dataset_row", places=(OURS, "geonames:4")),
    told("standing", by="another", kind="dataset_row", places=(OURS, "geonames:5")),
]


def test_total_that_the_rows_do_not_give():
    (finding,) = own_totals(OURS, [total(3)], ROWS)

    assert (finding.code, finding.details) == ("totals_differ", (("claimed", "3"), ("listed", "2")))
    assert finding.statements == (total(3).claim.key,)


def test_total_that_adds_up_is_none():
    assert list(own_totals(OURS, [total(2)], ROWS)) == []


def test_rows_of_an_older_file_of_the_list_count_until_they_are_dropped():
    origin = {"origin": "office"}
    older = [replace(row, source=replace(row.source, **origin, published=date(2020, 1, 1))) for row in ROWS[:2]]
    claim = replace(total(2), source=replace(total(2).source, **origin, capture="newer", published=date(2021, 1, 1)))
    gone = Withdrawal(statement=older[1].resolution.statement, capture="newer", on=date(2021, 1, 1))

    assert list(own_totals(OURS, [claim], older)) == []
    assert [f.code for f in own_totals(OURS, [claim], [older[0], replace(older[1], withdrawn=gone)])] == [
        "totals_differ"
    ]


def test_only_a_lists_own_total_of_the_place_is_held_against_it():
    others = [total(3, kind=SourceKind.ARTICLE), total(3, said="ordinal")]

    assert list(own_totals(OURS, others, ROWS)) == []
    assert list(own_totals(THEIRS, [total(3)], ROWS)) == []
