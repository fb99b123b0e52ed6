from __future__ import annotations

import pytest
from tests.factories.towns import sentence, told

from peyvand.core.reading.approval import approvals


def steps(text: str) -> list[str]:
    found = [trigger for clause in sentence(text).clauses for trigger in approvals(clause)]
    return [f"{trigger.event} {trigger.modality}" for trigger in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شورا لایحه خواهرخواندگی را تصویب کرد.", ["approval done"]),
        ("شورا با خواهرخواندگی موافقت نکرد.", ["approval denied"]),
        ("لایحه خواهرخواندگی رد شد.", ["approval denied"]),
        ("شایعه خواهرخواندگی رد شد.", []),
        ("شورا به لایحه خواهرخواندگی رأی نداد.", ["approval denied"]),
        ("شورای شهر خواهرخواندگی را پذیرفت.", ["approval done"]),
        ("شورای شهر لغو پیمان را پذیرفت.", []),
        ("شورای شهر پیشنهاد خواهرخواندگی را پذیرفت.", []),
        ("لایحه خواهرخواندگی در صحن بررسی می‌شود.", ["approval planned", "approval planned"]),
        ("لایحه بودجه تصویب شد.", []),
        ("لایحه خواهرخواندگی ناکام ماند.", ["approval denied"]),
        ("متن سند خواهرخواندگی برای نظر وزارت کشور فرستاده شد.", ["approval planned"]),
        ("متن سند خواهرخواندگی باید برای نظر وزارت کشور فرستاده شود.", ["approval wished"]),
        ("متن سند خواهرخواندگی برای نظر کارشناسان فرستاده شد.", []),
    ],
)
def test_leave_is_given_refused_or_still_to_come(text: str, found: list[str]) -> None:
    assert steps(text) == found


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("کاشمر و اوش خواهرخوانده‌اند. لایحه نرخ آب دوباره به کمیسیون رفت تا این موضوع در جلسه بعد به صحن بیاید.",
         {"standing done: Kashmar, Osh"}),
        ("پیمان خواهرخواندگی کاشمر و اوش نیز در دستور کار است.", set()),
        ("لایحه خواهرخواندگی کاشمر و اوش در دستور کار شورا است.", {"approval planned: Kashmar, Osh"}),
        ("شهرداری کاشمر با برقراری پیوند خواهرخواندگی با اوش موافقت کرد.", {"negotiation done: Kashmar, Osh"}),
        ("شورای شهر کاشمر با پیوند خواهرخواندگی با اوش موافقت کرد.", {"approval done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_who_may_decide_and_on_what(text: str, statements: set[str]) -> None:
    assert told(text) == statements
