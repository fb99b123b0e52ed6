from __future__ import annotations

import pytest
from tests.factories.towns import sentence

from peyvand.core.reading.bonds import bond_steps, endings, renewals, standings


def steps(text: str) -> list[str]:
    return [f"{trigger.event} {trigger.modality}" for one in sentence(text).clauses for trigger in bond_steps(one)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("دو شهر خواهرخوانده‌اند.", ["standing done"]),
        ("دو شهر خواهرخوانده نیستند.", ["standing denied"]),
        ("دو شهر خواهرخوانده خواهند بود.", ["signing planned"]),
        ("دو شهر پیمان خواهرخواندگی دارند.", ["standing done"]),
        ("دو شهر هیچ پیمانی ندارند.", ["standing denied"]),
        ("پیمان خواهرخواندگی پابرجاست.", ["standing done"]),
        ("این سند معتبر است.", ["standing done"]),
        ("سند ساختمان معتبر است.", []),
        ("آن دو، شهر خواهرخوانده محسوب می‌شوند.", ["standing done"]),
        ("پیمان خواهرخواندگی تمدید شد.", ["renewal done"]),
        ("پیمان خواهرخواندگی تمدید نشد.", ["renewal denied"]),
        ("تمدید گذرنامه آغاز شد.", []),
        ("شورا با تمدید پیمان خواهرخواندگی موافقت نکرد.", ["renewal denied"]),
        ("شورا با تمدید پیمان خواهرخواندگی موافقت کرد.", []),
        ("پیمان خواهرخواندگی تعلیق شد.", ["suspension done"]),
        ("پیمان خواهرخواندگی لغو شد.", ["termination done"]),
        ("پیمان خواهرخواندگی لغو می‌شود.", ["termination planned"]),
        ("جشنواره لغو شد.", []),
        ("پیشنهاد لغو پیمان خواهرخواندگی رأی نیاورد.", ["termination denied"]),
        ("پیشنهاد لغو پیمان خواهرخواندگی داده شد.", ["termination wished"]),
        ("پیمان خواهرخواندگی پایان یافت و تمدید نشد.", ["termination done", "renewal denied"]),
    ],
)
def test_how_it_goes_with_a_tie(text: str, found: list[str]) -> None:
    assert sorted(steps(text)) == sorted(found)


def test_each_rule_may_be_asked_alone() -> None:
    (clause,) = sentence("پیمان خواهرخواندگی تمدید شد.").clauses
    assert [list(rule(clause)) for rule in (standings, endings)] == [[], []]
    assert [trigger.head.labels for trigger in renewals(clause)] == [{"renew"}]
