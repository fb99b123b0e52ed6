from __future__ import annotations

import pytest
from django.test import Client
from tests.factories.members import member
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN, SIGNED, source

from peyvand.core.ledger.verdict import Status
from peyvand.records.accounts.models import Member
from peyvand.records.contacts.actions import Facts, keep
from peyvand.records.intake import actions, queries
from peyvand.records.register.shown import StatementShown

READ = {
    "first": "اصفهان",
    "first_place": ISFAHAN.id,
    "second": "کازان",
    "second_place": KAZAN.id,
    "event": "signing",
    "modality": "done",
    "instrument": "sister_city",
    "date": "1404/01/20",
}


@pytest.fixture
def misread(officer: Member) -> StatementShown:
    capture = actions.propose(*source(SIGNED), by=officer).source
    return statements(officer, capture)[0]


def statements(officer: Member, capture: str) -> list[StatementShown]:
    desk = queries.desk(officer, capture)
    assert desk
    return [one.item for one in desk.proposals if isinstance(one.item, StatementShown)]


def address(shown: StatementShown) -> str:
    return f"/fa/office/inbox/{shown.capture}/{shown.key}/correct/"


def send(client: Client, shown: StatementShown, **changed: str):  # type: ignore[no-untyped-def]
    return client.post(address(shown), READ | changed)


def test_the_form_shows_what_was_read(misread: StatementShown, signed_in: Client) -> None:
    page = signed_in.get(address(misread)).content.decode()

    assert 'value="اصفهان"' in page
    assert '<option value="sister_city" selected>' in page
    assert 'value="۱۴۰۴/۰۱/۲۰"' in page
    assert SIGNED.words in page


def test_a_correction_is_the_members_own_statement(officer: Member, misread: StatementShown, signed_in: Client) -> None:
    answer = send(signed_in, misread, modality="planned", date="1404-02", reason="هنوز امضا نشده")

    old, new = sorted(statements(officer, misread.capture), key=lambda one: one.key != misread.key)
    assert answer.headers["Location"] == f"/fa/office/inbox/{misread.capture}/#card-1"
    assert (old.judged.status, new.judged.status) == (Status.REJECTED, Status.ACCEPTED)
    assert (new.statement.modality, new.resolution.date) == ("planned", "2025-04-21/2025-05-21")
    assert (new.quote, new.statement.span) == (misread.quote, misread.span)


def test_only_the_place_was_wrong(officer: Member, misread: StatementShown, signed_in: Client) -> None:
    send(signed_in, misread, second="Freiburg", second_place=FREIBURG.id)

    (shown,) = statements(officer, misread.capture)
    assert (shown.key, shown.judged.status) == (misread.key, Status.ACCEPTED)
    assert shown.resolution.places == (ISFAHAN.id, FREIBURG.id)


def test_an_unsaid_date_may_be_taken_out(officer: Member, misread: StatementShown, signed_in: Client) -> None:
    send(signed_in, misread, date="")

    (shown,) = statements(officer, misread.capture)
    assert (shown.resolution.date, shown.resolution.date_basis) == (None, None)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"date": "فردا"}, "این تاریخ نیست."),
        ({"event": "party"}, "یکی از گزینه‌های فهرست را برگزینید."),
        ({"second": "ناکجاآباد", "second_place": ""}, "مکانی به این نام شناخته نشد."),
        ({"second": "اصفهان", "second_place": ISFAHAN.id}, "پیوند میان دو مکان است."),
    ],
)
def test_a_fault_keeps_what_was_typed(
    officer: Member, misread: StatementShown, signed_in: Client, changed: dict[str, str], fault: str
) -> None:
    answer = send(signed_in, misread, **changed, reason="یادداشت من")

    page = answer.content.decode()
    assert (answer.status_code, fault in page, 'value="یادداشت من"' in page) == (422, True, True)
    assert statements(officer, misread.capture)[0].judged.status is Status.OPEN


def test_namesakes_are_to_be_chosen_from(misread: StatementShown, signed_in: Client) -> None:
    page = send(signed_in, misread, second="Valencia", second_place="").content.decode()

    assert '<select name="second_place"' in page
    assert page.count('<option value="geonames:') >= 2


def test_another_members_verdict_is_shown_and_the_words_stay(misread: StatementShown, signed_in: Client) -> None:
    actions.accept(misread.key, by=member("sara"))

    answer = send(signed_in, misread, modality="planned", reason="یادداشت من")

    page = answer.content.decode()
    assert (answer.status_code, "sara" in page, 'value="یادداشت من"' in page) == (409, True, True)


def test_what_is_no_statement_cannot_be_corrected(officer: Member, signed_in: Client) -> None:
    capture = actions.propose(*source(SIGNED, claimed=16), by=officer).source
    desk = queries.desk(officer, capture)
    assert desk
    claim = next(one.item for one in desk.proposals if not isinstance(one.item, StatementShown))

    assert signed_in.get(f"/fa/office/inbox/{capture}/{claim.key}/correct/").status_code == 404


def test_any_field_may_be_put_right(officer: Member, misread: StatementShown, signed_in: Client) -> None:
    send(
        signed_in, misread, speaker="امین مرتضوی", acts="first", concerns="second", channel="citizens",
        authority="city_council", word="خواهرشهری",
    )  # fmt: skip

    new = next(one for one in statements(officer, misread.capture) if one.judged.status is Status.ACCEPTED)
    said = new.statement
    assert (said.speaker, said.acts, said.sides, said.channel) == ("امین مرتضوی", (0,), (1,), "citizens")
    assert (said.authority, said.instrument_word, said.span) == ("city_council", "خواهرشهری", misread.span)


def test_the_words_may_be_marked_anew(officer: Member, misread: StatementShown, signed_in: Client) -> None:
    words = SIGNED.words.split(maxsplit=2)[2]
    at = misread.span.start + SIGNED.words.index(words)
    send(signed_in, misread, quote=words, at=str(at))

    new = next(one for one in statements(officer, misread.capture) if one.judged.status is Status.ACCEPTED)
    assert (new.quote, new.span.start, new.statement.modality) == (words, at, misread.statement.modality)


def test_people_and_places_of_the_source_complete_the_fields(misread: StatementShown, signed_in: Client) -> None:
    page = signed_in.get(address(misread)).content.decode()

    assert '<option value="کازان">روسیه</option>' in page
    assert 'list="speaker_offers"' in page


def test_contacts_complete_who_speaks(officer: Member, misread: StatementShown, signed_in: Client) -> None:
    keep(Facts(name="Ильсур Метшин", names=(("fa", "ایلسور متشین"),), role="شهردار", place=KAZAN.id), by=officer)

    assert '<option value="ایلسور متشین">شهردار</option>' in signed_in.get(address(misread)).content.decode()
