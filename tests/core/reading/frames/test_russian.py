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


SIGNED = """Казань и Сочи породнились

4 марта 2024

Мэры Казани и Сочи подписали в Казани договор о побратимстве.

Стороны намерены сотрудничать в культуре и туризме, сообщила мэр Ада Ручьёва. Делегация из Сочи приедет в Казань в мае.

Читайте также: Десять мест на берегу"""
ENDED = """Казань прощается с побратимом

Депутаты Казани проголосовали за разрыв побратимских отношений с городом Лион. По словам мэра, визит делегации \
не состоялся."""


def test_a_signing_with_what_is_to_come() -> None:
    assert told_in("ru", SIGNED) == ["signing done: Kazan, Sochi", "visit planned: Kazan, Sochi"]


def test_what_a_page_tells_of_itself() -> None:
    found = reading_in("ru", SIGNED)
    assert (found.source.published, [person.name for person in found.people]) == ("2024-03-04", ["Ада Ручьёва"])
    assert {area.area for area in found.areas} == {"culture", "tourism"}
    assert found.statements[0].statement.instrument == "sister_city"


def test_a_vote_to_end_is_the_end() -> None:
    assert told_in("ru", ENDED)[0] == "termination done: Kazan, Lyon"


def test_a_question_that_became_the_topic_is_no_signing() -> None:
    text = "Главным стал вопрос о том, чтобы установить побратимские связи между Казанью и Лионом."
    assert not [said for said in told_in("ru", text) if said.startswith("signing done")]
    assert told_in("ru", "Казань стала побратимом Лиона.") == ["signing done: Kazan, Lyon"]
    wished = "Темой встречи стало предложение подписать соглашение о побратимстве между Казанью и Лионом."
    assert told_in("ru", wished) == ["signing wished: Kazan, Lyon"]
