from __future__ import annotations

import pytest
from tests.factories.readings import PLANNED, SIGNED, VISIT, source

from peyvand.core.ledger.verdict import Verdict
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.custody.verification import verify
from peyvand.records.intake import actions
from peyvand.records.intake.queries import desk
from peyvand.records.ledger.drafts import correction_reason, read_reason
from peyvand.records.ledger.models import Entry, Vault
from peyvand.records.ledger.queries import head
from peyvand.records.ledger.vault import commitment, erase, opened, seal, vault_faults

WORDS = "خانم نمونه از دفتر همکار تلفنی گفت"
pytestmark = pytest.mark.django_db


@pytest.fixture
def verdict(officer: Member) -> Verdict:
    """A statement accepted with a reason that names somebody."""
    (key, *_) = actions.propose(*source(SIGNED, VISIT), by=officer).keys
    return actions.accept(key, by=officer, reason=WORDS)


def entry_of(verdict: Verdict) -> Entry:
    return Entry.objects.get(key=verdict.key)


def test_entry_holds_a_commitment_and_no_words(verdict: Verdict) -> None:
    kept = Vault.objects.get()

    assert verdict.reason == f"vault:{kept.commitment}"
    assert kept.commitment == commitment(kept.salt, WORDS)
    assert WORDS not in entry_of(verdict).body


def test_same_words_are_committed_to_anew_each_time(officer: Member) -> None:
    assert seal(WORDS) != seal(WORDS)
    assert seal("") == ""


def test_member_reads_the_words(verdict: Verdict, officer: Member) -> None:
    shown = desk(officer, Entry.objects.get(key=verdict.statement).subject)

    assert shown is not None
    assert [one.item.judged.reason for one in shown.proposals] == [WORDS, ""]


def test_form_sent_twice_is_one_verdict(verdict: Verdict, officer: Member) -> None:
    again = actions.accept(verdict.statement, by=officer, reason=WORDS)

    assert (again.key, Vault.objects.count()) == (verdict.key, 1)


def test_words_of_an_older_entry_are_read_as_they_stand() -> None:
    assert opened(["پیش از گنجه", ""]) == {"پیش از گنجه": "پیش از گنجه", "": ""}


def test_pointing_reason_keeps_its_pointer(verdict: Verdict) -> None:
    assert read_reason(correction_reason("a" * 64, verdict.reason)) == ("a" * 64, verdict.reason)


def test_erased_words_are_gone_and_everything_still_holds(
    verdict: Verdict, officer: Member, head_of_office: Member
) -> None:
    before = entry_of(verdict).leaf, head().size

    erased = erase([verdict.key], by=head_of_office)

    assert (erased, Vault.objects.count(), opened([verdict.reason])) == (1, 0, {verdict.reason: ""})
    assert (entry_of(verdict).leaf, head().size) == (before[0], before[1] + 1)
    assert verify().faults == ()


def test_one_reason_for_many_is_erased_for_all(officer: Member, head_of_office: Member) -> None:
    keys = actions.propose(*source(SIGNED, VISIT, PLANNED), by=officer).keys
    actions.accept_all(keys, by=officer, reason=WORDS)
    verdicts = Entry.objects.filter(kind="verdict").values_list("key", flat=True)

    assert (Vault.objects.count(), erase(verdicts[:1], by=head_of_office), verify().faults) == (1, 1, ())


def test_reason_of_a_correction_is_erased_too(officer: Member, head_of_office: Member) -> None:
    reading = source(SIGNED, VISIT)[1]
    first, second = actions.propose(*source(SIGNED, VISIT), by=officer).keys
    right = reading.statements[1]
    actions.correct(first, statement=right.statement, resolution=right.resolution, by=officer, reason=WORDS)
    pointing = Entry.objects.get(kind="verdict", subject=first)

    assert (erase([pointing.key], by=head_of_office), verify().faults, second) == (1, (), right.statement.key)


def test_nothing_is_erased_twice(verdict: Verdict, head_of_office: Member) -> None:
    erase([verdict.key], by=head_of_office)
    size = head().size

    assert (erase([verdict.key], by=head_of_office), head().size) == (0, size)


def test_erasing_is_for_those_who_answer_for_the_office(verdict: Verdict, officer: Member) -> None:
    with pytest.raises(NotAllowed):
        erase([verdict.key], by=officer)


def test_words_that_vanish_without_an_entry_are_a_fault(verdict: Verdict) -> None:
    Vault.objects.all().delete()

    assert [code for code, _ in vault_faults()] == ["vault_missing"]


def test_other_words_and_other_salt_are_a_fault(verdict: Verdict) -> None:
    Vault.objects.update(words="چیزی دیگر")

    assert [code for code, _ in vault_faults()] == ["vault_differs"]


def test_words_that_come_back_after_they_were_erased_are_a_fault(verdict: Verdict, head_of_office: Member) -> None:
    (kept,) = Vault.objects.all()
    erase([verdict.key], by=head_of_office)
    kept.save(force_insert=True)

    assert [code for code, _ in vault_faults()] == ["vault_stray"]


def test_verdict_that_fails_leaves_nothing_in_the_vault(verdict: Verdict, officer: Member) -> None:
    with pytest.raises(actions.JudgedMeanwhile):
        actions.reject(verdict.statement, by=officer, follows=None, reason="دیگر")

    assert Vault.objects.count() == 1
