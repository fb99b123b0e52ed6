"""Who may ask for what: every address, with each visitor and each method, from the URL table itself.

Three thousand cells at least. An address that declares no policy, or none in the table of `policies.txt`, fails.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.web.addresses import Address, addresses
from tests.web.visitors import VISITORS, answered

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import PERMISSIONS, may
from peyvand.web.shared.policy import Policy

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
TABLE = Path(__file__).with_name("policies.txt")
ADDRESSES = addresses()
_LEAST = 3_000


def policy(address: Address) -> Policy:
    declared: Policy = address.view.policy
    return declared


def told(address: Address) -> str:
    """One line of the table: name, who may, how."""
    one = policy(address)
    sure = " sure" if one.sure else ""
    return f"{address.name} | {one.permission or 'everybody'}{sure} | {' '.join(one.methods)}"


def written() -> str:
    """The table as the views declare it."""
    return "".join(f"{line}\n" for line in sorted({told(address) for address in ADDRESSES}))


def expected(policy: Policy, member: Member | None, method: str) -> set[int]:
    """The answers that the policy allows; an open door may lead to nothing, a bad form or onward."""
    if method not in policy.methods:
        return {405}
    if policy.permission is None:
        return {200, 302, 400, 404, 422}
    if member is None:
        return {302}
    if not may(member, policy.permission):
        return {403}
    return {200, 302, 400, 404, 422} if may(member, policy.permission, places=()) else {200, 302, 400, 403, 404, 422}


@pytest.mark.parametrize("address", ADDRESSES, ids=str)
def test_every_address_declares_its_policy(address: Address) -> None:
    assert isinstance(policy(address), Policy)
    assert policy(address).permission in {None, *PERMISSIONS}
    assert set(policy(address).methods) <= set(METHODS)


def test_the_table_says_what_the_views_declare() -> None:
    """After a wanted change: python -m tests.architecture.policies"""
    assert TABLE.read_text("utf-8") == written()


def test_there_are_enough_cells() -> None:
    assert len(ADDRESSES) * len(VISITORS) * len(METHODS) >= _LEAST


@pytest.mark.django_db
@pytest.mark.parametrize("who", VISITORS)
def test_nobody_gets_what_is_not_theirs(who: str) -> None:
    client, somebody = VISITORS[who]()
    wrong = {}
    for address in ADDRESSES:
        for method in METHODS:
            status = answered(client, method, address.path)
            if status not in expected(policy(address), somebody, method):
                wrong[f"{method} {address}"] = status

    assert wrong == {}
    assert client.get("/fa/office/agenda/").status_code == (200 if somebody else 302)
