from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories.readings import ISFAHAN, KAZAN, PLANNED, SIGNED, VISIT, Said, source

from peyvand.core.ledger.policy import USUAL, CountRule, Policies
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.intake.actions import accept, accept_reading, propose, reject, withdraw
from peyvand.records.register import actions, queries
from peyvand.records.register.models import Bond, City
from peyvand.records.register.rows import read_bond

pytestmark = pytest.mark.django_db


def stored() -> list[dict[str, Any]]:
    """Every row of the register but for the numbers that the store gave them."""
    rows = [*Bond.objects.order_by("audience", "slug").values(), *City.objects.order_by("audience", "place").values()]
    return [{name: value for name, value in row.items() if name != "id"} for row in rows]


@pytest.fixture
def history(officer: Member) -> None:
    """Statements accepted one after another, rejected, and withdrawn again."""
    proposed = propose(*source(SIGNED, VISIT, claimed=16, areas=["tourism"]), by=officer)
    for key in proposed.keys:
        accept(key, by=officer)
    other = propose(*source(PLANNED, VISIT, name="b", published="2025-04-01"), by=officer)
    verdict = accept(other.keys[0], by=officer)
    reject(other.keys[1], by=officer)
    withdraw(other.keys[0], by=officer, follows=verdict.key)


@pytest.mark.usefixtures("history")
def test_register_built_anew_is_the_same() -> None:
    before = stored()

    actions.rebuild()

    assert stored() == before != []


@pytest.mark.usefixtures("history")
def test_register_agrees_with_the_ledger() -> None:
    assert queries.unfolded() == []


@pytest.mark.usefixtures("history")
def test_changed_row_shows() -> None:
    Bond.objects.filter(slug="isfahan--kazan").update(state=b"")
    City.objects.filter(place=ISFAHAN.id, audience="public").delete()

    assert queries.unfolded() == [ISFAHAN.id, "isfahan--kazan"]


def test_order_of_verdicts_does_not_matter(officer: Member) -> None:
    said = [Said(), Said(words="امضای پیمان عقب افتاد.", modality=PLANNED.modality, date="2025-04-07"), VISIT]
    keys = propose(*source(*said), by=officer).keys
    for key in reversed(keys):
        accept(key, by=officer)
    bonds = [read_bond(row) for row in Bond.objects.filter(audience="public").order_by("slug")]

    actions.rebuild()

    assert [read_bond(row) for row in Bond.objects.filter(audience="public").order_by("slug")] == bonds


def test_new_day_is_folded_in(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = date(2025, 4, 9)
    _today(monkeypatch, date(2025, 4, 8))
    planned = Said(modality=PLANNED.modality, date=tomorrow.isoformat())
    accept_reading(*source(planned, published="2025-04-08"), by=officer)
    row = Bond.objects.get(audience="public")

    _today(monkeypatch, tomorrow + timedelta(days=2))
    due = actions.refresh()

    assert (row.folded_for, row.holds_until) == (date(2025, 4, 8), tomorrow)
    assert (due, [event.overdue for event in read_bond(Bond.objects.get(audience="public")).events]) == (2, [True])
    assert actions.refresh() == 0


def _today(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)


def test_new_policies_fold_everything(officer: Member, head_of_office: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)
    one_rule = Policies(count_rules=(CountRule.DOCUMENTED_ONLY,))

    actions.set_policies(one_rule, by=head_of_office)
    narrow = queries.city(KAZAN.id)
    actions.set_policies(USUAL, by=head_of_office)
    actions.set_policies(one_rule, by=head_of_office)

    assert narrow is not None
    assert [count.rule for count in narrow.counts] == [CountRule.DOCUMENTED_ONLY]
    assert queries.city(KAZAN.id).counts == narrow.counts  # type: ignore[union-attr]


def test_policies_without_a_count_rule_are_none(head_of_office: Member) -> None:
    with pytest.raises(ValueError, match="at least one rule"):
        actions.set_policies(Policies(count_rules=()), by=head_of_office)


def test_policies_are_the_heads_affair(officer: Member) -> None:
    with pytest.raises(NotAllowed):
        actions.set_policies(Policies(), by=officer)
