from __future__ import annotations

import pytest
from tests.factories.frames import told_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "市长率团访问俄罗斯喀山市，签署友好城市协议；市人大常委会审议通过与法国里昂市结好的议案。",
            ["visit done: Kazan, Suqian", "signing done: Kazan, Suqian", "approval done: Lyon, Suqian"],
        ),
        ("我市与法国里昂市签署友好城市协议。", ["signing done: Lyon, Suqian"]),
    ],
)
def test_partners_abroad_in_parts_of_their_own_are_of_the_city_at_home(text: str, found: list[str]) -> None:
    assert told_in("zh", "宿迁市与法国里昂市交往多年。" + text) == found


def test_a_partner_that_a_small_word_leads_in_stands_beside_a_city_that_is_none() -> None:
    beside = (
        "Norfolk City Council met. It approved a sister city pact with Lyon, and the sending of two workers to Kazan."
    )
    assert "approval done: Kazan, Lyon" not in told_in("en", beside)
