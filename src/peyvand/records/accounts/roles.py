"""The roles of an office."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    HEAD = "head"
    OFFICER = "officer"
    PRESS = "press"
    LEGAL = "legal"
    COUNCIL_READER = "council_reader"
    PARTNER = "partner"
    AUDITOR = "auditor"
