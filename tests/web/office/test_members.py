"""The members of the office, their invitations, and the handover of their work."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core import mail
from django.test import Client
from tests.factories.members import PASSWORD, member
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand.records.accounts.factors import factors_of
from peyvand.records.accounts.joining import Invited, invite, open_invitations
from peyvand.records.accounts.models import Member, RecoveryCode
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework.actions import open_case
from peyvand.records.casework.models import CaseRecord

MEMBERS = "/fa/office/members/"
INVITE = f"{MEMBERS}invite/"
Browsers = Callable[[Role], Client]
TYPED = {
    "display_name": "پریسا", "role": "officer", "language": "fa", "email": "parisa@example.org", "city": "",
    "city_place": "",
}  # fmt: skip


@pytest.fixture
def admin(as_role: Browsers) -> Client:
    return as_role(Role.ADMINISTRATOR)


def shown(answer) -> str:  # type: ignore[no-untyped-def]
    return html.unescape(answer.content.decode())


def form_of(client: Client, one: Member) -> dict[str, str]:
    """The fields of a member's form as the page has them."""
    page = client.get(f"{MEMBERS}{one.pk}/").content.decode()
    page = page[page.index('action="/fa/office/members/') :]
    inputs = dict(re.findall(r'<input[^>]*name="(\w+)"[^>]*?value="([^"]*)"', page))
    chosen = dict(re.findall(r'<select id="(\w+)".*?<option value="([^"]*)" selected', page, re.S))
    kept = ("display_name", "language", "email", "city", "city_place", "serves_from", "serves_until", "role", "seen")
    return {name: html.unescape(words) for name, words in (inputs | chosen).items() if name in kept}


def edit(client: Client, one: Member, **typed: str):  # type: ignore[no-untyped-def]
    return client.post(f"{MEMBERS}{one.pk}/edit/", form_of(client, one) | typed)


def test_members_and_invitations_are_listed(admin: Client) -> None:
    member("gone", active=False)
    invite(Invited(display_name="پریسا", role="officer", email="parisa@example.org"), by=None)
    page = shown(admin.get(MEMBERS))

    assert [words in page for words in ("gone", "جدا شده است", "پریسا", "نامه‌ای نرفته است")] == [True] * 4


