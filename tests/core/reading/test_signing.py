from __future__ import annotations

import pytest
from tests.factories.towns import clause, told

from peyvand.core.reading.signing import counts_as, is_apposition, signings


def steps(text: str) -> list[str]:
    return [f"{trigger.event} {trigger.modality}" for trigger in signings(clause(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سند خواهرخواندگی دو شهر امضا شد.", ["signing done"]),
        ("سند خواهرخواندگی منعقد گردید.", ["signing done"]),
        ("پیمان خواهرخواندگی بسته شد.", ["signing done"]),
        ("پیمان خواهرخواندگی می‌بندیم.", ["signing planned"]),
        ("دو شهر خواهرخوانده شدند.", ["signing done"]),
        ("دو شهر خواهرخوانده معرفی شدند.", ["signing done"]),
        ("دو شهر خواهرخوانده‌اند.", []),
        ("کاشمر نهمین خواهرخوانده اوش به شمار می‌رود.", []),
        ("دیدارها به خواهرخواندگی دو شهر منجر شد.", ["signing done"]),
        ("از خواهرخواندگی دو شهر خبر داد.", ["signing done"]),
        ("خبر خواهرخواندگی دو شهر را تکذیب کرد.", ["signing denied"]),
        ("خواهرخواندگی دو شهر قطعی شد.", ["signing done"]),
        ("تلاش برای خواهرخواندگی بی‌نتیجه ماند.", ["signing denied"]),
        ("سند خواهرخواندگی در کار نیست.", ["signing denied"]),
        ("تجدید امضای سند خواهرخواندگی انجام شد.", ["renewal done"]),
        ("دفتر یادبود را امضا کرد.", []),
        ("مربوط به امضای دفتر یادبود است، نه سند همکاری.", []),
        ("پیشنهاد امضای سند خواهرخواندگی را داد.", []),
        ("شهردار برای امضای سند خواهرخواندگی رفت.", []),
        ("همایش خواهرخواندگی برگزار شد.", []),
    ],
)
def test_a_signing_needs_a_tie_and_a_word_for_its_end(text: str, found: list[str]) -> None:
    assert steps(text) == found


def test_what_was_voted_for_is_leave_and_no_signing() -> None:
    assert steps("با تصویب شورا دو شهر خواهرخوانده شدند.") == ["approval done"]


def test_what_is_hoped_for_is_a_signing_wished() -> None:
    assert steps("امیدواریم دو شهر خواهرخوانده شوند.") == ["signing wished"]


def test_a_list_after_ties_concluded_says_that_they_stand() -> None:
    assert told("کاشمر با سه شهر پیمان خواهرخواندگی بسته است: باتومی و اوش.") == {
        "standing done: Batumi, Kashmar", "standing done: Kashmar, Osh",
    }  # fmt: skip


def test_sisters_in_apposition_have_no_predicate() -> None:
    said = clause("سفر به اوش، شهر خواهرخوانده ما، دشوار نیست.")
    (head,) = said.all("sister_city")
    verb = said.sentence.next_verb(head)
    assert verb is not None
    assert is_apposition(head, verb, said)
    assert not counts_as(head, verb, said)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("سند خواهرخواندگی کاشمر و اوش در تیر ۱۴۰۰ به امضای شهرداران دو شهر رسید.", "signing done: Kashmar, Osh"),
        ("سند خواهرخواندگی کاشمر و اوش فردا به امضای شهردار کاشمر و همتای او می‌رسد.", "signing planned: Kashmar, Osh"),
        ("لایحه خواهرخواندگی کاشمر و اوش به تصویب همه اعضای شورا رسید.", "approval done: Kashmar, Osh"),
    ],
)
def test_who_signs_may_stand_before_the_predicate(text: str, statement: str) -> None:
    assert told(text) == {statement}


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("کاشمر و اوش خواهر می‌شوند\nفرماندار کاشمر از خواهرخواندگی کاشمر با اوش خبر داد.",
         {"signing planned: Kashmar, Osh"}),
        ("این سفر با هدف گسترش روابط و امضای پیمان خواهرخواندگی کاشمر و اوش انجام شد.",
         {"signing planned: Kashmar, Osh"}),
        ("شهر کاشمر برای امضای پیمان خواهرخواندگی با اوش آماده می‌شود.", {"signing planned: Kashmar, Osh"}),
        ("شهرداری کاشمر باید مراحل قانونی را طی کند تا پیمان خواهرخواندگی کاشمر و اوش بسته شود.",
         {"signing planned: Kashmar, Osh"}),
        ("باید پیمان خواهرخواندگی کاشمر و اوش بسته شود.", {"signing wished: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_what_is_aimed_at_is_still_to_come(text: str, statements: set[str]) -> None:
    assert told(text) - {"visit planned: Kashmar, Osh", "visit done: Kashmar, Osh"} == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("شهردار کاشمر از نهایی شدن خواهرخواندگی با اوش خبر داد.", {"signing done: Kashmar, Osh"}),
        ("شهردار کاشمر از رسمی شدن پیمان خواهرخواندگی کاشمر و اوش خبر داد.", {"signing done: Kashmar, Osh"}),
        ("شهردار کاشمر با اشاره به نهایی شدن خواهرخواندگی با اوش گفت: خوشحالیم.", {"signing done: Kashmar, Osh"}),
        ("شهردار کاشمر از نهایی شدن متن پیمان خواهرخواندگی با اوش خبر داد.", set()),
        ("شهردار کاشمر از احتمال نهایی شدن خواهرخواندگی با اوش خبر داد.", set()),
        ("شهردار کاشمر از نهایی شدن خواهرخواندگی با اوش تا پایان سال خبر داد.", set()),
        ("شهردار کاشمر با اشاره به نهایی شدن خواهرخواندگی با اوش تا پایان سال گفت: خوشحالیم.", set()),
        ("شهردار کاشمر با اشاره به نهایی شدن خواهرخواندگی با اوش در ماه آینده گفت: خوشحالیم.", set()),
    ],
)
def test_a_tie_that_became_final_may_be_told_as_a_noun(text: str, statements: set[str]) -> None:
    assert told(text) == statements
