"""Fields that a form does not have are refused, on every form: nobody becomes somebody by sending one more word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.house import House, full_house, public_part
from tests.factories.members import member
from tests.web.addresses import Address, addresses
from tests.web.crawling import arguments_of
from tests.web.visitors import VISITORS, answered

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.passwords import new_link
from peyvand.records.accounts.permissions import may
from peyvand.records.accounts.roles import Role

pytestmark = pytest.mark.django_db
# What a form might be told to make of somebody or something else than it is for.
FORBIDDEN = (
    *("id", "pk", "owner", "member", "member_id", "by", "is_staff", "is_superuser", "is_active", "password"),
    *("visible", "audience", "public", "places", "place_a", "version_of", "recorded_at", "username"),
)
FORMS = [address for address in addresses() if "POST" in address.view.policy.methods]
_FEWEST = 60
# Forms in which a field of that name is at home.
AT_HOME = {
    ("office:sign_in", "username"),
    ("office:sign_in", "password"),
    ("office:confirm", "password"),
    ("office:accept", "username"),
    ("office:accept", "password"),
    ("office:choose_password", "password"),
    ("office:remove_passkey", "password"),
}


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.mark.parametrize("role", Role)
def test_a_field_that_a_form_does_not_have_is_refused(role: Role) -> None:
    maker = member("maker")
    public_part(maker)
    arguments = with_secrets(full_house(maker))
    client, somebody = VISITORS[str(role)]()
    taken = {}
    for address in FORMS:
        permission = address.view.policy.permission
        path = there(client, address, arguments)
        if path is None or (permission and not may(somebody, permission)):
            continue
        for field in FORBIDDEN:
            status = answered(client, "POST", path, {field: "1"})
            if status != 400 and (address.name, field) not in AT_HOME:
                taken[f"{address.name} {field}"] = status

    assert taken == {}


def test_every_form_is_tried_on_something_that_is_there() -> None:
    maker = member("maker")
    public_part(maker)
    arguments = with_secrets(full_house(maker))
    client, _ = VISITORS["administrator"]()

    tried = [address.name for address in FORMS if there(client, address, arguments)]

    assert {address.name for address in FORMS} - set(tried) == set()


def with_secrets(house: House) -> dict[str, tuple[str, ...]]:
    """What stands in addresses, and the secrets of links that open a form."""
    keeper = Member.objects.get(username="keeper")
    return {**arguments_of(house), "secret": (house.numbers.secret, new_link(keeper, by=None))}


def there(client: Client, address: Address, arguments: Mapping[str, Sequence[str]]) -> str | None:
    """The first address of this form at which something stands, if any."""
    found = (path for path in address.paths(arguments) if answered(client, "POST", path, {"_": ""}) != 404)
    return next(found, None)
