from __future__ import annotations

from dataclasses import dataclass

from tests.factories.towns import only

from peyvand.core.calendar import Calendar, SettledDate
from peyvand.core.ledger.statement import DateSaid, Resolution
from peyvand.core.ledger.words import DateBasis
from peyvand.core.reading.resolving import resolved

SIGNED = only("پیمان خواهرخواندگی کاشمر و اوش امضا شد.")
PLACES = SIGNED.cities
DAY = SettledDate(edtf="2023-10-04", basis="said", calendar=Calendar.SOLAR, value="1402-07-12", text="۱۲ مهر ۱۴۰۲")


@dataclass(frozen=True)
class Dated:
    settled: SettledDate
    edtf: str | None


def test_a_date_is_kept_as_it_was_said_and_as_it_was_settled() -> None:
    assert resolved(SIGNED.statement, PLACES, Dated(DAY, DAY.edtf)) == Resolution(
        statement=SIGNED.statement.key,
        places=(PLACES[0].id, PLACES[1].id),
        date="2023-10-04",
        date_basis=DateBasis.SAID,
        date_said=DateSaid(calendar="solar_hijri", value="1402-07-12", text="۱۲ مهر ۱۴۰۲"),
    )


def test_a_date_that_is_left_open_keeps_its_words_and_no_basis() -> None:
    found = resolved(SIGNED.statement, PLACES, Dated(DAY, None))

    assert (found.date, found.date_basis, found.date_said is None) == (None, None, False)
    assert resolved(SIGNED.statement, PLACES, None).date_said is None
