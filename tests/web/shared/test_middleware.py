from __future__ import annotations

import pytest
from django.test import Client
from tests.web.addresses import ADDRESSES_TO_TRY

from peyvand.web.shared.middleware import CONTENT_SECURITY_POLICY


@pytest.mark.parametrize("path", ADDRESSES_TO_TRY)
def test_every_answer_carries_the_policy(db: None, client: Client, path: str) -> None:
    answer = client.get(path)
    # A file that nobody reads stays open.
    b"".join(getattr(answer, "streaming_content", ()))

    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_policy_allows_nothing_inline() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "nonce" not in CONTENT_SECURITY_POLICY
    assert "default-src 'none'" in CONTENT_SECURITY_POLICY
