from __future__ import annotations

import pickle

from peyvand.adapters.sources import REASONS, UnreadableSource


def test_a_refusal_says_which_source_and_why() -> None:
    refusal = UnreadableSource("a.txt", "too_large", limit=20_000_000)

    assert str(refusal) == "a.txt: It is larger than the 20,000,000 bytes that are read."


def test_a_refusal_travels_between_processes() -> None:
    refusal = pickle.loads(pickle.dumps(UnreadableSource("a", "binary", what="a picture")))

    assert (refusal.name, refusal.code, refusal.reason) == ("a", "binary", "This is not text: it looks like a picture.")


def test_every_reason_is_a_sentence() -> None:
    assert all(reason.endswith(".") and reason[0].isupper() for reason in REASONS.values())
