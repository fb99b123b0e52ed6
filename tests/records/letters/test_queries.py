from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.members import grant, member
from tests.factories.pictures import picture
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN
from tests.records.letters.conftest import FROM_KAZAN, OUR_ANSWER, PAIR

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.contacts.actions import Facts as ContactFacts
from peyvand.records.contacts.actions import keep, merge
from peyvand.records.documents.actions import Facts as DocumentFacts
from peyvand.records.documents.actions import bring
from peyvand.records.letters import actions, queries
from peyvand.records.letters.actions import Named
from peyvand.records.letters.models import Letter
from peyvand.records.letters.queries import Asked

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + timedelta(days=3)
LATER = timezone.localdate() + timedelta(days=30)


def found(member: Member, today: date = SOON, **asked: object) -> list[Letter]:
    return [one.letter for one in queries.letters(member, Asked(**asked), today=today).lines]  # type: ignore[arg-type]


@pytest.fixture
def ours(kazan: Letter, officer: Member) -> Letter:
    return actions.register(OUR_ANSWER, by=officer)


@pytest.mark.parametrize("words", ["سابانتوي", "казани", "к-12/7", "شهردار دعوت"])
def test_a_letter_is_found_by_subject_numbers_and_parties(kazan: Letter, officer: Member, words: str) -> None:
    actions.register(replace(OUR_ANSWER, receivers=(Named(words="x"),), subject="y"), by=officer)

    assert found(officer, words=words) == [kazan]


def test_the_register_is_asked_by_direction_place_and_year(kazan: Letter, ours: Letter, officer: Member) -> None:
    elsewhere = actions.register(replace(OUR_ANSWER, places=(ISTANBUL.id,)), by=officer)

    assert found(officer) == [elsewhere, ours, kazan]
    assert (found(officer, direction="incoming"), found(officer, places=[ISTANBUL.id])) == ([kazan], [elsewhere])
    assert (found(officer, year=kazan.year - 1), found(officer, page=9, year=kazan.year)) == (
        [],
        [elsewhere, ours, kazan],
    )


def test_an_answer_is_waited_for_until_one_is_there(kazan: Letter, officer: Member) -> None:
    assert (found(officer, state="waiting"), found(officer, state="late")) == ([kazan], [])
    assert found(officer, LATER, state="late") == [kazan]
    assert [one.letter for one in queries.awaiting(officer)] == [kazan]

    answer = actions.register(replace(OUR_ANSWER, answers=kazan.pk), by=officer)
    assert (found(officer, state="waiting"), queries.awaiting(officer)) == ([], [])
    actions.void(answer, reason="not sent", by=officer)
    assert found(officer, state="waiting") == [kazan]
    assert (found(officer, state="voided"), answer in found(officer)) == ([answer], False)


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_asks_no_more_for_three_than_for_one(
    officer: Member, how_many: int, django_assert_num_queries: Callable[..., object]
) -> None:
    contact = keep(ContactFacts(name="x"), by=officer)
    for _ in range(how_many):
        actions.register(replace(FROM_KAZAN, senders=(Named(contact=contact.pk),)), by=officer)
    found(officer)

    with django_assert_num_queries(5):  # type: ignore[attr-defined]
        lines = queries.letters(officer, Asked(), today=SOON).lines
        assert [(queries.name_of(one.senders[0]), str(one.letter.member)) for one in lines] == [
            ("x", "mina")
        ] * how_many


def test_a_thread_runs_from_the_first_letter_on(kazan: Letter, officer: Member) -> None:
    ours = actions.register(replace(OUR_ANSWER, answers=kazan.pk), by=officer)
    theirs = actions.register(replace(FROM_KAZAN, date="1403/5/1", answers=ours.pk), by=officer)
    alone = actions.register(FROM_KAZAN, by=officer)
    view, other = queries.letter_view(theirs.pk, officer), queries.letter_view(alone.pk, officer)

    assert view is not None
    assert other is not None
    assert ([one.letter for one in view.thread], other.thread) == ([kazan, ours, theirs], ())
    assert [one.waits for one in view.thread] == [False, False, True]


