from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class AgendaConfig(AppConfig):
    name = "peyvand.records.agenda"
    verbose_name = "agenda"

    def ready(self) -> None:
        import_module("peyvand.records.agenda.remarks").begin()
        post_migrate.connect(fill, sender=self, dispatch_uid="peyvand.agenda.fill")


def fill(*, using: str, **_: Any) -> None:
    """After a migration: an installation from before there were remarks is gone through."""
    register = import_module("peyvand.records.register.models")
    remarks = import_module("peyvand.records.agenda.remarks")
    tables = {remarks.Remark._meta.db_table, register.Bond._meta.db_table}
    there = tables <= set(connections[using].introspection.table_names())
    if there and register.Bond.objects.exists() and not remarks.Remark.objects.exists():
        remarks.rebuild()
