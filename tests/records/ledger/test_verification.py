from __future__ import annotations

import pytest
from django.db import connection
from tests.factories.readings import SIGNED, source

from peyvand.core.ledger.merkle import Frontier, root_of
from peyvand.core.ledger.policy import Policies
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger import stretches, verification
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


@pytest.fixture(params=[1, 2, 4, 8192])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretches of several lengths."""
    for module in (stretches, verification):
        monkeypatch.setattr(module, "WIDTH", request.param)


def leaves() -> list[bytes]:
    return [bytes.fromhex(leaf) for leaf in Entry.objects.order_by("number").values_list("leaf", flat=True)]


@pytest.mark.usefixtures("log", "width")
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


@pytest.mark.usefixtures("log", "width")
def test_roots_are_given_at_the_sizes_asked_for() -> None:
    assert verify([2, 3, 99]).roots == {0: root_of([]), 2: root_of(leaves()[:2]), 3: root_of(leaves()[:3])}


@pytest.mark.usefixtures("log", "width")
@pytest.mark.parametrize("proved", [0, 1, 3, 5])
def test_only_what_came_after_a_proved_tree_is_looked_at(proved: int) -> None:
    Entry.objects.filter(number=2).update(place_a="local:nowhere")

    found = verify(since=Frontier().extend(leaves()[:proved]))

    assert (found.size, found.root) == (head().size, head().root)
    assert found.faults == (() if proved > 2 else (Fault("places_differ", "2"),))


@pytest.mark.usefixtures("log", "width")
@pytest.mark.parametrize("lost", [0, 1, 3])
def test_missing_row_shows_wherever_stretches_are_cut(lost: int) -> None:
    left = leaves()
    del left[lost]
    Entry.objects.filter(number=lost).delete()

    found = verify()

    assert (found.size, found.root) == (len(left), root_of(left).hex())
    assert {Fault("out_of_order", str(lost + 1)), Fault("root_differs")} <= set(found.faults)


@pytest.mark.usefixtures("log", "width")
def test_row_before_the_first_shows() -> None:
    last = Entry.objects.order_by("-number").values_list("number", flat=True)[0]
    Entry.objects.filter(number=last).update(number=-1)

    assert {Fault("out_of_order", "-1"), Fault("root_differs")} <= set(verify().faults)


@pytest.mark.usefixtures("log", "width")
def test_time_before_that_of_the_entry_before_shows() -> None:
    Entry.objects.filter(number=2).update(recorded_at="2001-01-01T00:00:00Z")

    assert Fault("time_goes_back", "2") in verify().faults


@pytest.mark.usefixtures("log")
def test_source_that_no_entry_is_of_shows() -> None:
    Source.objects.update(capture="f" * 64)

    assert Fault("source_not_entered", "f" * 64) in verify().faults


@pytest.mark.usefixtures("log")
def test_lost_source_shows() -> None:
    capture = Source.objects.get().capture
    Source.objects.all().delete()

    assert verify().faults == (Fault("source_missing", capture),)


@pytest.mark.usefixtures("log")
def test_leaf_changed_with_its_body_still_changes_the_root() -> None:
    Head.objects.update(root="0" * 64)

    assert verify().faults == (Fault("root_differs"),)
