from __future__ import annotations

from datetime import date

import pytest
from tests.factories.towns import hits, only, reading

from peyvand.core.reading.dating import date_of, is_to_come

DAY = date(2023, 9, 25)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("پیمان خواهرخواندگی کاشمر و اوش در ۱۰ مهر ۱۴۰۱ امضا شد.", "2022-10-02"),
        ("پیمان خواهرخواندگی کاشمر و اوش در سال ۱۳۸۶ امضا شد.", "2007-03-21/2008-03-19"),
        ("کاشمر و اوش از سال ۱۳۸۶ خواهرخوانده‌اند.", "2007-03-21/2008-03-19"),
        ("تبادل دانشجو میان شهرداری‌های کاشمر و اوش از سال ۱۳۸۶ ادامه دارد.", "2007-03-21/.."),
        ("پیمان خواهرخواندگی کاشمر و اوش تا پایان دی امضا می‌شود.", None),
        ("پیمان خواهرخواندگی کاشمر و اوش ۱۵ مهر امضا می‌شود.", "2023-10-07"),
        ("پیمان خواهرخواندگی کاشمر و اوش ۱۵ مهر امضا شد.", "2022-10-07"),
        ("پیمان خواهرخواندگی کاشمر و اوش در ۱۰ مهر ۱۴۰۱ آماده و در ۲ آبان ۱۴۰۱ امضا شد.", "2022-10-24"),
        ("در ۱۰ مهر ۱۴۰۱ بود که پیمان خواهرخواندگی کاشمر و اوش امضا شد.", "2022-10-02"),
        ("پیمان خواهرخواندگی کاشمر و اوش امضا شد.", None),
    ],
)
def test_a_step_takes_the_date_of_its_clause(text: str, edtf: str | None) -> None:
    found = [hit for hit in hits(text) if hit.trigger.event != "drafting"]
    dated = date_of(found[-1].trigger, published=DAY, near=())
    assert (dated.edtf if dated else None) == edtf


def test_a_day_without_a_year_stays_open_where_no_day_of_publication_is_known() -> None:
    (hit,) = hits("پیمان خواهرخواندگی کاشمر و اوش ۱۵ مهر امضا شد.")
    dated = date_of(hit.trigger, published=None, near=())
    assert dated is not None
    assert dated.edtf is None


def test_another_step_of_the_pair_may_lend_its_year() -> None:
    (hit,) = hits("پیمان خواهرخواندگی کاشمر و اوش ۱۵ مهر امضا شد.")
    dated = date_of(hit.trigger, published=None, near=[(date(2022, 10, 2), date(2022, 10, 2))])
    assert dated is not None
    assert dated.edtf == "2022-10-07"


def test_what_is_reported_and_dated_later_is_still_to_come() -> None:
    (hit,) = hits("شهردار کاشمر از امضای پیمان خواهرخواندگی با اوش در ۱۵ مهر ۱۴۰۲ خبر داد.")
    assert is_to_come(hit.trigger, DAY)
    assert not is_to_come(hit.trigger, None)
    assert not is_to_come(hit.trigger, date(2023, 11, 1))


def test_the_plan_says_so() -> None:
    proposal = only("شهردار کاشمر از امضای پیمان خواهرخواندگی با اوش در ۱۵ مهر ۱۴۰۲ خبر داد.", "2023-09-25")
    assert (proposal.statement.modality, proposal.resolution.date) == ("planned", "2023-10-07")


def test_a_step_told_later_lends_its_year_too() -> None:
    proposals = reading(
        "شهردار کاشمر از پیمان خواهرخواندگی با اوش که ۲۰ فروردین امضا می‌شود یاد کرد. "
        "پیشنهاد خواهرخواندگی کاشمر و اوش در تیر ۱۴۰۱ مطرح شد."
    ).statements
    dates = {str(one.statement.event): (one.resolution.date, str(one.resolution.date_basis)) for one in proposals}
    assert dates["signing"] == ("2023-04-09", "inferred")
