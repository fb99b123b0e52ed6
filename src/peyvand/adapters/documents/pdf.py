"""The text of a PDF, read by a child process that is stopped when it takes too long or too much."""

from __future__ import annotations

import json
import subprocess
import sys

from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.limits import Limits

_CHILD = "peyvand.adapters.documents.pdf_child"
# The child counts its work itself; by the clock it may take this many times longer, on a busy machine.
_PATIENCE = 20


def pdf_text(data: bytes, name: str, limits: Limits) -> str:
    """The paragraphs of the text layer, an empty line between them. Raises `UnreadableSource`."""
    bounds = map(str, (limits.seconds, limits.memory, limits.characters, limits.pages))
    command = [sys.executable, "-m", _CHILD, *bounds]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE * limits.seconds, check=False)
    except subprocess.TimeoutExpired as fault:
        raise UnreadableSource(name, "too_slow", limit=limits.seconds) from fault
    try:
        answer = json.loads(done.stdout)
    except ValueError as fault:
        # The kernel ends a child at its limit of work; one without memory may end in any way.
        code = "too_slow" if done.returncode < 0 else "too_hungry"
        limit = limits.seconds if code == "too_slow" else limits.memory
        raise UnreadableSource(name, code, limit=limit) from fault
    if "fault" in answer:
        raise UnreadableSource(name, answer["fault"], cause=answer.get("cause", ""), limit=limits.memory)
    text: str = answer["text"]
    return text
