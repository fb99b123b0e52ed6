"""The ledger as JSON Lines: everything that is needed to have it again elsewhere, entry for entry, on either engine.

The first line says size and root. Then, each before the entry that needs it: the members who entered something, the
texts of sources, and the words of reasons that were not erased; and the addresses of places, which once published never
change their meaning.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from peyvand.records.accounts.models import Member
from peyvand.records.ledger.models import Entry, Kind, Source, Vault
from peyvand.records.ledger.proofs import entry_json
from peyvand.records.ledger.queries import head
from peyvand.records.ledger.vault import REASONED, commitments_in
from peyvand.records.places.models import PlaceSlug

FORM = "ledger/1"
_AT_ONCE = 500

Line = dict[str, Any]


def ledger_lines() -> Iterator[Line]:
    """The lines of the log as it stands; what is written meanwhile is left for the next time."""
    now = head()
    yield {"peyvand": FORM, "size": now.size, "root": now.root}
    for place, slug in PlaceSlug.objects.order_by("place_id").values_list("place_id", "slug"):
        yield {"slug": {"place": place, "slug": slug}}
    told: set[int] = set()
    entries = Entry.objects.filter(number__lt=now.size).order_by("number").iterator(_AT_ONCE)
    while some := list(islice(entries, _AT_ONCE)):
        yield from _members({entry.member_id for entry in some} - told)
        told |= {entry.member_id for entry in some}
        yield from _entries(some)


def _members(wanted: set[int]) -> Iterator[Line]:
    names = ("id", "username", "display_name", "role", "language", "city")
    for member in Member.objects.filter(pk__in=wanted).order_by("pk").values(*names):
        yield {"member": member}


def _entries(some: list[Entry]) -> Iterator[Line]:
    captures = [entry.key for entry in some if entry.kind == Kind.SOURCE]
    texts = dict(Source.objects.filter(capture__in=captures).values_list("capture", "text"))
    commitments = list(commitments_in(entry.body for entry in some if entry.kind in REASONED))
    for kept in Vault.objects.filter(commitment__in=commitments).order_by("commitment").values():
        yield {"vault": kept}
    for entry in some:
        if entry.kind == Kind.SOURCE:
            yield {"source": {"capture": entry.key, "text": texts[entry.key]}}
        yield {"entry": entry_json(entry) | {"leaf": entry.leaf}}
