"""Whatever stands in the audit has words."""

from __future__ import annotations

import pytest
from tests.web.addresses import addresses

from peyvand.records.accounts.permissions import PERMISSIONS
from peyvand.web.office.permitwords import permission_words
from peyvand.web.shared.policy import Policy


@pytest.mark.parametrize("permission", PERMISSIONS)
def test_every_permission_has_words(permission: str) -> None:
    assert permission_words(permission) != permission


def test_every_page_that_is_shown_has_words() -> None:
    shown = {one.name for one in addresses() if "GET" in policy_of(one.view).methods}

    assert [name for name in sorted(shown) if permission_words(name) == name] == []


def test_what_has_no_words_shows_its_code() -> None:
    assert permission_words("case.unheard_of") == "case.unheard_of"


def policy_of(view: object) -> Policy:
    declared: Policy = view.policy  # type: ignore[attr-defined]
    return declared
