from __future__ import annotations

from dataclasses import fields, replace

from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.ledger.canonical import canonical
from peyvand.core.ledger.statement import STATEMENT_VERSION, Statement, digest
from peyvand.core.ledger.words import Channel, Event, Instrument, Modality
from peyvand.core.text import Part, Span

SAID = Statement(
    capture="c", part=Part.BODY, span=Span(0, 5), event=Event.SIGNING, modality=Modality.DONE, places=("یزد", "مرو")
)
OTHERWISE = {
    "capture": "d", "part": Part.TITLE, "span": Span(0, 6), "event": Event.VISIT, "modality": Modality.WISHED,
    "places": ("مرو", "یزد"), "code": "CON1", "instrument": Instrument.MOU, "instrument_word": "تفاهم‌نامه",
    "authority": "city_council", "authority_word": "شورا", "date_text": "دیروز", "speaker": "شهردار", "acts": (0,),
    "sides": (1,), "channel": Channel.CITIZENS,
}  # fmt: skip


def test_every_part_of_what_is_said_is_part_of_the_name():
    assert {field.name for field in fields(Statement)} == set(OTHERWISE)
    keys = {replace(SAID, **{name: value}).key for name, value in OTHERWISE.items()}
    assert len(keys | {SAID.key}) == len(OTHERWISE) + 1


@given(st.dictionaries(st.text(), st.integers(-1000, 1000)))
def test_the_order_of_what_is_said_does_not_matter(said):
    assert digest("v", said) == digest("v", dict(reversed(list(said.items()))))


def test_the_version_is_part_of_the_name():
    assert digest("v/1", {}) != digest("v/2", {})


def test_text_is_the_canonical_form_of_what_is_said():
    for statement in (SAID, *(replace(SAID, **{name: value}) for name, value in OTHERWISE.items())):
        assert statement.text == canonical(statement.said())
        assert statement.key == digest(STATEMENT_VERSION, statement.said())
