"""The parts of a news page: title, lead, body, caption, and the furniture that no article says."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """Where in a source the words stand."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    CAPTION = "caption"
    FURNITURE = "furniture"
