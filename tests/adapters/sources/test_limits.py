from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from peyvand.adapters.sources import LIMITS


def test_limits_are_not_changed_in_passing() -> None:
    with pytest.raises(FrozenInstanceError):
        LIMITS.bytes = 1  # type: ignore[misc]
