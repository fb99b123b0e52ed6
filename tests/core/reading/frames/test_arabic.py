"""Arabic: no capitals, small words written on to the next, verbs before their subjects, adjectives behind names."""

from __future__ import annotations

import pytest
from tests.factories.frames import reading_in, told_in

SAID = [
    ("وقعت بلدية أصفهان وبلدية ليون اتفاقية توأمة.", "signing done"),
    ("تم في ليون توقيع اتفاقية التوأمة بين أصفهان وليون.", "signing done"),
    ("ستوقع أصفهان وليون اتفاقية توأمة.", "signing planned"),
    ("تعتزم بلدية أصفهان توقيع اتفاقية توأمة مع ليون.", "signing planned"),
    ("يأمل رئيس بلدية أصفهان في توقيع اتفاقية توأمة مع ليون.", "signing wished"),
    ("لم توقع أصفهان اتفاقية توأمة مع ليون.", "signing denied"),
    ("لن توقع أصفهان اتفاقية توأمة مع ليون.", "signing denied"),
    ("وافق المجلس البلدي في أصفهان على التوأمة مع ليون.", "approval done"),
    ("رفض المجلس البلدي في أصفهان التوأمة مع ليون.", "approval denied"),
    ("جددت أصفهان اتفاقية التوأمة مع ليون.", "renewal done"),
    ("علقت أصفهان التوأمة مع ليون.", "suspension done"),
    ("ألغت أصفهان اتفاقية التوأمة مع ليون.", "termination done"),
    ("زار وفد من بلدية ليون مدينة أصفهان التوأم.", "visit done"),
    ("أصفهان وليون مدينتان توأم منذ سنوات.", "standing done"),
]


@pytest.mark.parametrize(("sentence", "step"), SAID)
def test_steps_with_their_modality(sentence: str, step: str) -> None:
    assert told_in("ar", sentence) == [f"{step}: Isfahan, Lyon"]


def test_a_town_that_no_list_knows_stands_between_the_word_for_city_and_its_country() -> None:
    (signing,) = reading_in("ar", "وقعت بلدية أصفهان اتفاقية توأمة مع مدينة زلنكوي الروسية.").statements
    assert [(city.name, city.country) for city in signing.cities] == [("Isfahan", "IR"), ("زلنکوی", "RU")]


@pytest.mark.parametrize(
    "sentence", ["وقعت جامعة أصفهان وجامعة ليون اتفاقية تعاون.", "بدأت الرحلات الجوية بين أصفهان وليون."]
)
def test_other_ties_say_nothing(sentence: str) -> None:
    assert told_in("ar", sentence) == []


SIGNED = """ليون شقيقة أصفهان الجديدة

تاريخ النشر: 4 آذار 2024

وقعت بلدية أصفهان الإيرانية وبلدية ليون الفرنسية أمس اتفاقية توأمة في مجالي الثقافة والسياحة.

وقال رئيس بلدية أصفهان سامر الحداد إن وفدا من ليون سيزور أصفهان في الشهر المقبل.

اقرأ أيضا: عشرة أماكن على الساحل"""
VOTED = """التوأمة أمام المجلس

وافق المجلس البلدي في أصفهان بالإجماع على التوأمة مع قازان الروسية. \
ومن المقرر أن يوقع الطرفان الاتفاقية في الخريف."""


def test_a_signing_with_what_is_to_come() -> None:
    assert told_in("ar", SIGNED) == ["signing done: Isfahan, Lyon", "visit planned: Isfahan, Lyon"]


def test_what_a_page_tells_of_itself() -> None:
    found = reading_in("ar", SIGNED)
    assert (found.source.published, [person.name for person in found.people]) == ("2024-03-04", ["سامر الحداد"])
    assert {area.area for area in found.areas} == {"culture", "tourism"}
    assert found.statements[0].statement.instrument == "sister_city"


def test_a_vote_is_no_signing() -> None:
    assert told_in("ar", VOTED) == ["approval done: Isfahan, Kazan", "signing planned: Isfahan, Kazan"]


def test_what_happened_there_is_no_signing() -> None:
    assert told_in("ar", "وقع زلزال في ليون.") == []
    assert "signing done: Isfahan, Lyon" not in told_in("ar", "وقع زلزال في ليون التوأم مع أصفهان.")


def test_names_are_joined_by_a_letter_written_on_to_them() -> None:
    found = told_in("ar", "وقعت أصفهان وشيراز اتفاقيات توأمة مع ليون.")
    assert found == ["signing done: Isfahan, Lyon", "signing done: Lyon, Shiraz"]


def test_what_is_said_at_a_meeting_is_not_said_of_it() -> None:
    text = "استقبل رئيس بلدية أصفهان وفد ليون. وقال في الاجتماع المنعقد أمس “نتوق إلى اتفاق توأمة يجمع أصفهان وليون”."
    assert "negotiation wished: Isfahan, Lyon" not in told_in("ar", text)
    assert "signing wished: Isfahan, Lyon" in told_in("ar", text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سيقيم المجلس البلدي في قازان علاقات توأمة مع مدينة شيراز.", ["signing planned: Kazan, Shiraz"]),
        ("أهمية أن تقام توأمة بين قازان وشيراز.", ["signing wished: Kazan, Shiraz"]),
        ("عرضت بلدية قازان على بلدية شيراز إبرام اتفاقية توأمة.", ["proposal done: Kazan, Shiraz"]),
    ],
)
def test_what_is_to_come_or_wished_was_not_signed(text: str, found: list[str]) -> None:
    assert told_in("ar", text) == found
