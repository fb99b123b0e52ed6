"""Keys as files of an installation: one to sign with, and the public ones it has ever signed with.

The private key is readable by the owner of the installation alone and never enters the database or a backup.
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from pathlib import Path

from peyvand.adapters.files import sync_folder, write_once, write_whole
from peyvand.adapters.signing.ed25519 import public_of, sign
from peyvand.core.ledger.checkpoint import BadNote, Note, Signature, VerifierKey, read_key

_PRIVATE = "signing.key"
_PUBLIC = ".vkey"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A name and the secret that signs for it."""

    name: str
    seed: bytes = field(repr=False)

    @property
    def public(self) -> VerifierKey:
        return VerifierKey(self.name, public_of(self.seed))

    def signed(self, text: str) -> Note:
        """The text as a note with this key's signature."""
        return Note(text, (Signature(self.name, self.public.id, sign(self.seed, text.encode())),))


def signing_key(folder: Path) -> SigningKey:
    """The key of the installation whose keys lie in ``folder``, made on first use. Raises OSError or `BadNote`."""
    path = folder / _PRIVATE
    if not path.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make(path)
    key = _read(path)
    public = folder / f"{key.public.id.hex()}{_PUBLIC}"
    written = f"{key.public}\n".encode()
    if not public.exists() or public.read_bytes() != written:
        write_whole(public, written)
    return key


def known_keys(folder: Path) -> list[VerifierKey]:
    """The public keys in ``folder``. Raises `BadNote` for a file that holds none."""
    return [read_key(path.read_text("utf-8")) for path in sorted(folder.glob(f"*{_PUBLIC}"))]


def _make(path: Path) -> None:
    """A key with a name that no other installation has. Whoever comes second finds the first one's."""
    written = f"peyvand/{secrets.token_hex(8)} {b64encode(secrets.token_bytes(32)).decode()}\n"
    write_once(path, written.encode("ascii"))
    sync_folder(path.parent.parent)


def _read(path: Path) -> SigningKey:
    name, _, encoded = path.read_text("ascii").strip().partition(" ")
    try:
        return SigningKey(name, b64decode(encoded, validate=True))
    except ValueError as fault:
        raise BadNote(f"{path} holds no signing key") from fault
