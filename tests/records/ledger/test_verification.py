from __future__ import annotations

import pytest
from django.db import connection
from tests.factories.readings import SIGNED, source

from peyvand.core.ledger.merkle import root_of
from peyvand.core.ledger.policy import Policies
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.guard import lift_guards
from peyvand.records.ledger.models import Entry, Head, Source
from peyvand.records.ledger.queries import head
from peyvand.records.ledger.verification import Fault, verify
from peyvand.records.register.actions import set_policies


@pytest.fixture
def log(head_of_office: Member) -> None:
    """Entries of every kind, with the guards away."""
    accept_reading(*source(SIGNED, claimed=16, areas=["tourism"]), by=head_of_office)
    set_policies(Policies(), by=head_of_office)
    lift_guards(connection)


@pytest.mark.usefixtures("log")
def test_untouched_log_verifies() -> None:
    found = verify()

    assert (found.size, found.root, found.faults) == (head().size, head().root, ())


@pytest.mark.django_db
def test_empty_log_verifies() -> None:
    assert verify().faults == ()


@pytest.mark.usefixtures("log")
def test_changed_body_shows() -> None:
    Entry.objects.filter(number=1).update(body='{"said":{}}')

    assert {fault.where for fault in verify().faults} == {"1"}


@pytest.mark.usefixtures("log")
def test_changed_time_shows() -> None:
    Entry.objects.filter(number=0).update(recorded_at="2001-01-01T00:00:00Z")

    assert [fault.code for fault in verify().faults] == ["leaf_differs", "source_differs"]


@pytest.mark.usefixtures("log")
def test_moved_place_shows() -> None:
    Entry.objects.filter(kind="resolution").update(place_a="local:nowhere")

    assert {fault.code for fault in verify().faults} == {"places_differ"}


@pytest.mark.usefixtures("log")
def test_cut_log_shows() -> None:
    Entry.objects.order_by("-number").first().delete()  # type: ignore[union-attr]

    assert verify().faults == (Fault("root_differs"),)


@pytest.mark.usefixtures("log")
def test_missing_row_shows() -> None:
    Entry.objects.filter(number=2).delete()

    assert Fault("out_of_order", "3") in verify().faults


@pytest.mark.usefixtures("log")
def test_changed_text_shows() -> None:
    Source.objects.update(text="متنی دیگر")

    assert [fault.code for fault in verify().faults] == ["source_differs"]


@pytest.mark.usefixtures("log")
def test_source_made_public_shows() -> None:
    Source.objects.update(public=False)

    assert [fault.code for fault in verify().faults] == ["source_differs"]


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize("change", [{"received_at": "2001-01-01T00:00:00Z"}, {"title": "عنوانی دیگر"}])
def test_changed_facts_of_a_source_show(change: dict[str, str]) -> None:
    Source.objects.update(**change)

    assert [fault.code for fault in verify().faults] == ["source_differs"]


@pytest.mark.usefixtures("log")
def test_place_put_on_a_statement_shows() -> None:
    Entry.objects.filter(kind="statement").update(place_a="local:nowhere")

    assert {fault.code for fault in verify().faults} == {"places_differ"}


@pytest.mark.usefixtures("log")
def test_leaf_that_is_none_shows() -> None:
    Entry.objects.filter(number=1).update(leaf="?")

    assert {fault.code for fault in verify().faults} == {"leaf_differs", "root_differs"}


@pytest.mark.usefixtures("log")
def test_roots_are_given_at_the_sizes_asked_for() -> None:
    leaves = [bytes.fromhex(leaf) for leaf in Entry.objects.order_by("number").values_list("leaf", flat=True)]

    assert verify([2, 99]).roots == {0: root_of([]), 2: root_of(leaves[:2])}


@pytest.mark.usefixtures("log")
def test_lost_source_shows() -> None:
    capture = Source.objects.get().capture
    Source.objects.all().delete()

    assert verify().faults == (Fault("source_missing", capture),)


@pytest.mark.usefixtures("log")
def test_leaf_changed_with_its_body_still_changes_the_root() -> None:
    Head.objects.update(root="0" * 64)

    assert verify().faults == (Fault("root_differs"),)
