from __future__ import annotations

import pytest
from django.apps import apps
from tests.factories.members import member

from peyvand.records.audit.apps import AuditConfig
from peyvand.records.audit.models import Trace


@pytest.mark.django_db
def test_being_made_ready_twice_notes_nothing_twice(client: object) -> None:
    config = apps.get_app_config("audit")
    assert isinstance(config, AuditConfig)

    config.ready()
    client.force_login(member())  # type: ignore[attr-defined]

    assert Trace.objects.filter(kind="signed_in").count() == 1
