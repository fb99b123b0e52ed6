"""The installation's signing key, and signatures made and checked with Ed25519."""

from peyvand.adapters.signing.ed25519 import check
from peyvand.adapters.signing.keys import SigningKey, known_keys, signing_key

__all__ = ["SigningKey", "check", "known_keys", "signing_key"]
