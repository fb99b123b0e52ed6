"""Russian: names and words with their endings, aspects of verbs, a place between an office and a name."""

from __future__ import annotations

import pytest
from tests.factories.frames import reading_in, told_in

SAID = [
    ("Сочи и Казань подписали соглашение о побратимстве.", "signing done"),
    ("Город Казань стал побратимом города Сочи.", "signing done"),
    ("Город Казань и город Сочи подпишут соглашение о побратимстве.", "signing planned"),
    ("Подписание соглашения о побратимстве Казани и Сочи запланировано на осень.", "signing planned"),
    ("Казань хочет стать побратимом города Сочи.", "signing wished"),
    ("Казань надеется, что город Сочи станет побратимом.", "signing wished"),
    ("Казань не подписала соглашение о побратимстве с Сочи.", "signing denied"),
    ("Городская дума Казани одобрила побратимские связи с Сочи.", "approval done"),
    ("Депутаты Казани не поддержали побратимство с Сочи.", "approval denied"),
    ("Мэр Казани предложил городу Сочи стать побратимами.", "proposal done"),
    ("Мэры Казани и Сочи обсудили побратимские связи.", "negotiation done"),
    ("Казань и Сочи продлили соглашение о побратимстве.", "renewal done"),
    ("Казань приостановила побратимские связи с Сочи.", "suspension done"),
    ("Казань разорвала побратимские связи с Сочи.", "termination done"),
    ("Сочи является побратимом Казани.", "standing done"),
]


@pytest.mark.parametrize(("sentence", "step"), SAID)
def test_steps_with_their_modality(sentence: str, step: str) -> None:
    assert f"{step}: Kazan, Sochi" in told_in("ru", sentence)


def test_a_place_between_an_office_and_a_name_is_no_persons() -> None:
    found = reading_in("ru", "Мэр Казани Ада Ручьёва подписала соглашение о побратимстве с Сочи.")
    assert [person.name for person in found.people] == ["Ада Ручьёва"]
    assert [city.name for city in found.statements[0].cities] == ["Kazan", "Sochi"]


@pytest.mark.parametrize(
    "sentence",
    ["Школы Казани и Сочи стали побратимами.", "Между Казанью и Сочи открыли прямой рейс."],
)
def test_other_ties_say_nothing(sentence: str) -> None:
    assert told_in("ru", sentence) == []
