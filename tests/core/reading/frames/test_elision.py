"""Clauses that leave their verb to the first one, sentences that only go on with a list."""

from __future__ import annotations

import pytest
from tests.factories.frames import told_in

TIED = "Побратимы Казани дружат с ней давно. "


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        ("В 1989 году договор подписали с Лионом, в 1995-м — с Бурсой.", ["Bursa", "Lyon"]),
        ("В 1989 году договор подписали с Лионом, а в 1995-м моряки открыли мост с Бурсой и Сочи.", ["Lyon"]),
    ],
)
def test_a_clause_without_a_verb_goes_on_with_that_of_the_first(text: str, partners: list[str]) -> None:
    told = sorted(line for line in told_in("ru", TIED + text) if line.startswith("signing"))
    assert told == [f"signing done: {', '.join(sorted(('Kazan', one)))}" for one in partners]


def test_pairs_go_on_without_the_verb() -> None:
    text = "Побратимские связи разорвали Лион с Казанью, а Бурса с Сочи."
    assert sorted(told_in("ru", text)) == ["termination done: Bursa, Sochi", "termination done: Kazan, Lyon"]


def test_each_subject_has_the_partners_of_its_own_verb() -> None:
    text = "Города рвут побратимские связи. Лион прекратил отношения с Казанью, Бурса разорвала их с Сочи."
    assert sorted(told_in("ru", text)) == ["termination done: Bursa, Sochi", "termination done: Kazan, Lyon"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("У Казани два побратима. Во Франции это Лион, в Турции — Бурса.", 2),
        ("У Казани два побратима. Во Франции Лион хоронит рыбака, в Турции Бурса спит и видит сны.", 0),
        ("У Казани два побратима. Во Франции открыли мост Лион и Бурса.", 0),
    ],
)
def test_a_list_goes_on_over_sentences_that_only_name(text: str, count: int) -> None:
    assert sum(line.startswith("standing done") for line in told_in("ru", text)) == count


def test_guests_are_from_the_cities_behind_a_colon() -> None:
    assert sorted(told_in("ru", "Казань приняла гостей из городов-побратимов: Бурсы и Лиона.")) == [
        "visit done: Bursa, Kazan", "visit done: Kazan, Lyon",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("قام وفد من مدينة ليون بزيارة إلى قازان تمهيدا لتوقيع اتفاقية توأمة بين المدينتين.", "done"),
        ("يقوم وفد من مدينة ليون التوأم بزيارة إلى قازان في الأسبوع المقبل.", "planned"),
    ],
)
def test_a_plan_rules_the_step_behind_it(text: str, modality: str) -> None:
    assert [line for line in told_in("ar", text) if line.startswith("visit")] == [f"visit {modality}: Kazan, Lyon"]


def test_each_step_of_a_subject_has_its_own_object() -> None:
    text = "Norfolk is old.\n\nWe have renewed the twinning with Kazan and have suspended the twinning with Bursa."
    assert told_in("en", text) == ["renewal done: Kazan, Norfolk", "suspension done: Bursa, Norfolk"]
