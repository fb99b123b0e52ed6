"""The first sentences of a bond page, as an official would say them."""

from __future__ import annotations

from datetime import date

from tests.factories.telling import OURS, THEIRS, bond_of, told

from peyvand.core.ledger.bond import Bond
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.sentence import toward, truth

APPROVED = [
    told("approval", authority=code, acts=(0,), sides=(0,))
    for code in ("city_council", "interior_ministry", "foreign_ministry")
]
KAZAN = [
    told("proposal", when="2024-06-21/2024-07-21", acts=(1,)),
    *APPROVED,
    told("drafting"),
    told("signing", "planned", "2025-04-09"),
]


def said(bond: Bond, naming: Naming, on: str = "2025-06-02") -> tuple[str, ...]:
    names = (naming.place(OURS), naming.place(THEIRS))
    return truth(bond, names, as_of=date.fromisoformat(on), language=naming.language)


def test_before_the_signing_the_way_is_told(fa: Naming) -> None:
    assert said(bond_of(*KAZAN, on="2025-04-08"), fa, "2025-04-08") == (
        "اصفهان و کازان هنوز خواهرخوانده نیستند.",
        "از سوی اصفهان، هر سه مجوز لازم گرفته شده و متن تدوین شده است.",
        "امضا برای ۲۰ فروردین ۱۴۰۴ برنامه‌ریزی شده است.",
    )


def test_before_the_signing_the_way_is_told_in_english(en: Naming) -> None:
    assert said(bond_of(*KAZAN, on="2025-04-08"), en, "2025-04-08") == (
        "Isfahan and Kazan are not sister cities yet.",
        "On the side of Isfahan, all three required approvals have been given and the text is drafted.",
        "The signing is planned for 9 April 2025.",
    )


def test_a_plan_whose_day_has_passed_is_no_signature(en: Naming) -> None:
    last = said(bond_of(*KAZAN), en)[-1]

    assert last == "The signing was planned for 9 April 2025; no source yet says that it took place."


def test_after_the_signing_the_tie_stands(fa: Naming) -> None:
    bond = bond_of(*KAZAN, told("signing", when="2025-04-09", by="city", published="2025-04-10"))

    assert said(bond, fa) == ("اصفهان و کازان از ۲۰ فروردین ۱۴۰۴ خواهرخوانده‌اند.",)


def test_a_wish_is_called_a_wish(fa: Naming) -> None:
    assert said(bond_of(told("signing", "wished")), fa) == (
        "اصفهان و کازان هنوز خواهرخوانده نیستند.",
        "خواهرخواندگی در حد خواست است و چیزی از آن امضا نشده است.",
    )


def test_a_visit_alone_makes_no_tie(en: Naming) -> None:
    bond = bond_of(told("visit", instrument=None))

    assert (toward(bond), said(bond, en)) == (None, ("Nothing in force between Isfahan and Kazan is on record.",))


def test_sides_that_differ_are_told_apart(en: Naming) -> None:
    bond = bond_of(
        told("signing", when="2000-10-27"),
        told("suspension", when="2023-01-24", acts=(1,), sides=(1,), by="post"),
    )

    assert said(bond, en) == (
        "On the side of Isfahan, the sister-city agreement with Kazan has been in force since 27 October 2000.",
        "On the side of Kazan, the sister-city agreement with Isfahan has been suspended since 24 January 2023.",
    )


def test_a_memorandum_with_a_wish_for_more(en: Naming) -> None:
    bond = bond_of(told("signing", when="2024-09-25", instrument="mou"), told("signing", "wished"))

    assert said(bond, en) == (
        "Isfahan and Kazan have had a memorandum of understanding in force since 25 September 2024.",
        "A sister-city agreement is wished for; nothing of it has been signed.",
    )


def test_contested_is_said(en: Naming) -> None:
    bond = bond_of(told("signing", when="2020-01-02"), told("signing", "denied", "2020-01-02", by="other"))

    assert said(bond, en)[-1] == "The sources contradict each other on this."


def test_a_few_approvals_are_counted(en: Naming) -> None:
    assert "On the side of Isfahan, two of three required approvals have been given." in said(
        bond_of(*APPROVED[:2]), en
    )
