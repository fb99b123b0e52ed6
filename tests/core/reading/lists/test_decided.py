"""Pairs below a decision that heads them."""

from __future__ import annotations

from peyvand.core.reading import read
from peyvand.lexicon import gazetteer, lexicon

HEAD = """اطلاعیه: وضعیت درخواست‌های خواهرخواندگی

کارگروه در نشست خود درخواست‌های خواهرخواندگی شهرداری‌ها را بررسی کرد و نتیجه چنین است.

"""


def told(*lines: str) -> list[str]:
    found = read(HEAD + "\n".join(lines), lexicon=lexicon("fa"), gazetteer=gazetteer()).statements
    return sorted(
        f"{one.statement.event}:{one.statement.modality}:{'-'.join(sorted(city.name for city in one.cities))}"
        for one in found
    )


def test_a_heading_tells_the_step_of_each_pair_below_it() -> None:
    assert told(
        "موافقت شد:",
        "یزد با اوش (قرقیزستان)",
        "همدان و بخارا، به شرط اصلاح متن",
        "",
        "موافقت نشد:",
        "شیراز با وایمار (آلمان)؛ شهرداری دوباره درخواست کند",
        "",
        "لغو شد:",
        "مشهد – لاهور",
    ) == [
        "approval:denied:Shiraz-Weimar",
        "approval:done:Bukhara-Hamedan",
        "approval:done:Osh-Yazd",
        "termination:done:Lahore-Mashhad",
    ]


def test_a_heading_of_what_is_to_come_and_lines_of_one_city_tell_nothing() -> None:
    assert told("امضا خواهد شد:", "یزد با اوش (قرقیزستان)") == []
    assert told("موافقت شد:", "آسفالت خیابان یزد") == []
