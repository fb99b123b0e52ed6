from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from tests.factories.members import member

from peyvand.adapters.engines.bulk import insert_rows, prepared
from peyvand.records.ledger.models import Entry, Source
from peyvand.records.places.models import PlaceSlug

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 4, 9, 12, 0, 0, 5, UTC)


def test_rows_are_those_that_a_model_would_save() -> None:
    mina = member()
    meta = {"tags": ["شهر", "a\tb\\n"], "code": None}
    time = prepared(connection, Source, "received_at", NOON)
    published = prepared(connection, Source, "published", NOON.date())
    written = prepared(connection, Source, "meta", meta)
    row = ("c" * 64, "یک\nدو\t\\.", "نام", "", "", published, "article", "fa", True, written, time, mina.pk)

    insert_rows(connection, Source, [row])

    saved = Source.objects.get()
    assert (saved.text, saved.meta, saved.received_at, saved.published) == (row[1], meta, NOON, NOON.date())
    assert saved.public is True


def test_guards_see_every_row() -> None:
    insert_rows(connection, PlaceSlug, [("a", "one"), ("b", "two")])

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(connection, PlaceSlug, [("c", "three"), ("a", "four")])

    assert PlaceSlug.objects.count() == 2


def test_gap_in_the_log_is_refused() -> None:
    mina = member()
    time = prepared(connection, Entry, "recorded_at", NOON)
    rows = [(n, "source", f"{n:064x}", "", "{}", "", time, mina.pk, "", "") for n in (0, 1, 3)]

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(connection, Entry, rows)

    assert not Entry.objects.exists()
