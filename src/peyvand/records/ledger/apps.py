from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class LedgerConfig(AppConfig):
    name = "peyvand.records.ledger"
    verbose_name = "ledger"

    def ready(self) -> None:
        # The guards stand on the models, which exist only now.
        guard = import_module("peyvand.records.ledger.guard")
        post_migrate.connect(guard.install_guards, sender=self, dispatch_uid="peyvand.ledger.guards")
        connection_created.connect(guard.forget, dispatch_uid="peyvand.ledger.forget")
        register(guard.check_store, Tags.database)
