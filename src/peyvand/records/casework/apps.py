from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig

from peyvand.records.ledger.watched import watch


class CaseworkConfig(AppConfig):
    name = "peyvand.records.casework"
    verbose_name = "casework"

    def ready(self) -> None:
        """The record of cases only grows, as the ledger does."""
        watch(*import_module("peyvand.records.casework.models").GUARDS)
