from __future__ import annotations

import pytest

from peyvand.adapters.factors.sealing import Unreadable, seal, unseal


def test_what_was_sealed_is_read_again() -> None:
    assert unseal(seal("رمز", "the secret"), "the secret") == "رمز"


def test_a_seal_shows_nothing_and_is_never_the_same() -> None:
    first, second = seal("GEZDGNBV", "the secret"), seal("GEZDGNBV", "the secret")

    assert ("GEZDGNBV" in first, first == second) == (False, False)


def test_another_secret_opens_nothing() -> None:
    with pytest.raises(Unreadable):
        unseal(seal("x", "the secret"), "another")


@pytest.mark.parametrize("damaged", ["", "gAAAAA", "ab"])
def test_what_is_no_seal_opens_nothing(damaged: str) -> None:
    with pytest.raises(Unreadable):
        unseal(damaged, "the secret")
