from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.members import member
from tests.factories.pictures import picture
from tests.factories.readings import ISTANBUL, KAZAN
from tests.records.letters.conftest import FROM_KAZAN, OUR_ANSWER, PAIR

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.audit.models import Trace
from peyvand.records.casework.actions import open_case
from peyvand.records.contacts.actions import Facts as ContactFacts
from peyvand.records.contacts.actions import keep
from peyvand.records.documents.actions import Facts as DocumentFacts
from peyvand.records.documents.actions import bring
from peyvand.records.documents.models import Tie
from peyvand.records.documents.ties import NoSuchThing
from peyvand.records.history.queries import changes_of
from peyvand.records.letters import actions
from peyvand.records.letters.actions import CannotKeep, ChangedMeanwhile, Named
from peyvand.records.letters.models import Letter, Party

pytestmark = pytest.mark.django_db


def test_a_letter_keeps_its_date_as_it_was_said(kazan: Letter) -> None:
    assert (kazan.date_said, kazan.date_calendar, kazan.date) == ("۱۵ تیر ۱۴۰۳", "solar_hijri", "2024-07-05")
    assert kazan.answer_by == kazan.registered_on + timedelta(days=10)
    assert (str(kazan), kazan.places, kazan.version) == (f"{kazan.year}/1", PAIR, 0)


@pytest.mark.parametrize(
    ("said", "calendar", "day"),
    [
        ("۹ محرم ۱۴۴۶", "lunar_hijri", date(2024, 7, 15)),
        ("5 июля 2024", "gregorian", date(2024, 7, 5)),
        ("تیر ۱۴۰۳", "solar_hijri", date(2024, 6, 21)),
    ],
)
def test_a_date_is_of_any_calendar_and_as_exact_as_it_was(officer: Member, said: str, calendar: str, day: date) -> None:
    letter = actions.register(replace(FROM_KAZAN, date=said), by=officer)

    assert (letter.date_calendar, letter.day) == (calendar, day)


def test_who_wrote_is_a_contact_or_words(officer: Member) -> None:
    mayor = keep(ContactFacts(name="Metshin"), by=officer)
    letter = actions.register(
        replace(FROM_KAZAN, senders=(Named(contact=mayor.pk), Named(words=" канцелярия "))), by=officer
    )

    assert [str(one) for one in Party.objects.filter(letter=letter)] == ["Metshin", "канцелярия", "شهردار اصفهان"]
    assert "metshin канцелярия" in letter.folded


def test_registering_is_told_to_history_and_audit(kazan: Letter, officer: Member) -> None:
    (first,) = changes_of("letter", kazan.pk)
    (trace,) = Trace.objects.filter(what="letter.registered")

    assert first.values["from"] == ([], ["Мэр Казани"])
    assert (trace.thing, trace.member, trace.place_a) == (f"letter:{kazan.pk}", officer, min(PAIR))


def test_a_change_shows_what_stood_there_before(kazan: Letter, officer: Member) -> None:
    told = replace(FROM_KAZAN, subject="دعوت", receivers=(Named(words="شورا"),), answer_within=None)
    changed = actions.change(kazan, told, follows=0, by=officer)

    assert (changed.version, changed.subject, changed.answer_by) == (1, "دعوت", None)
    assert changes_of("letter", kazan.pk)[0].values == {
        "subject": ("دعوت به سابانتوی", "دعوت"),
        "answer_by": (str(kazan.answer_by), None),
        "to": (["شهردار اصفهان"], ["شورا"]),
    }


def test_of_two_who_change_one_letter_the_second_is_told(kazan: Letter, officer: Member) -> None:
    actions.change(kazan, replace(FROM_KAZAN, subject="یک"), follows=0, by=officer)
    with pytest.raises(ChangedMeanwhile) as met:
        actions.change(kazan, replace(FROM_KAZAN, subject="دو"), follows=0, by=officer)

    assert (met.value.now.subject, Letter.objects.get().subject) == ("یک", "یک")


def test_what_changes_nothing_is_no_change(kazan: Letter, officer: Member) -> None:
    assert actions.change(kazan, FROM_KAZAN, follows=0, by=officer).version == 0


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"direction": "sideways"}, "direction"),
        ({"visibility": "secret"}, "visibility"),
        ({"subject": " "}, "subject"),
        ({"subject": "x" * 301}, "subject"),
        ({"note": "x" * 20_001}, "note"),
        ({"answer_within": -1}, "answer_within"),
        ({"answer_within": 10**9}, "answer_within"),
        ({"senders": ()}, "senders"),
        ({"receivers": (Named(),)}, "receivers"),
        ({"receivers": (Named(contact=99),)}, "receivers"),
        ({"receivers": (Named(words="x" * 301),)}, "receivers"),
        ({"date": "soon"}, "date"),
        ({"date": "1499/1/1"}, "date"),
        ({"places": (KAZAN.id, KAZAN.id)}, "places"),
        ({"places": ("nowhere",)}, "places"),
        ({"answers": 99}, "answers"),
    ],
)
def test_what_is_no_letter_takes_no_number(officer: Member, told: dict[str, object], field: str) -> None:
    with pytest.raises(CannotKeep) as refused:
        actions.register(replace(FROM_KAZAN, **told), by=officer)  # type: ignore[arg-type]

    assert (refused.value.field, Letter.objects.count()) == (field, 0)


