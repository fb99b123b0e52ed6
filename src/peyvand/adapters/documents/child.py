"""Reading that a hostile file could turn into endless work is done in a process of its own, bounded and stopped."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.limits import Limits

# The child counts its work itself; by the clock it may take this many times longer, on a busy machine.
_PATIENCE = 20


def asked(module: str, data: bytes, name: str, limits: Limits, *bounds: int | str) -> dict[str, Any]:
    """The JSON object that a module run as a process answers to these bytes. Seconds of work and bytes of memory are
    its first arguments, ``bounds`` those after them. Raises `UnreadableSource`."""
    command = [sys.executable, "-m", module, *map(str, (limits.seconds, limits.memory, *bounds))]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE * limits.seconds, check=False)
    except subprocess.TimeoutExpired as fault:
        raise UnreadableSource(name, "too_slow", limit=limits.seconds) from fault
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as fault:
        # The kernel ends a child at its limit of work; one without memory may end in any way.
        code = "too_slow" if done.returncode < 0 else "too_hungry"
        limit = limits.seconds if code == "too_slow" else limits.memory
        raise UnreadableSource(name, code, limit=limit) from fault
    if "fault" in answer:
        limit = answer.get("limit", limits.memory)
        raise UnreadableSource(name, answer["fault"], cause=answer.get("cause", ""), limit=limit)
    return answer
