"""Codes of an authenticator app (TOTP, RFC 6238), and the codes for the day on which the app is lost."""

from __future__ import annotations

import secrets
import unicodedata
from hashlib import sha256

import pyotp

STEP_SECONDS = 30
DIGITS = 6
# Clocks of telephones go wrong by less than one step.
_LEEWAY = 1
# Without letters that are read as digits; 16 of them are 80 bits, too many to try even for who holds the store.
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_GROUPS, _GROUP = 4, 4


def new_secret() -> str:
    """160 random bits, in base 32."""
    return pyotp.random_base32()


def address(secret: str, *, member: str, site: str) -> str:
    """The ``otpauth:`` address that an authenticator app takes, with the names that it shows."""
    return pyotp.TOTP(secret).provisioning_uri(name=member, issuer_name=site)


def code_at(secret: str, step: int) -> str:
    """The code of a step of thirty seconds since 1970."""
    return pyotp.TOTP(secret).generate_otp(step)


def step_of(secret: str, code: str, seconds: float) -> int | None:
    """The step around a time (seconds since 1970) whose code this is, None where there is none."""
    now, typed = int(seconds) // STEP_SECONDS, plain(code)
    if len(typed) != DIGITS:
        return None
    steps = range(now - _LEEWAY, now + _LEEWAY + 1)
    found = [step for step in steps if secrets.compare_digest(code_at(secret, step).encode(), typed.encode())]
    return max(found, default=None)


def plain(code: str) -> str:
    """A code as it was meant: digits of any script as 0-9, letters large, and nothing between them."""
    kept = (letter for letter in code if letter.isalnum())
    return "".join(_digit(letter) for letter in kept).upper()


def new_recovery_codes(how_many: int) -> list[str]:
    """Codes for one use each, such as ``ABCD-EFGH-JKMN-PQRS``."""
    return ["-".join(_group() for _ in range(_GROUPS)) for _ in range(how_many)]


def recovery_digest(code: str) -> str:
    """What is kept of a recovery code: SHA-256 (hex), however it was typed. Without a key of the installation, so that
    the codes open a copy that was restored elsewhere."""
    return sha256(plain(code).encode()).hexdigest()


def _digit(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)


def _group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_GROUP))