def test_a_letter_answers_another_and_none_that_comes_after_it(kazan: Letter, officer: Member) -> None:
    ours = actions.register(replace(OUR_ANSWER, answers=kazan.pk), by=officer)
    assert ours.answers == kazan

    for after in (kazan, ours):
        with pytest.raises(CannotKeep, match="comes after"):
            actions.change(kazan, replace(FROM_KAZAN, answers=after.pk), follows=0, by=officer)


def test_a_letter_that_came_in_does_not_go_out(kazan: Letter, officer: Member) -> None:
    with pytest.raises(CannotKeep):
        actions.change(kazan, replace(FROM_KAZAN, direction="outgoing"), follows=0, by=officer)


def test_a_letter_is_voided_with_its_number_and_taken_up_again(kazan: Letter, officer: Member) -> None:
    with pytest.raises(CannotKeep):
        actions.void(kazan, reason="", by=officer)
    actions.void(kazan, reason="دو بار ثبت شد", by=officer)
    assert actions.register(FROM_KAZAN, by=officer).number == 2
    for act in (actions.void, actions.restore, actions.restore):
        if act is actions.void or not Letter.objects.get(pk=kazan.pk).voided_at:
            with pytest.raises(CannotKeep):
                act(kazan, reason="x", by=officer)
        else:
            act(kazan, reason="x", by=officer)

    assert [one.what for one in changes_of("letter", kazan.pk)] == ["restored", "voided", "registered"]


def test_a_letter_belongs_to_bonds_cases_and_gates(kazan: Letter, officer: Member) -> None:
    case = open_case(*PAIR, by=officer, on=date(2025, 3, 1))
    made = actions.tie(kazan, "gate", f"{case.pk}/0/council", by=officer)
    with pytest.raises(NoSuchThing):
        actions.tie(kazan, "gate", f"{case.pk}/0/nothing", by=officer)
    actions.loosen(kazan, "gate", made.ref, by=officer)

    assert not Tie.objects.exists()
    assert [one.what for one in changes_of("letter", kazan.pk)] == ["loosened", "tied", "registered"]


def test_scans_are_attached_and_taken_off(kazan: Letter, officer: Member) -> None:
    scan = bring(picture((9, 9)), "x.jpg", DocumentFacts(places=PAIR), by=officer)
    tie = actions.attach(kazan, scan, by=officer)
    assert (tie.kind, tie.ref, tie.thing) == ("letter", str(kazan.pk), "document")

    actions.detach(kazan, scan, by=officer)
    assert not Tie.objects.exists()


def test_the_words_of_changes_are_erased(kazan: Letter, officer: Member, head_of_office: Member) -> None:
    actions.change(kazan, replace(FROM_KAZAN, senders=(Named(words="شهرداری کازان"),)), follows=0, by=officer)
    with pytest.raises(NotAllowed):
        actions.forget_changes(kazan, by=officer)

    assert actions.forget_changes(kazan, by=head_of_office) == 3
    assert {one.erased for one in changes_of("letter", kazan.pk)} == {True}


@pytest.mark.parametrize("role", [Role.PRESS, Role.AUDITOR, Role.COUNCIL_READER, Role.PARTNER])
def test_who_may_not_keep_letters_changes_none(kazan: Letter, role: Role) -> None:
    other = member("other", role=role)
    acts: tuple[Callable[[], object], ...] = (
        lambda: actions.register(FROM_KAZAN, by=other),
        lambda: actions.change(kazan, FROM_KAZAN, follows=0, by=other),
        lambda: actions.void(kazan, reason="x", by=other),
        lambda: actions.restore(kazan, reason="x", by=other),
        lambda: actions.tie(kazan, "bond", " ".join(PAIR), by=other),
        lambda: actions.loosen(kazan, "bond", "x", by=other),
    )
    for act in acts:
        with pytest.raises((NotAllowed, CannotKeep)):
            act()
    assert Letter.objects.get().version == 0


def test_nobody_moves_a_letter_out_of_what_is_open_to_them(kazan: Letter, officer: Member) -> None:
    from_outside = replace(FROM_KAZAN, places=(ISTANBUL.id,))
    grant(officer, KAZAN.id)
    with pytest.raises(NotAllowed):
        actions.change(kazan, from_outside, follows=0, by=officer)
    with pytest.raises(NotAllowed):
        actions.register(from_outside, by=officer)


def grant(to: Member, place: str) -> None:
    to.grants.create(place=place, since=timezone.localdate() - timedelta(days=1), at=timezone.now(), reason="post")
    to.__dict__.pop("_scope_of_the_day", None)
