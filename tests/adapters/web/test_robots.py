from __future__ import annotations

import pytest

from peyvand.adapters.web.robots import NOTHING, Rules, rules_for

TEXT = """# for all
User-agent: *
Disallow: /private # not for programs
Allow: /private/open
Disallow: /*.pdf$

User-agent: Peyvand
User-agent: other
Disallow: /drafts/*/secret
Disallow:
"""


@pytest.mark.parametrize(
    ("target", "may"),
    [
        ("/", True),
        ("/private", False),
        ("/private/x", False),
        ("/private/open/x", True),
        ("/a.pdf", False),
        ("/a.pdf?x=1", True),
    ],
)
def test_the_longest_rule_wins(target: str, may: bool) -> None:
    assert rules_for("stranger", TEXT).allow(target) is may


@pytest.mark.parametrize(("target", "may"), [("/private", True), ("/drafts/1/secret/x", False), ("/drafts/1/x", True)])
def test_a_program_goes_by_its_own_group(target: str, may: bool) -> None:
    assert rules_for("peyvand", TEXT).allow(target) is may


def test_without_rules_everything_is_open() -> None:
    assert rules_for("peyvand", "").allow("/x")
    assert not NOTHING.allow("/x")


def test_patterns_fit_at_their_end_only_once() -> None:
    assert [Rules(((False, "/a*b$"),)).allow(target) for target in ("/ab", "/a1b", "/a1bc", "/a")] == [
        False,
        False,
        True,
        True,
    ]


def test_a_hostile_pattern_costs_no_more_than_its_length() -> None:
    assert rules_for("peyvand", "User-agent: *\nDisallow: /" + "*a" * 900).allow("/" + "a" * 800)