@pytest.mark.parametrize("others", [1, 3])
def test_a_longer_list_asks_no_more(
    admin: Client, others: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for at in range(others):
        member(f"other{at}")
        invite(Invited(display_name="x", role="officer", email=f"x{at}@example.org"), by=None)
    admin.get(MEMBERS)

    with django_assert_num_queries(9):  # type: ignore[attr-defined]
        admin.get(MEMBERS)


def test_an_administrator_changes_a_member(admin: Client) -> None:
    mina = member("mina")
    answer = edit(admin, mina, role="legal", city="کازان", serves_until="۱۴۲۰/۰۱/۰۱", email="m@example.org")

    assert answer.status_code == 302
    mina.refresh_from_db()
    assert (mina.role, mina.city, str(mina.serves_until), mina.email) == (
        Role.LEGAL, KAZAN.id, "2041-03-20", "m@example.org",
    )  # fmt: skip


@pytest.mark.parametrize(
    "typed", [{"serves_until": "soon"}, {"city": "ناکجاآباد"}, {"role": "emperor"}, {"email": "nowhere"}]
)
def test_what_cannot_be_is_shown_as_typed(admin: Client, typed: dict[str, str]) -> None:
    mina = member("mina")
    answer = edit(admin, mina, display_name="تازه", **typed)

    assert (answer.status_code, 'value="تازه"' in shown(answer)) == (422, True)
    assert Member.objects.get(pk=mina.pk).display_name == ""


def test_whoever_is_slower_sees_what_stands_and_keeps_the_words(admin: Client) -> None:
    mina = member("mina")
    old = form_of(admin, mina)
    edit(admin, mina, display_name="نخست")
    answer = admin.post(f"{MEMBERS}{mina.pk}/edit/", old | {"display_name": "دوم"})

    assert (answer.status_code, 'value="دوم"' in shown(answer)) == (409, True)
    assert str(Member.objects.get(pk=mina.pk)) == "نخست"


def test_nobody_gives_more_than_the_form_has(admin: Client) -> None:
    assert edit(admin, member("mina"), password="x").status_code == 400


def test_a_member_leaves_and_comes_back(admin: Client) -> None:
    mina = member("mina")
    browser = Client()
    browser.force_login(mina)
    assert admin.post(f"{MEMBERS}{mina.pk}/deactivate/", {"reason": ""}).status_code == 422
    admin.post(f"{MEMBERS}{mina.pk}/deactivate/", {"reason": "رفت"})
    assert browser.get("/fa/office/agenda/").status_code == 302
    admin.post(f"{MEMBERS}{mina.pk}/reactivate/", {"reason": "بازگشت"})

    assert "بستن دسترسی</span> <bdi>رفت</bdi>" in shown(admin.get(f"{MEMBERS}{mina.pk}/"))
    assert Member.objects.get(pk=mina.pk).is_active


def test_lost_factors_are_reset_and_the_member_hears_of_it(admin: Client) -> None:
    mina = member("mina")
    Member.objects.filter(pk=mina.pk).update(email="mina@example.org")
    RecoveryCode.objects.create(member=mina, digest="0" * 64)
    browser = Client()
    browser.force_login(mina)
    admin.post(f"{MEMBERS}{mina.pk}/factors/reset/", {"reason": "تلفن گم شد"})

    assert (factors_of(mina).codes_left, browser.get("/fa/office/agenda/").status_code) == (0, 302)
    assert mail.outbox[0].to == ["mina@example.org"]


def test_sessions_of_a_member_are_ended(admin: Client) -> None:
    mina = member("mina")
    browser = Client()
    browser.force_login(mina)
    assert "نشست‌های باز" in shown(admin.get(f"{MEMBERS}{mina.pk}/"))
    admin.post(f"{MEMBERS}{mina.pk}/sessions/end/")

    assert browser.get("/fa/office/agenda/").status_code == 302


def test_an_auditor_looks_and_has_no_buttons(as_role: Browsers) -> None:
    mina = member("mina")
    auditor = as_role(Role.AUDITOR)
    page = shown(auditor.get(f"{MEMBERS}{mina.pk}/"))

    assert "<form" not in page[page.index("<main") : page.index("</main>")]
    for act in ("edit", "deactivate", "reactivate", "factors/reset", "sessions/end", "handover"):
        assert auditor.post(f"{MEMBERS}{mina.pk}/{act}/", {"reason": "x"}).status_code == 403


def test_somebody_is_invited_and_joins(admin: Client, client: Client) -> None:
    page = shown(admin.post(INVITE, TYPED | {"city": "اصفهان، ایران"}))
    link = re.findall(r"http://testserver(/fa/office/invitation/[\w-]+/)", page)[0]
    assert f"http://testserver{link}" in mail.outbox[0].body
    assert 'value="parisa"' in shown(client.get(link))
    answer = client.post(link, {"username": "parisa", "password": PASSWORD, "again": PASSWORD})

    assert answer.headers["Location"] == "/fa/office/sign-in/begin/"
    assert Member.objects.get(username="parisa").city == ISFAHAN.id
    assert client.get(link).status_code == 404


def test_whose_role_needs_no_factor_is_in_at_once(admin: Client, client: Client) -> None:
    page = shown(admin.post(INVITE, TYPED | {"role": "auditor"}))
    link = re.findall(r"http://testserver(/fa/office/invitation/[\w-]+/)", page)[0]
    answer = client.post(link, {"username": "parisa", "password": PASSWORD, "again": PASSWORD})

    assert answer.headers["Location"] == "/fa/office/account/factors/"
    assert client.get("/fa/office/account/factors/").status_code == 200


@pytest.mark.parametrize(
    "typed",
    [{"again": "different"}, {"password": "short", "again": "short"}, {"username": "pari sa"}, {"username": ""}],
)
def test_a_bad_name_or_password_is_said(admin: Client, client: Client, typed: dict[str, str]) -> None:
    page = shown(admin.post(INVITE, TYPED))
    link = re.findall(r"http://testserver(/fa/office/invitation/[\w-]+/)", page)[0]
    told = {"username": "parisa", "password": PASSWORD, "again": PASSWORD} | typed

    assert client.post(link, told).status_code == 422
    assert not Member.objects.filter(display_name="پریسا").exists()


@pytest.mark.parametrize(
    "typed", [{"email": "nowhere"}, {"display_name": ""}, {"role": "emperor"}, {"city": "ناکجاآباد"}]
)
def test_a_bad_invitation_is_shown_as_typed(admin: Client, typed: dict[str, str]) -> None:
    answer = admin.post(INVITE, TYPED | typed)

    assert (answer.status_code, open_invitations()) == (422, [])


def test_a_head_offers_and_gives_lower_roles(as_role: Browsers) -> None:
    head = as_role(Role.HEAD)
    page = shown(head.get(INVITE))

    assert ('value="administrator"' in page, 'value="officer"' in page) == (False, True)
    assert head.post(INVITE, TYPED | {"role": "administrator"}).status_code == 422


def test_an_invitation_is_sent_again_and_taken_back(admin: Client, client: Client) -> None:
    invitation, old = invite(Invited(display_name="پریسا", role="officer", email="parisa@example.org"), by=None)
    page = shown(admin.post(f"{MEMBERS}invited/{invitation.pk}/again/"))
    link = re.findall(r"http://testserver(/fa/office/invitation/[\w-]+/)", page)[0]
    assert (client.get(f"/fa/office/invitation/{old}/").status_code, client.get(link).status_code) == (404, 200)
    admin.post(f"{MEMBERS}invited/{invitation.pk}/revoke/")

    assert (client.get(link).status_code, open_invitations()) == (404, [])


def test_guessed_links_are_counted(db: None, client: Client) -> None:
    answers = [client.get(f"/fa/office/invitation/guess-{at}/").status_code for at in range(21)]

    assert answers == [404] * 20 + [429]


def test_work_passes_to_a_successor(as_role: Browsers) -> None:
    mina, sara = member("mina"), member("sara")
    head = as_role(Role.HEAD)
    open_case(ISFAHAN.id, KAZAN.id, by=mina, on=date(2025, 3, 10))
    address = f"{MEMBERS}{mina.pk}/handover/"
    assert "کازان" in shown(head.get(address))
    assert head.post(address, {"to": "sara", "reason": ""}).status_code == 422
    assert head.post(address, {"to": "", "reason": "x"}).status_code == 422
    head.post(address, {"to": "sara", "reason": "پایان مأموریت"})

    assert CaseRecord.objects.get().to == sara
    assert "کازان" not in shown(head.get(address))
