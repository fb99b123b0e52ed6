from __future__ import annotations

import pytest
from tests.architecture.roles_table import page, renewed

from peyvand.records.accounts.permissions import PERMISSIONS
from peyvand.web.office.permitwords import PERMISSION_WORDS


def test_every_permission_is_called_something() -> None:
    assert PERMISSIONS.keys() - PERMISSION_WORDS.keys() == set()


@pytest.mark.parametrize("language", ["en", "fa"])
def test_the_guide_tells_what_holds(language: str) -> None:
    """After a wanted change: python -m tests.architecture.policies"""
    assert page(language).read_text("utf-8") == renewed(language)
