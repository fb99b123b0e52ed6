"""A passkey without a browser: it answers the questions of a site as a security key would."""

from __future__ import annotations

import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

_PRESENT, _VERIFIED, _WITH_KEY = 0x01, 0x04, 0x40


def text(data: bytes) -> str:
    """Base 64 as the web writes it, without padding."""
    return urlsafe_b64encode(data).rstrip(b"=").decode()


@dataclass
class SoftKey:
    """One credential for one site. ``verifies``: it asked its owner for a finger or a word."""

    origin: str = "http://testserver"
    verifies: bool = True
    signed: int = 0
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    _key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def make(self, options: str) -> str:
        """The answer to the question for a new passkey."""
        asked = json.loads(options)
        data = self._data(asked["rp"]["id"], _WITH_KEY)
        data += bytes(16) + len(self.id).to_bytes(2, "big") + self.id + cbor2.dumps(self._public())
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer("webauthn.create", asked["challenge"], {"attestationObject": text(attestation)})

    def sign(self, options: str) -> str:
        """The answer to the question for a known passkey."""
        asked = json.loads(options)
        self.signed += 1
        data = self._data(asked["rpId"])
        client = self._client("webauthn.get", asked["challenge"])
        signature = self._key.sign(data + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        told = {"authenticatorData": text(data), "signature": text(signature)}
        return self._answer("webauthn.get", asked["challenge"], told)

    def _data(self, site: str, more: int = 0) -> bytes:
        flags = _PRESENT | (_VERIFIED if self.verifies else 0) | more
        return sha256(site.encode()).digest() + bytes([flags]) + self.signed.to_bytes(4, "big")

    def _public(self) -> dict[int, object]:
        point = self._key.public_key().public_numbers()
        return {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _answer(self, kind: str, challenge: str, response: dict[str, str]) -> str:
        told = {**response, "clientDataJSON": text(self._client(kind, challenge))}
        return json.dumps({"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": told})
