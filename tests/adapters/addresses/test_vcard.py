from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.adapters.addresses import BadBook, Card, as_vcards, cards_in, cards_in_vcards

MAYOR = Card(
    name="Ильсур Метшин", names=(("fa", "ایلسور متشین"), ("", "I. Metshin")), role="mayor; of the city",
    body="City Hall", place="geonames:551487", phone="+7 843 000", mail="mayor@kazan.example",
    address="ul. Kremlevskaya, 1\nKazan",
    language="ru", note="a \\ b",
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40).map(str.strip)


def test_a_card_comes_back_as_it_went_out() -> None:
    office = Card(name="دفتر امور بین‌الملل", is_office=True)

    assert cards_in(as_vcards([MAYOR, office])) == [MAYOR, office]


def test_lines_are_folded_at_octets_and_never_within_a_letter() -> None:
    lines = as_vcards([Card(name="شهردار محترم " * 20)]).encode().split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)


@given(name=WORDS.filter(bool), role=WORDS, note=WORDS)
def test_whatever_words_survive(name: str, role: str, note: str) -> None:
    card = Card(name=name, role=role, note=note)

    assert cards_in_vcards(as_vcards([card])) == [card]


def test_cards_of_other_programs_are_read() -> None:
    told = (
        "BEGIN:VCARD\nVERSION:3.0\nN:Metshin;Ilsur;;;\nFN:Ilsur Metshin\nORG:Kazan;Executive Committee\n"
        'item1.TEL;TYPE="voice,work":tel:+7-843\nADR;TYPE=work:;;Street 1;Kazan;;420000;Russia\nEMAIL:a@b.example\n'
        "PHOTO:data:image/jpeg;base64,AAAA\nEND:VCARD\n"
    )

    assert cards_in(told) == [
        Card(
            name="Ilsur Metshin", body="Kazan, Executive Committee", phone="+7-843", address="Street 1", place="Kazan",
            mail="a@b.example",
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "BEGIN:VCARD\nEND:VCARD",
        "BEGIN:VCARD\nFN:x",
        "END:VCARD",
        "BEGIN:VCARD\nno line of a card\nEND:VCARD",
        "BEGIN:VCARD\nFN:x\n" + " y" * 30_000,
    ],
)
def test_what_is_no_card_is_refused(told: str) -> None:
    with pytest.raises(BadBook):
        cards_in_vcards(told)
