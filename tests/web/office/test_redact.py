"""A name struck out on the page of its source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.readings import SIGNED
from tests.web.conftest import Accept

from peyvand.records.accounts.permissions import Role

NAME = "مینا راد"


@pytest.fixture
def told(accept: Accept, settings: LazySettings, tmp_path: Path) -> str:
    settings.HOME = tmp_path
    return accept(SIGNED, title=f"{NAME} خبر داد")


def send(client: Client, capture: str, **form: str):  # type: ignore[no-untyped-def]
    address = f"/fa/sources/{capture}/"
    return client.post("/fa/office/decide/redact/", {"capture": capture, "words": NAME, "next": address, **form})


def test_a_name_is_struck_out_everywhere(told: str, as_role: Callable[[Role], Client], client: Client) -> None:
    head = as_role(Role.HEAD)
    assert 'id="redact"' in head.get(f"/fa/sources/{told}/").content.decode()

    assert send(head, told, reason="درخواست", sure="1").status_code == 302
    pages = [client.get(at).content.decode() for at in (f"/fa/sources/{told}/", "/fa/bonds/isfahan--kazan/")]
    assert [NAME in page for page in pages] == [False, False]
    assert ("████ ███" in pages[0], "۱ جا" in pages[0], 'id="redact"' in pages[0]) == (True, True, False)
    exported = b"".join(client.get("/fa/data/json/").streaming_content).decode()
    assert (NAME in exported, "████ ███" in exported) == (False, True)


def test_it_is_asked_whether_that_is_known(told: str, as_role: Callable[[Role], Client]) -> None:
    head = as_role(Role.HEAD)

    assert send(head, told, reason="درخواست").status_code == 422
    assert send(head, told, reason="", sure="1").status_code == 422
    assert NAME in head.get(f"/fa/sources/{told}/").content.decode()


def test_an_officer_may_not(told: str, signed_in: Client) -> None:
    assert 'id="redact"' not in signed_in.get(f"/fa/sources/{told}/").content.decode()
    assert send(signed_in, told, reason="x", sure="1").status_code == 403
