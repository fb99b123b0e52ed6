from __future__ import annotations

import pytest
from tests.factories.members import member
from tests.factories.readings import KAZAN

from peyvand.adapters.addresses import Card
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.contacts.actions import Facts, keep, merge
from peyvand.records.contacts.book import Taken, cards_of, take_in
from peyvand.records.contacts.models import Contact
from peyvand.records.history.keeping import CannotKeep

pytestmark = pytest.mark.django_db


def test_contacts_go_out_and_come_in_again(mayor: Contact, clerk: Contact, officer: Member) -> None:
    twin = keep(Facts(name="twin"), by=officer)
    merge(clerk, twin, by=officer)
    cards = cards_of(officer)
    assert [card.name for card in cards] == ["Ильсур Метшин", "مینا کریمی"]

    assert take_in(cards, by=officer) == Taken(0, 2)
    Contact.objects.filter(pk=mayor.pk).update(merged_into=clerk)
    assert take_in(cards, by=officer) == Taken(1, 1)
    again = Contact.objects.latest("pk")
    assert (again.name, again.names, again.place) == (mayor.name, [list(one) for one in mayor.names], KAZAN.id)


def test_a_city_is_known_by_its_name_where_only_one_bears_it(officer: Member) -> None:
    take_in([Card(name="a", place="Kazan"), Card(name="b", place="Nowhere")], by=officer)

    assert list(Contact.objects.order_by("name").values_list("place", flat=True)) == [KAZAN.id, ""]


def test_a_book_is_taken_whole_or_not_at_all(officer: Member) -> None:
    with pytest.raises(CannotKeep, match="b: This is no e-mail address"):
        take_in([Card(name="a"), Card(name="b", mail="nobody")], by=officer)


@pytest.mark.parametrize("role", [Role.PRESS, Role.AUDITOR, Role.PARTNER])
def test_who_may_not_is_refused(role: Role) -> None:
    other = member("other", role=role)
    with pytest.raises(NotAllowed):
        cards_of(other)
    with pytest.raises(NotAllowed):
        take_in([Card(name="a")], by=other)
