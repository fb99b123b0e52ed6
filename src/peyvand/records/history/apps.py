from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig

from peyvand.records.ledger.watched import watch


class HistoryConfig(AppConfig):
    name = "peyvand.records.history"
    verbose_name = "history"

    def ready(self) -> None:
        """What members changed is never changed itself."""
        watch(*import_module("peyvand.records.history.models").GUARDS)
