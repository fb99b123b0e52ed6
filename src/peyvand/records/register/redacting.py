"""Names of persons struck out of a source, and the register folded anew without them: the one door."""

from __future__ import annotations

from django.db import connection, transaction

from peyvand.adapters.engines.forgetting import forget
from peyvand.core.text.redacting import strike
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.ledger import redacting
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.models import Source
from peyvand.records.register.actions import refold
from peyvand.records.register.models import Bond, City

_MOST_SOURCES = 1_000


def redact(capture: str, words: str, *, by: Member, reason: str) -> int:
    """Strike words out of one source; how many entries on it held them. As `ledger.redacting.redact`."""
    with writing():
        changed = redacting.redact(capture, words, by=by, reason=reason)
        refold(changed)
        transaction.on_commit(_forget)
    return len(changed)


def sources_with(words: str, *, by: Member) -> list[str]:
    """The captures of sources in whose text the words stand; at most a thousand. Raises `NotAllowed`."""
    allow(by, "personal.erase")
    parts = words.split()
    if not parts:
        return []
    # As they are written; a spelling of another kind is asked for by itself.
    found = Source.objects.filter(text__contains=parts[0]).order_by("received_at").values_list("capture", "text")
    return [capture for capture, text in found.iterator() if strike(text, words) != text][:_MOST_SOURCES]


def _forget() -> None:
    for model in (Bond, City):
        forget(connection, model._meta.db_table)
