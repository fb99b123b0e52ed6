"""The style sheet holds in both directions, and its colours can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import peyvand.web.shared

SHEET = (Path(peyvand.web.shared.__file__).parent / "static" / "peyvand" / "site.css").read_text("utf-8")
_PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b[\w-]*"
    r"|(?:left|right|top|bottom|width|height|max-width|min-width|max-height|min-height|float)\s*:)"
)


def colours(scheme: str) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", SHEET, re.S)
    block = blocks[0 if scheme == "light" else 1]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_only_logical_properties_are_used() -> None:
    # Conditions on the screen's width are not properties.
    assert _PHYSICAL.findall(re.sub(r"@media[^{]*", "", SHEET)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "soft", "lapis", "turquoise", "saffron", "madder"])
@pytest.mark.parametrize("ground", ["paper", "raise", "wash"])
def test_words_can_be_read_on_every_ground(scheme: str, ink: str, ground: str) -> None:
    used = colours(scheme)

    assert contrast(used[ink], used[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("marker", ["marker", "marker-2"])
def test_words_can_be_read_under_the_marker(scheme: str, marker: str) -> None:
    used = colours(scheme)

    assert contrast(used["ink"], used[marker]) >= 4.5


def test_nothing_comes_from_elsewhere() -> None:
    assert "://" not in SHEET
    assert "@import" not in SHEET
