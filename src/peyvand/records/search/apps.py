from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "peyvand.records.search"
    verbose_name = "search"

    def ready(self) -> None:
        import_module("peyvand.records.search.following").begin()
        post_migrate.connect(install, sender=self, dispatch_uid="peyvand.search.install")


def install(*, using: str, **_: Any) -> None:
    """After a migration: the engine's index is there, and an installation from before there was one is gone through."""
    connection = connections[using]
    models = import_module("peyvand.records.search.models")
    ledger = import_module("peyvand.records.ledger.models")
    tables = {models.Item._meta.db_table, ledger.Source._meta.db_table}
    if not tables <= set(connection.introspection.table_names()):
        return
    import_module("peyvand.adapters.search").INDEX.install(connection)
    if ledger.Source.objects.exists() and not models.Item.objects.exists():
        import_module("peyvand.records.search.actions").build()
