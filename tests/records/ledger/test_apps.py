from __future__ import annotations

from django.apps import apps
from django.core.checks.registry import registry
from django.db.models.signals import post_migrate

from peyvand.records.ledger.apps import LedgerConfig
from peyvand.records.ledger.guard import check_store


def test_store_is_guarded_and_checked_from_the_start() -> None:
    config = apps.get_app_config("ledger")

    assert isinstance(config, LedgerConfig)
    assert post_migrate.has_listeners(config)
    assert check_store in registry.registered_checks
