from __future__ import annotations

import pytest
from django.core.exceptions import BadRequest
from django.test import RequestFactory

from peyvand.web.shared.forms import typed


def test_a_form_gives_its_own_fields() -> None:
    request = RequestFactory().post("/", {"name": "مینا\0", "csrfmiddlewaretoken": "x"})

    assert typed(request, "name", "city") == {"name": "مینا", "city": ""}


def test_a_field_that_the_form_does_not_have_is_refused() -> None:
    with pytest.raises(BadRequest):
        typed(RequestFactory().post("/", {"name": "مینا", "is_active": "1"}), "name")
