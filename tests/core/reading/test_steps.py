from __future__ import annotations

import pytest
from tests.factories.towns import sentence, told

from peyvand.core.reading.meetings import negotiations
from peyvand.core.reading.steps import draftings, proposals, way_steps


def steps(text: str) -> list[str]:
    found = [trigger for clause in sentence(text).clauses for trigger in way_steps(clause)]
    return sorted(f"{trigger.event} {trigger.modality}" for trigger in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شهردار پیشنهاد خواهرخواندگی داد.", ["proposal done"]),
        ("شهردار پیشنهاد خواهرخواندگی را نپذیرفت.", ["proposal denied", "proposal done"]),
        ("شهردار پیشنهاد خواهرخواندگی را پس گرفت.", ["proposal done"]),
        ("شهردار پیشنهاد تمدید پیمان خواهرخواندگی داد.", []),
        ("شهردار پیشنهاد سفر داد.", []),
        ("شهردار خواهرخواندگی دو شهر را مطرح کرد.", ["proposal done"]),
        ("شهردار خواستار خواهرخواندگی شد.", ["proposal done"]),
        ("شهردار خواستار خواهرخواندگی است.", ["proposal wished"]),
        ("شهردار خواستار لغو پیمان شد.", []),
        ("به دنبال خواهرخواندگی با آن شهر هستیم.", ["signing wished"]),
        ("آمادگی شهر برای خواهرخواندگی اعلام شد.", ["signing wished"]),
        ("علاقه‌مندیم خواهرخواندگی را تقویت کنیم.", []),
        ("گفت‌وگو درباره خواهرخواندگی آغاز شد.", ["negotiation done"]),
        ("در گفت‌وگو با خبرنگار ما از خواهرخواندگی گفت.", []),
        ("گفت‌وگو با سفیر درباره خواهرخواندگی انجام شد.", []),
        ("مذاکره با همتای خود درباره خواهرخواندگی به نتیجه نرسید.", ["negotiation done"]),
        ("نشست دو شهر برگزار شد.", ["negotiation done"]),
        ("شهرداران دو شهر بر گسترش روابط تأکید کردند.", ["negotiation done"]),
        ("شهردار بر گسترش روابط دو شهر تأکید کرد.", []),
        ("شهردار کاشمر با شهردار اوش دیدار کرد.", ["negotiation done"]),
        ("شهردار کاشمر با مردم دیدار کرد.", []),
        ("هیئتی از شهرداری اوش از کاشمر بازدید و چندین نشست برگزار کرد.", ["negotiation done"]),
        ("چندین نشست در شهر برگزار شد.", []),
        ("شهردار کاشمر با نوروز کمالی، شهردار این شهر، دیدار کرد.", ["negotiation done"]),
        ("شهرداران دو شهر در این سند بر گسترش روابط تأکید کردند.", []),
        ("پیش‌نویس سند خواهرخواندگی آماده شد.", ["drafting done"]),
        ("متن سند خواهرخواندگی نوشته می‌شود.", ["drafting planned"]),
        ("سند خواهرخواندگی نوشته شد.", ["drafting done"]),
        ("تدوین سند خواهرخواندگی آغاز شد.", ["drafting done"]),
        ("متن سخنرانی نوشته شد.", []),
        ("شایعه نوشتن متن سند خواهرخواندگی نادرست است.", []),
    ],
)
def test_steps_on_the_way_to_a_tie(text: str, found: list[str]) -> None:
    assert steps(text) == found


def test_each_rule_may_be_asked_alone() -> None:
    (clause,) = sentence("شهردار پیشنهاد خواهرخواندگی داد.").clauses
    assert [trigger.why for trigger in proposals(clause)] == ["past"]
    assert [list(rule(clause)) for rule in (negotiations, draftings)] == [[], []]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("خواهرخواندگی کاشمر و اوش خبر روز است. این موضوع پارسال مطرح شده بود.", {"proposal done: Kashmar, Osh"}),
        ("شهردار کاشمر خواهرخواندگی با اوش را دنبال کرد.", {"proposal done: Kashmar, Osh"}),
        ("خواهرخواندگی کاشمر و اوش به جریان افتاد.", {"proposal done: Kashmar, Osh"}),
        ("همین نزدیکی سبب شد خواهرخواندگی کاشمر و اوش را پیشنهاد کنیم.", {"proposal done: Kashmar, Osh"}),
        ("شهرداری کاشمر برای عقد خواهرخواندگی با اوش در حال مذاکره است.", {"negotiation done: Kashmar, Osh"}),
        ("شورای شهر کاشمر با اکثریت آرا اوش را خواهرخوانده کاشمر کرد.", {"approval done: Kashmar, Osh"}),
        ("قرارداد خواهرخواندگی میان شهرهایی بسته می‌شود که پیشینه دارند. شهردار کاشمر به اوش رفت.",
         {"visit done: Kashmar, Osh"}),
        ("کاشمر و اوش خواهرخوانده‌اند. ساخت پل هم دنبال می‌شود.", {"standing done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_what_is_brought_up_and_what_follows_from_it(text: str, statements: set[str]) -> None:
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("برای نهایی کردن خواهرخواندگی کاشمر با اوش و باتومی کارهایی انجام گرفته است.",
         {"negotiation done: Kashmar, Osh", "negotiation done: Batumi, Kashmar"}),
        ("طرح خواهرخواندگی کاشمر و اوش در فرمانداری بررسی شد.", {"negotiation done: Kashmar, Osh"}),
        ("در این دیدار درباره خواهرشهری کاشمر و اوش تبادل افکار صورت گرفت.", {"negotiation done: Kashmar, Osh"}),
        ("کاشمر قصد دارد با اوش پیمان خواهرخواندگی امضا کند.", {"signing planned: Kashmar, Osh"}),
        ("پیمان خواهرخواندگی کاشمر و اوش پس از طی مراحل لازم امضا خواهد شد.", {"signing planned: Kashmar, Osh"}),
        ("دو طرف توافق کردند میان کاشمر و اوش برادرخواندگی اعلام شود.", {"signing planned: Kashmar, Osh"}),
        ("کار خواهرخواندگی با اوش در شهرداری کاشمر در جریان است و امید داریم پیمان آن بسته شود.",
         {"signing wished: Kashmar, Osh"}),
        ("نقشه راه تجارت، لغو روادید و خواهرخواندگی کاشمر و اوش از این اسناد بود.", set()),
    ],
)  # fmt: skip
def test_the_way_in_other_words(text: str, statements: set[str]) -> None:
    assert told(text) == statements
