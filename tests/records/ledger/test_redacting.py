"""A name struck out of a source: gone from every row, and the ledger still proves itself."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, source

from peyvand.core.ledger.statement import Resolution
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.custody.exporting import ledger_lines
from peyvand.records.custody.verification import verify
from peyvand.records.intake import actions
from peyvand.records.ledger.models import GUARDS, Entry, Kind, Source
from peyvand.records.ledger.redacting import CannotRedact, left_of
from peyvand.records.ledger.vault import opened
from peyvand.records.register import queries
from peyvand.records.register.actions import rebuild
from peyvand.records.register.redacting import redact, sources_with

pytestmark = pytest.mark.django_db
NAME = "مینا راد"
WORDS = f"به گفتهٔ {NAME}، پیمان خواهرخواندگی اصفهان و کازان امضا شد."


@pytest.fixture
def head(settings: LazySettings, tmp_path: Path) -> Member:
    settings.HOME = tmp_path
    return member("sara", role=Role.HEAD)


@pytest.fixture
def told(head: Member) -> str:
    """An accepted source whose statement is spoken by a person."""
    captured, reading = source(replace(SIGNED, words=WORDS), title=f"{NAME}: پیمان امضا شد")
    (proposal,) = reading.statements
    spoken = replace(proposal.statement, speaker=NAME)
    meaning = Resolution(statement=spoken.key, places=(ISFAHAN.id, KAZAN.id), date="2025-04-09")
    reading = replace(reading, statements=(replace(proposal, statement=spoken, resolution=meaning),))
    return actions.accept_reading(captured, reading, by=head).source


def faults() -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in verify().faults]


def everything() -> str:
    """All that the database holds, as text."""
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names() if not name.startswith("django_")]
        rows = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += cursor.fetchall()
    return repr(rows)


def test_the_name_is_gone_and_everything_holds(told: str, head: Member) -> None:
    before = [(one.number, one.leaf, one.key) for one in Entry.objects.order_by("number")]

    assert redact(told, NAME, by=head, reason="درخواست خود او") == 2

    assert NAME not in everything()
    assert faults() == []
    after = [(one.number, one.leaf, one.key) for one in Entry.objects.order_by("number")]
    assert after[: len(before)] == before
    (left,) = Entry.objects.filter(kind=Kind.ERASURE)
    assert opened([json.loads(left.body)["reason"]]) == {json.loads(left.body)["reason"]: "درخواست خود او"}


def test_it_is_struck_out_wherever_it_was_shown(told: str, head: Member) -> None:
    redact(told, NAME, by=head, reason="درخواست")

    view = queries.bond((ISFAHAN.id, KAZAN.id))
    assert view
    (event,) = view.bond.events
    assert event.witnesses[0].quote == WORDS.replace(NAME, "████ ███")
    assert view.sources[told].title == "████ ███: پیمان امضا شد"
    (shown,) = view.statements.values()
    assert (shown.statement.speaker, shown.key) == ("████ ███", event.witnesses[0].statement)
    rebuild()
    assert queries.unfolded() == []


def test_a_second_name_of_the_same_source(told: str, head: Member) -> None:
    redact(told, NAME, by=head, reason="یک")
    redact(told, "پیمان امضا", by=head, reason="دو")

    assert faults() == []
    assert len(left_of(told).bodies) == 2


def test_who_changes_what_is_left_is_found(told: str, head: Member) -> None:
    redact(told, NAME, by=head, reason="درخواست")
    for guard in GUARDS:
        guard.lift(connection)
    Source.objects.filter(capture=told).update(text=Source.objects.get().text.replace("امضا", "فسخ"))
    statement = Entry.objects.get(kind=Kind.STATEMENT)
    Entry.objects.filter(pk=statement.pk).update(body=statement.body.replace("signing", "renewal"))
    connection.check_constraints()
    for guard in GUARDS:
        guard.install(connection)

    found = {code for code, _where in faults()}
    assert {"leaf_differs", "source_differs"} <= found


def test_the_guards_are_back(told: str, head: Member) -> None:
    redact(told, NAME, by=head, reason="درخواست")

    with pytest.raises(DatabaseError), transaction.atomic():
        Source.objects.update(text="")


@pytest.mark.parametrize(("words", "reason"), [("هیچ‌کس", "x"), ("م", "x"), (NAME, " "), ("", "x"), ("م" * 101, "x")])
def test_what_cannot_be_struck_out_changes_nothing(told: str, head: Member, words: str, reason: str) -> None:
    with pytest.raises(CannotRedact):
        redact(told, words, by=head, reason=reason)

    assert not Entry.objects.filter(kind=Kind.ERASURE).exists()


def test_an_officer_may_not(told: str) -> None:
    with pytest.raises(NotAllowed):
        redact(told, NAME, by=member("mina"), reason="x")


def test_sources_are_found_by_the_words(told: str, head: Member) -> None:
    actions.accept_reading(*source(SIGNED, name="دیگر"), by=head)

    assert sources_with(NAME, by=head) == [told]
    assert sources_with(" ", by=head) == []


def test_it_leaves_with_the_ledger_as_it_is(told: str, head: Member) -> None:
    redact(told, NAME, by=head, reason="درخواست")

    assert NAME not in json.dumps(list(ledger_lines()), ensure_ascii=False)


def test_files_on_their_way_in_go_as_well(
    told: str, head: Member, django_capture_on_commit_callbacks, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    for folder, text in (("pages", "x"), ("uploads", NAME), ("uploads/", "other")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"{len(text)}").write_text(text, "utf-8")

    with django_capture_on_commit_callbacks(execute=True):
        redact(told, NAME, by=head, reason="درخواست")

    assert [path.read_text() for path in tmp_path.glob("*/*")] == ["other"]
