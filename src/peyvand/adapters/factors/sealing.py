"""Words that rest encrypted in the store, under a key made of the installation's secret."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_FOR = b"peyvand: secrets of second factors"


class Unreadable(Exception):
    """Sealed under another secret, or damaged: as after a copy was restored without its secret."""


def seal(words: str, secret: str) -> str:
    """The words encrypted and authenticated (Fernet), as text."""
    return _fernet(secret).encrypt(words.encode()).decode("ascii")


def unseal(sealed: str, secret: str) -> str:
    """The words again. Raises `Unreadable`."""
    try:
        return _fernet(secret).decrypt(sealed.encode()).decode()
    except InvalidToken as fault:
        raise Unreadable from fault


def _fernet(secret: str) -> Fernet:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=_FOR).derive(secret.encode())
    return Fernet(urlsafe_b64encode(key))
