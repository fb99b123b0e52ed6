from __future__ import annotations

import re

from peyvand.records.accounts.tokens import digest_of, new_secret


def test_secrets_are_long_and_fit_into_addresses() -> None:
    first, second = new_secret(), new_secret()

    assert re.fullmatch(r"[\w-]{43}", first, re.ASCII)
    assert first != second


def test_whatever_is_sent_has_a_digest() -> None:
    assert digest_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert len(digest_of("\udcff" * 5_000)) == 64
