from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from peyvand.web.shared import uploading


def test_a_form_that_is_far_too_long_is_refused_before_it_has_come(
    signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploading, "MOST_BYTES", 1_000)
    answer = signed_in.post("/en/office/documents/new/", {"scan": SimpleUploadedFile("x.pdf", b"x" * 2_000)})

    assert answer.status_code == 400


def test_other_files_come_in_as_they_are(signed_in: Client) -> None:
    answer = signed_in.post(
        "/en/office/contacts/take-in/", {"book": SimpleUploadedFile("b.csv", b"name\n" + b"x\n" * 3_000_000)}
    )

    assert answer.status_code == 422
