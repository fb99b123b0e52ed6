"""Checkpoints: how far a log had grown and the root over it, as a signed text that anybody may keep.

The form is that of C2SP: a checkpoint (c2sp.org/tlog-checkpoint) is the text of a signed note (c2sp.org/signed-note).
Reading is strict, so that one note has exactly one spelling: a note with any bit changed is another note or none.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

_ED25519 = b"\x01"
_KEY_SIZE = 32
_ID_SIZE = 4
_MOST_SIGNATURES = 100
_DASH = "— "
_NAME = re.compile(r"[^\s+]+")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,18}")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")

# Whether a signature (64 bytes) over a message was made with a public key (32 bytes).
Check = Callable[[bytes, bytes, bytes], bool]


class BadNote(ValueError):
    """This is no signed note, checkpoint or key in the form that it should have."""


class NotSigned(ValueError):
    """No known key has signed the note, or one that is named in it has not."""


@dataclass(frozen=True, slots=True)
class VerifierKey:
    """The public half of a signing key (Ed25519, 32 bytes), with the name it signs by."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes that tell keys of one name apart."""
        return sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:_ID_SIZE]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{b64encode(_ED25519 + self.public).decode()}"


@dataclass(frozen=True, slots=True)
class Signature:
    """One line under a note: who signed, with which key, and the signature (64 bytes)."""

    name: str
    key_id: bytes
    value: bytes

    def __str__(self) -> str:
        return f"{_DASH}{self.name} {b64encode(self.key_id + self.value).decode()}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends a line, and the signatures over its UTF-8 bytes."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return f"{self.text}\n{''.join(map(str, self.signatures))}"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``origin`` names the log; ``root`` is the Merkle root (32 bytes) over its first ``size`` entries."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """What is signed: three lines."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def read_key(written: str) -> VerifierKey:
    """A public key from its written form, ``name+id+key``. Raises `BadNote`."""
    name, _, rest = written.strip().partition("+")
    key_id, _, encoded = rest.partition("+")
    material = _decoded(encoded)
    key = VerifierKey(name, material[1:])
    if not _NAME.fullmatch(name) or material[:1] != _ED25519 or len(key.public) != _KEY_SIZE:
        raise BadNote("not an Ed25519 key in the form name+id+key")
    if key_id != key.id.hex():
        raise BadNote("the key's id does not belong to it")
    return key


def read_note(written: str) -> Note:
    """A note from its written form. Raises `BadNote`."""
    head, _, foot = written.rpartition("\n\n")
    lines = foot.split("\n")
    if not head or _CONTROL.search(written) or lines.pop() or not 0 < len(lines) <= _MOST_SIGNATURES:
        raise BadNote("not a text, an empty line and lines with signatures")
    return Note(f"{head}\n", tuple(_signature(line) for line in lines))


def read_checkpoint(text: str) -> Checkpoint:
    """A checkpoint from the text of a note. Raises `BadNote`."""
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] or not lines[0]:
        raise BadNote("a checkpoint has three lines")
    origin, size, root = lines[0], lines[1], _decoded(lines[2])
    if not _NUMBER.fullmatch(size) or len(root) != sha256().digest_size:
        raise BadNote("a checkpoint has a size and a root hash")
    return Checkpoint(origin, int(size), root)


def signer_of(note: Note, keys: Iterable[VerifierKey], check: Check) -> VerifierKey:
    """The known key that signed the note. Signatures of unknown keys say nothing; a false one of a known key spoils the
    note. Raises `NotSigned`."""
    known = {(key.name, key.id): key for key in keys}
    signers = []
    for signature in note.signatures:
        key = known.get((signature.name, signature.key_id))
        if key is None:
            continue
        if not check(key.public, signature.value, note.text.encode()):
            raise NotSigned(f"the signature of {key.name} is false")
        signers.append(key)
    if not signers:
        raise NotSigned("no known key has signed this")
    return signers[0]


def open_checkpoint(written: str, keys: Iterable[VerifierKey], check: Check) -> Checkpoint:
    """The checkpoint in a note that a known key has signed for the log of its own name. Raises `BadNote` or
    `NotSigned`."""
    note = read_note(written)
    signer = signer_of(note, keys, check)
    checkpoint = read_checkpoint(note.text)
    if checkpoint.origin != signer.name:
        raise NotSigned(f"{signer.name} does not sign for {checkpoint.origin}")
    return checkpoint


def _signature(line: str) -> Signature:
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    blob = _decoded(encoded)
    if not line.startswith(_DASH) or not _NAME.fullmatch(name) or len(blob) <= _ID_SIZE:
        raise BadNote("not a line with a signature")
    return Signature(name, blob[:_ID_SIZE], blob[_ID_SIZE:])


def _decoded(encoded: str) -> bytes:
    """Base64 in its one spelling: spare bits that say nothing must be zero."""
    try:
        decoded = b64decode(encoded.encode("ascii"), validate=True)
    except ValueError as fault:
        raise BadNote("not base64") from fault
    if b64encode(decoded).decode() != encoded:
        raise BadNote("not base64 in its one spelling")
    return decoded
