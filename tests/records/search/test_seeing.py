"""What each may find is what each may see: by role, by city, by bond."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from tests.factories.members import member
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN
from tests.factories.searching import found

from peyvand.core.ledger.words import Instrument
from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework import actions as casework
from peyvand.records.contacts import actions as contacts
from peyvand.records.search.kinds.every import KINDS
from peyvand.records.search.queries import search, suggest
from peyvand.records.search.seen import NEEDED, NEEDED_ANYWHERE, Seen

pytestmark = pytest.mark.django_db
# Words that stand only in what is hidden: in a letter's text, in a proposal, in a case, in a contact.
CANARIES = ("نگرانی", "پیش‌نویس", "محرمانه‌ترین", "ژوبین")


@pytest.fixture
def everything(head_of_office: Member, accepted: str, internal: str, proposed: str) -> None:
    """Something of each class."""
    day = casework.timezone.localdate()
    by = head_of_office
    case = casework.open_case(ISFAHAN.id, KAZAN.id, instrument=Instrument.MOU, by=by, on=day)
    casework.withdraw(case, on=day, reason="دلیل محرمانه‌ترین پرونده", by=by)
    contacts.keep(contacts.Facts(name="ژوبین", place=FREIBURG.id), by=by)


def granted(role: Role, *grants: tuple[str, str], by: Member) -> Member:
    """A member to whom only a city, or only a bond, is open."""
    made = member(f"granted-{role}", role=role)
    for place, partner in grants:
        Grant.objects.create(member=made, place=place, partner=partner, by=by, since="2020-01-01", at=_now())
    return made


def _now() -> object:
    return casework.timezone.now()


def kinds(typed: str, who: Member | None) -> set[str]:
    return {hit.kind for hit in search(typed, who).hits}


def canaries(who: Member | None) -> set[str]:
    """The words of what is hidden that somebody finds, however they ask."""
    return {word for word in CANARIES if kinds(word, who) or suggest(word[:4], who) or kinds(f"{word[:3]}*", who)}


def test_visitors_find_the_public_register_alone(everything: None) -> None:
    assert canaries(None) == set()
    assert kinds("اصفهان", None) == {"place", "bond", "source", "statement"}


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role.ADMINISTRATOR, set(CANARIES)),
        (Role.HEAD, set(CANARIES)),
        (Role.OFFICER, set(CANARIES)),
        (Role.AUDITOR, set(CANARIES)),
        (Role.COUNCIL_READER, {"نگرانی", "محرمانه‌ترین", "ژوبین"}),
        (Role.PARTNER, set()),
    ],
)
def test_each_role_finds_what_it_may_see(everything: None, role: Role, words: set[str]) -> None:
    assert canaries(member(f"with-{role}", role=role)) == words


def test_where_a_city_is_open_its_things_are_found(everything: None, head_of_office: Member) -> None:
    freiburg = granted(Role.OFFICER, (FREIBURG.id, ""), by=head_of_office)
    kazan = granted(Role.LEGAL, (KAZAN.id, ""), by=head_of_office)

    assert canaries(freiburg) == {"نگرانی", "ژوبین"}
    assert canaries(kazan) == {"پیش‌نویس", "محرمانه‌ترین"}


def test_where_a_bond_is_open_only_its_own_things_are_found(everything: None, head_of_office: Member) -> None:
    one = granted(Role.OFFICER, (ISFAHAN.id, KAZAN.id), by=head_of_office)

    assert "نگرانی" not in canaries(one)
    assert {"پیش‌نویس", "محرمانه‌ترین"} <= canaries(one)
    assert found("اصفهان فرایبورگ", one, kind="bond") == []


def test_what_is_hidden_is_not_counted_nor_near(everything: None) -> None:
    results = search("نگرانی", None)

    assert (results.hits, results.following, results.meant) == ((), None, ())
    assert search("فرایبورگ", None).meant == ()
    assert search("فرایبورک", None).hits == ()


def test_every_class_has_its_permission_or_is_for_everybody() -> None:
    assert {*NEEDED, *NEEDED_ANYWHERE, Seen.PUBLIC, Seen.OUTSIDE} == set(Seen)


def test_kinds_stand_in_one_order() -> None:
    numbers: Iterable[int] = [kind.number for kind in KINDS.values()]

    assert list(numbers) == sorted(set(numbers))
    assert all(name == kind.name for name, kind in KINDS.items())
