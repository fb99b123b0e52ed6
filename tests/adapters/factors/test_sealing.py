from __future__ import annotations

import pytest

from peyvand.adapters.factors.sealing import Unreadable, seal, unseal


def test_what_was_sealed_is_read_again() -> None:
    assert unseal(seal("رمز", "the secret"), "the secret") == "رمز"


def test_a_seal_shows_nothing_and_is_never_the_same() -> None:
    first, second = seal("GEZDGNBV", "the secret"), seal("GEZDGNBV", "the secret")

    assert ("GEZDGNBV" in first, first == second) == (False, False)


@pytest.mark.parametrize(
    ("sealed", "secret"), [(seal("x", "the secret"), "another"), ("", "the secret"), ("gAAAAA", "x"), ("ab", "x")]
)
def test_another_secret_opens_nothing(sealed: str, secret: str) -> None:
    with pytest.raises(Unreadable):
        unseal(sealed, secret)
