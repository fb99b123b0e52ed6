from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class RegisterConfig(AppConfig):
    name = "peyvand.records.register"
    verbose_name = "register"

    def ready(self) -> None:
        post_migrate.connect(fill, sender=self, dispatch_uid="peyvand.register.fill")


def fill(*, using: str, **_: Any) -> None:
    """After a migration that emptied the register: fold it again."""
    models = import_module("peyvand.records.register.models")
    ledger = import_module("peyvand.records.ledger.models")
    tables = {model._meta.db_table for model in (models.Bond, models.City, ledger.Entry)}
    if not tables <= set(connections[using].introspection.table_names()):
        return
    if ledger.Entry.objects.filter(kind=ledger.Kind.VERDICT).exists() and not models.City.objects.exists():
        import_module("peyvand.records.register.actions").rebuild()
