from __future__ import annotations

from peyvand.adapters.signing.ed25519 import check, public_of, sign

# RFC 8032, section 7.1, test 2.
SEED = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
PUBLIC = bytes.fromhex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
SIGNATURE = bytes.fromhex(
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
)


def test_signature_is_that_of_the_specification() -> None:
    assert (public_of(SEED), sign(SEED, b"\x72")) == (PUBLIC, SIGNATURE)
    assert check(PUBLIC, SIGNATURE, b"\x72")


def test_anything_else_is_refused() -> None:
    assert not check(PUBLIC, SIGNATURE, b"\x73")
    assert not check(PUBLIC, SIGNATURE[:-1] + b"\x01", b"\x72")
    assert not check(PUBLIC, b"", b"\x72")
    assert not check(b"short", SIGNATURE, b"\x72")
