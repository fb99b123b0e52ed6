"""Secrets that open something by being known: of links, of sessions. Kept as their hash alone."""

from __future__ import annotations

import secrets
from hashlib import sha256


def new_secret() -> str:
    """256 random bits, as letters that fit into an address."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is kept of a secret: SHA-256 (hex). Whatever a visitor sends has one."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
