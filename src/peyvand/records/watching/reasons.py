"""Why a page could not be looked at, as it is kept: a code with its details, told in the language of whoever asks."""

from __future__ import annotations

import json
from typing import Any

from peyvand.adapters.sources import REASONS, UnreadableSource

_LONGEST = 120


def packed(fault: UnreadableSource) -> str:
    """A reason in one line of JSON."""
    details = {key: value if isinstance(value, int) else str(value)[:_LONGEST] for key, value in fault.details.items()}
    return json.dumps([fault.code, details], ensure_ascii=False)


def unpacked(kept: str) -> tuple[str, dict[str, Any]]:
    """A kept reason's code (a key of `adapters.sources.REASONS`) and the details of its sentence."""
    code, details = json.loads(kept)
    return (code, details) if code in REASONS else ("broken_reader", {"cause": code})
