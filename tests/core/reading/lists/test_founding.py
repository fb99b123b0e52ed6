"""Ties told by the year they began, and lists whose partners have a year each."""

from __future__ import annotations

import pytest

from peyvand.core.reading import read
from peyvand.lexicon import gazetteer, lexicon


def told(text: str) -> list[tuple[str, str, str | None]]:
    found = read(text, lexicon=lexicon("fa"), gazetteer=gazetteer()).statements
    return [
        (
            f"{one.statement.event}:{one.statement.modality}",
            "-".join(city.name for city in one.cities),
            one.statement.date_text,
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "نخستین خواهرخواندگی کرمان سال ۱۳۸۰ با مسقط بود و پس از آن با لاهور در سال ۱۳۸۵ بسته شد.",
            [
                ("signing:done", "Kerman-Muscat", "سال ۱۳۸۰"),
                ("signing:done", "Kerman-Lahore", "سال ۱۳۸۵"),
            ],
        ),
        (
            "گرگان با آکتائو در سال ۱۳۸۴ و بخارا در سال ۱۳۹۵ خواهرخوانده شد.",
            [("signing:done", "Gorgan-Aktau", "سال ۱۳۸۴"), ("signing:done", "Gorgan-Bukhara", "سال ۱۳۹۵")],
        ),
        (
            "همدان در سال ۱۳۸۵ با بخارا و در سال ۱۳۹۰ با قونیه پیمان خواهرخواندگی بست.",
            [("signing:done", "Hamedan-Bukhara", "سال ۱۳۸۵"), ("signing:done", "Hamedan-Konya", "سال ۱۳۹۰")],
        ),
        ("مشهد از سال ۱۳۹۰ در پی خواهرخواندگی با کراچی بود.", []),
        ("قرار بود نخستین خواهرخواندگی یزد در سال ۱۳۹۹ با بم باشد.", []),
    ],
)
def test_each_partner_has_its_own_year(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == found


def test_all_of_them_may_have_lapsed() -> None:
    text = "نخستین خواهرخواندگی کرمان با مسقط بود و پس از آن با لاهور در سال ۱۳۸۵ بسته شد که همه آن‌ها منقضی شد."

    assert ("termination:done", "Kerman-Lahore", None) in told(text)
