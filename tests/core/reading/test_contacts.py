from __future__ import annotations

import pytest
from tests.factories.towns import reading, sentence

from peyvand.core.reading.contacts import contact_steps, events, exchanges
from peyvand.core.reading.visits import visits


def steps(text: str) -> list[str]:
    found = [trigger for clause in sentence(text).clauses for trigger in contact_steps(clause)]
    return sorted({f"{trigger.event} {trigger.modality}" for trigger in found})


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("هیئت شهرداری به اوش سفر کرد.", ["visit done"]),
        ("هیئت شهرداری عازم اوش شد.", ["visit done"]),
        ("هیئت شهرداری به اوش می‌رود.", ["visit planned"]),
        ("هیئتی از شهرداری اوش وارد کاشمر شد.", ["visit done"]),
        ("شهردار اوش مهمان کاشمر بود.", ["visit done"]),
        ("شهردار اوش به کاشمر آمد.", ["visit done"]),
        ("نامه به دست شهردار رسید.", []),
        ("سفیر به کاشمر سفر کرد.", []),
        ("شهردار به دست مردم رسید.", []),
        ("شهردار را به اوش دعوت کرد.", ["visit wished"]),
        ("شهردار دعوت نشد.", []),
        ("هفته فرهنگی در شهر برگزار شد.", ["event done"]),
        ("در حاشیه جشنواره سخن گفت.", []),
        ("بوستانی در شهر به نام اوش نام‌گذاری شد.", ["event done"]),
        ("در متن پیمان جشنواره‌ای افزوده شد.", ["event planned"]),
        ("تبادل دانشجو ادامه دارد.", ["exchange done"]),
        ("تبادل تجربه ادامه دارد.", []),
        ("اعزام دانشجو به اوش آغاز می‌شود.", ["exchange planned"]),
        ("ده دانشجو از باتومی آمدند.", ["exchange done"]),
        ("شهردار کاشمر به دعوت شهردار اوش به این شهر رفته بود.", ["visit done"]),
        ("شهردار کاشمر شهردار اوش را به کاشمر دعوت کرد.", ["visit wished"]),
        ("پس از سفر شهردار اوش به کاشمر، پیمان امضا می‌شود.", ["visit done"]),
        ("شهردار اوش به کاشمر سفر می‌کند.", ["visit planned"]),
        ("شهردار اوش دیروز به شهرداری کاشمر آمد.", ["visit done"]),
        ("هیئتی از شورای شهر اوش نیز در کاشمر حضور داشت.", ["visit done"]),
        ("هیئتی از شورای شهر اوش در کاشمر حضور نداشت.", []),
        ("شهردار کاشمر میزبان سفیر قرقیزستان بود.", []),
        ("شهردار کاشمر میزبان هیئت اوش بود.", ["visit done"]),
        ("شهرداران در گردشگری و برنامه‌های فرهنگی همکاری کنند.", []),
        ("گروه موسیقی اوش در کاشمر کنسرت اجرا کرد.", ["exchange done"]),
        ("تبادل هیئت‌های کارشناسی ادامه دارد.", ["exchange done"]),
        ("دو شهر نام یکدیگر را بر خیابانی گذاشتند.", ["event done"]),
        ("دو شهر نام یکدیگر را بر خیابان‌های خود گذاشتند.", ["event done"]),
        ("شهردار آمد تا خیابانی به نام شهرش ببیند.", []),
        ("گروه اوش در کاشمر نمایشگاه و کنسرت اجرا کرد.", ["exchange done"]),
        ("شهردار پیشنهاد داد با جشنواره‌ها شهر معرفی شود.", ["event wished"]),
        ("شهردار کاشمر در سفر به اوش ابراز امیدواری کرد.", ["visit done"]),
        ("شهردار کاشمر ابراز امیدواری کرد به اوش سفر کند.", ["visit wished"]),
        ("شهرداران دو شهر در تالار شهر کاشمر سند را امضا کردند.", ["visit done"]),
        ("شهرداران دو شهر سند را امضا کردند.", []),
        ("در سفر استاندار به قرقیزستان سند شهرداری امضا شد.", []),
        ("در سفر شهردار به قرقیزستان سند شهرداری امضا شد.", ["visit done"]),
        ("نماینده شهردار کاشمر در پنجمین همایش شهرداران سخن گفت.", []),
        ("با اعزام هیئت‌های تجاری دو طرف این کار آغاز خواهد شد.", []),
        ("شهردار اوش او را فراخواند تا از نزدیک شهر را ببیند.", ["visit wished"]),
        ("شهردار گفت به میزبانی هیئت اوش افتخار می‌کنیم.", ["visit done"]),
        ("شهرداران دو شهر در تالار شهر کاشمر سند را امضا می‌کنند.", ["visit planned"]),
    ],
)
def test_what_cities_do_with_each_other(text: str, found: list[str]) -> None:
    assert steps(text) == found


def test_each_rule_may_be_asked_alone() -> None:
    (clause,) = sentence("هیئت شهرداری به اوش سفر کرد.").clauses
    assert [trigger.why for trigger in visits(clause)] == ["past"]
    assert [list(rule(clause)) for rule in (events, exchanges)] == [[], []]


def test_a_festival_that_is_attended_takes_the_date_with_which_it_is_told() -> None:
    proposals = reading(
        "شهردار اوش با اشاره به برگزاری نمایشگاه مدیریت شهری در کاشمر (۱۰ مهر ۱۴۰۲) افزود: "
        "شهرداری اوش آماده اعزام هیئتی برای حضور در نمایشگاه مدیریت شهری در کاشمر است.", "2023-09-01",
    ).statements  # fmt: skip
    (event,) = [one for one in proposals if one.statement.event == "event"]
    assert (event.statement.modality, event.resolution.date) == ("planned", "2023-10-02")
    assert event.evidence.text.endswith("نمایشگاه مدیریت شهری در کاشمر (۱۰ مهر ۱۴۰۲")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شهردار کاشمر برگزاری هفته فرهنگی با اوش را پیشنهاد داد.", ["event wished"]),
        ("شهردار کاشمر تبادل دانشجو با اوش را پیشنهاد کرد.", ["exchange wished"]),
        ("شهردار کاشمر سفر هیئتی از اوش به کاشمر را پیشنهاد داد.", ["visit wished"]),
        ("شهردار کاشمر پیشنهاد سفر هیئتی از اوش به کاشمر را مطرح کرد.", ["visit wished"]),
        ("شهردار کاشمر در دیدار با شهردار اوش تبادل دانشجو را پیشنهاد داد.", ["exchange wished"]),
        ("شهردار کاشمر در سفر به اوش خواهرخواندگی دو شهر را پیشنهاد داد.", ["visit done"]),
        ("شهردار کاشمر هفته فرهنگی اوش را گشود و خواهرخواندگی را پیشنهاد داد.", ["event done"]),
    ],
)
def test_what_is_offered_is_wished(text: str, found: list[str]) -> None:
    assert steps(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("برای برگزاری هفته فرهنگی اوش آماده‌ایم.", ["event wished"]),
        ("کاشمر آماده میزبانی هفته فرهنگی اوش است.", ["event wished"]),
        ("کاشمر آماده تبادل دانشجو با اوش است.", ["exchange wished"]),
        ("کاشمر میزبان هفته فرهنگی اوش است.", ["event done"]),
    ],
)
def test_who_is_ready_for_it_wishes_it(text: str, found: list[str]) -> None:
    assert steps(text) == found
