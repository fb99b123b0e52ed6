from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.towns import words, world

from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.answer import Answer, Fault, QuotedArea, QuotedCount, QuotedEvent, QuotedPerson
from peyvand.core.reading.model import Reading, SourceFacts
from peyvand.core.reading.quoted import quoted_reading
from peyvand.core.text import Part

TEXT = """کاشمر و اوش خواهرخوانده شدند

شهردار کاشمر، مهدی بهزادی، گفت: پیمان خواهر‌خواندگی کاشمر و اوش روز ۱۲ مهر ۱۴۰۲ امضا شد.
این دومین خواهرخوانده کاشمر است و دو شهر در گردشگری همکاری می‌کنند.

کد خبر: 1234567"""
MAYOR = "شهردار کاشمر، مهدی بهزادی"
SIGNED = QuotedEvent(
    event=Event.SIGNING,
    modality=Modality.DONE,
    quote="پیمان خواهر‌خواندگی کاشمر و اوش روز ۱۲ مهر ۱۴۰۲ امضا شد",
    cities=("کاشمر", "اوش"),
    instrument=Instrument.SISTER_CITY,
    instrument_words="خواهر‌خواندگی",
    date_words="۱۲ مهر ۱۴۰۲",
    speaker="مهدی بهزادی",
)


def taken(*events: QuotedEvent, published: date | None = None, **others: object) -> tuple[Reading, list[Fault]]:
    answer = replace(Answer(events=events), **others)  # type: ignore[arg-type]
    facts = SourceFacts(path="a")
    reading, dropped = quoted_reading(
        TEXT, answer, lexicon=words(), gazetteer=world(), facts=facts, published=published
    )
    return reading, [one.fault for one in dropped]


def test_what_the_text_bears_out_is_taken_and_resolved_by_our_own_rules() -> None:
    reading, faults = taken(SIGNED)
    (one,) = reading.statements

    assert faults == []
    assert [city.name for city in one.cities] == ["Kashmar", "Osh"]
    assert (one.resolution.date, one.statement.date_text) == ("2023-10-04", "۱۲ مهر ۱۴۰۲")
    assert one.evidence.span.of(TEXT) == one.evidence.text == SIGNED.quote
    assert (one.statement.part, one.statement.speaker, one.statement.acts) == (Part.LEAD, "مهدی بهزادی", (0, 1))


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"quote": "پیمان خواهرخواندگی کاشمر و اوش امضا شد"}, Fault.NOT_VERBATIM),
        ({"quote": " "}, Fault.NOT_VERBATIM),
        ({"quote": TEXT * 3}, Fault.TOO_LONG),
        ({"quote": "کد خبر: 1234567"}, Fault.FURNITURE),
        ({"cities": ("کاشمر", "خجند")}, Fault.NOT_VERBATIM),
        ({"cities": ("کاشمر", "بهزادی")}, Fault.NO_PLACE),
        ({"cities": ("کاشمر", "کاشمر")}, Fault.ONE_PLACE),
    ],
)
def test_what_the_text_does_not_bear_out_is_dropped_with_its_reason(changed: dict[str, object], fault: Fault) -> None:
    reading, faults = taken(replace(SIGNED, **changed))  # type: ignore[arg-type]

    assert (reading.statements, faults) == ((), [fault])


def test_words_that_the_text_lacks_are_left_away_and_the_rest_is_kept() -> None:
    made_up = replace(SIGNED, date_words="۱۳ مهر ۱۴۰۲", speaker="کاوه نصر", instrument_words="عهد")
    (one,) = taken(made_up)[0].statements

    assert (one.resolution.date, one.statement.speaker, one.statement.instrument_word) == (None, None, None)


def test_an_event_told_twice_is_one_statement() -> None:
    assert len(taken(SIGNED, SIGNED)[0].statements) == 1


def test_counts_fields_and_persons_are_held_against_the_text_too() -> None:
    reading, faults = taken(
        counts=(QuotedCount(city="کاشمر", n=2, kind="ordinal", quote="دومین خواهرخوانده کاشمر", partner="اوش"),),
        areas=(QuotedArea(area="tourism", quote="گردشگری"), QuotedArea(area="magic", quote="گردشگری")),
        people=(
            QuotedPerson(
                name="مهدی بهزادی", role="mayor", role_words="شهردار کاشمر", quote="شهردار کاشمر، مهدی بهزادی"
            ),
            QuotedPerson(name="کاوه نصر", quote="شهردار کاشمر"),
        ),
    )

    assert [(count.city.name, count.n, count.partner and count.partner.name) for count in reading.counts] == [
        ("Kashmar", 2, "Osh")
    ]
    assert [area.area for area in reading.areas] == ["tourism"]
    assert [(person.name, person.role, person.role_text) for person in reading.people] == [
        ("مهدی بهزادی", "mayor", "شهردار کاشمر")
    ]
    assert faults == [Fault.UNKNOWN_CODE, Fault.NOT_VERBATIM]


def test_an_approval_names_its_body_only_by_a_known_code() -> None:
    approval = replace(SIGNED, event=Event.APPROVAL, authority="city_council", acting="کاشمر")
    (one,) = taken(approval)[0].statements
    (other,) = taken(replace(approval, authority="the elders"))[0].statements

    assert (one.statement.authority, one.statement.acts, one.statement.sides) == ("city_council", (0,), (0,))
    assert other.statement.authority is None
