"""Members to whom a part of the office is open, on the public pages."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.factories.members import grant, member
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN, Said
from tests.web.conftest import Accept

from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.roles import Role
from peyvand.records.audit.models import Trace


@pytest.fixture
def letter(accept: Accept, signed: str) -> str:
    """A letter that says that Isfahan and Freiburg have signed, beside the news on Isfahan and Kazan."""
    del signed
    return accept(Said(places=(ISFAHAN, FREIBURG)), kind=SourceKind.LETTER, title="نامه")


def browser(*places: str, role: Role = Role.OFFICER) -> Client:
    made = member("limited", role=role)
    grant(made, *places)
    client = Client()
    client.force_login(made)
    return client


def found(client: Client, *paths: str) -> list[int]:
    answers = [client.get(f"/fa{path}") for path in paths]
    for answer in answers:
        # A file that nobody reads stays open.
        b"".join(getattr(answer, "streaming_content", ()))
    return [answer.status_code for answer in answers]


def pages(letter: str) -> tuple[str, ...]:
    return (
        "/cities/freiburg/",
        "/bonds/freiburg--isfahan/",
        f"/sources/{letter}/",
        "/cities/freiburg/data/csv/?internal=1",
    )


def test_own_city_is_open_with_all_that_is_internal(letter: str) -> None:
    assert found(browser(FREIBURG.id), *pages(letter)) == [200, 200, 200, 200]


def test_other_cities_are_seen_as_everybody_sees_them(letter: str) -> None:
    client = browser(KAZAN.id)

    assert found(client, *pages(letter)) == [404, 404, 404, 403]
    assert found(client, "/cities/isfahan/", "/bonds/isfahan--kazan/", "/data/csv/?internal=1") == [200, 200, 403]
    assert "فرایبورگ" not in "".join(
        client.get(f"/fa{path}").content.decode() for path in ("/", "/cities/", "/cities/isfahan/")
    )


def test_a_hidden_page_is_a_missing_one_byte_for_byte(letter: str) -> None:
    client = browser(KAZAN.id)
    missing = ("/cities/nowhere/", "/bonds/a--b/", f"/sources/{'0' * 64}/")

    for path, nothing in zip(pages(letter), missing, strict=False):
        assert client.get(f"/fa{path}").content == client.get(f"/fa{nothing}").content


def test_bond_page_says_for_the_audit_which_bond_it_is(letter: str) -> None:
    browser(FREIBURG.id, ISFAHAN.id, role=Role.COUNCIL_READER).get("/fa/bonds/freiburg--isfahan/")

    trace = Trace.objects.get(what="portal:bond")
    assert (trace.thing, trace.place_a, trace.place_b) == (
        "bond:freiburg--isfahan",
        *sorted((FREIBURG.id, ISFAHAN.id)),
    )