def test_a_letter_shows_its_scans_and_its_history(kazan: Letter, officer: Member) -> None:
    scan = bring(picture((9, 9)), "x.jpg", DocumentFacts(places=PAIR), by=officer)
    actions.attach(kazan, scan, by=officer)
    actions.tie(kazan, "bond", f"{ISFAHAN.id} {ISTANBUL.id}", by=officer)
    view = queries.letter_view(kazan.pk, officer)

    assert view is not None
    assert (view.documents, [one.kind for one in view.ties], len(view.changes)) == ((scan,), ["bond"], 3)
    assert [one.letter for one in queries.of_pair(ISTANBUL.id, ISFAHAN.id, officer)] == [kazan]
    ref = view.ties[0].ref
    assert queries.belonging_to("bond", [ref], officer)[ref][0].letter == kazan


def test_each_sees_what_is_for_them(officer: Member) -> None:
    partner = member("ilnur", role=Role.PARTNER)
    since = timezone.localdate() - timedelta(days=1)
    partner.grants.create(place=KAZAN.id, partner=ISFAHAN.id, since=since, at=timezone.now(), reason="x")
    rows = {
        one: actions.register(replace(FROM_KAZAN, visibility=one), by=officer)
        for one in ("internal", "partner", "public")
    }

    assert found(partner) == [rows["public"], rows["partner"]]
    assert queries.letter_view(rows["internal"].pk, partner) is None
    assert [one.letter for one in queries.of_pair(*PAIR, None)] == [rows["public"]]
    view = queries.letter_view(rows["partner"].pk, partner)
    assert view is not None
    assert view.changes == ()


def test_of_a_public_letter_the_office_of_another_city_sees_no_more_than_is_public(officer: Member) -> None:
    letter = actions.register(replace(FROM_KAZAN, note="راز"), by=officer)
    letter = actions.change(letter, replace(FROM_KAZAN, visibility="public"), follows=0, by=officer)
    actions.tie(letter, "contact", str(keep(ContactFacts(name="راز"), by=officer).pk), by=officer)
    grant(elsewhere := member("leila"), ISTANBUL.id)
    view = queries.letter_view(letter.pk, elsewhere)
    actions.void(letter, reason="x", by=officer)

    assert view is not None
    assert (view.changes, view.ties) == ((), ())
    assert (queries.letter_view(letter.pk, elsewhere), found(elsewhere, state="voided")) == (None, [])
    assert found(officer, state="voided") == [letter]


def test_a_number_leads_to_its_letter(kazan: Letter, officer: Member) -> None:
    view = queries.letter_view(kazan.pk, officer)

    assert (view and view.line.letter, queries.letter_view(99, officer)) == (kazan, None)


def test_a_year_goes_on_paper_with_its_voided_numbers(kazan: Letter, ours: Letter, officer: Member) -> None:
    actions.void(kazan, reason="x", by=officer)

    assert [one.letter for one in queries.register_of(officer, kazan.year, "")] == [kazan, ours]
    assert [one.letter for one in queries.register_of(officer, kazan.year, "outgoing")] == [ours]


def test_letters_follow_a_contact_through_its_mergers(officer: Member) -> None:
    first, second = (keep(ContactFacts(name=name), by=officer) for name in ("Metshin", "I. Metshin"))
    letter = actions.register(replace(FROM_KAZAN, senders=(Named(contact=second.pk),)), by=officer)
    merge(first, second, by=officer)
    (line,) = queries.of_contact([first.pk, second.pk], officer)

    assert (line.letter, queries.name_of(line.senders[0]), queries.standing(line.senders[0])) == (
        letter,
        "Metshin",
        first,
    )
