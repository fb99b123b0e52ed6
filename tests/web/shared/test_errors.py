from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client, RequestFactory
from tests.factories.readings import SIGNED
from tests.web.conftest import Accept

from peyvand.web.shared import errors


def test_a_hidden_page_is_byte_for_byte_a_missing_one(accept: Accept, client: Client) -> None:
    hidden = accept(SIGNED, kind="letter")

    answers = [client.get(f"/fa/sources/{capture}/") for capture in (hidden, "0" * 64)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content


def test_members_who_may_see_a_hidden_source_do(accept: Accept, signed_in: Client) -> None:
    assert signed_in.get(f"/fa/sources/{accept(SIGNED, kind='letter')}/").status_code == 200


@pytest.mark.parametrize(("language", "words"), [("fa", "این‌جا چیزی نیست"), ("en", "Nothing stands here")])
def test_what_is_missing_is_said_in_the_pages_language(db: None, client: Client, language: str, words: str) -> None:
    page = client.get(f"/{language}/nothing/here/").content.decode()

    assert (f'<html lang="{language}"' in page, words in page) == (True, True)


def test_a_failure_is_told_without_the_database(rf: RequestFactory) -> None:
    answer = errors.failed(rf.get("/fa/"))

    assert (answer.status_code, answer.headers["Cache-Control"]) == (500, "private, no-store")


def test_a_broken_request_is_told(rf: RequestFactory) -> None:
    assert errors.bad_request(rf.get("/")).status_code == 400
    assert errors.refused(rf.get("/")).status_code == 403


def test_error_pages_name_no_path(db: None, client: Client) -> None:
    assert b"secret-path" not in client.get("/fa/secret-path/").content


def test_templates_hold_nothing_inline() -> None:
    folder = Path(errors.__file__).parents[1]
    inline = [
        path.name
        for path in folder.rglob("jinja2/**/*.html")
        if any(word in path.read_text("utf-8") for word in (" style=", "<style", " onclick", "<script>", " onload"))
    ]
    assert inline == []
