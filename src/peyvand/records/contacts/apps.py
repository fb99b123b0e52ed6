from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig

from peyvand.records.ledger.watched import watch


class ContactsConfig(AppConfig):
    name = "peyvand.records.contacts"
    verbose_name = "contacts"

    def ready(self) -> None:
        """Who consented to what, and who took it back, only grows."""
        watch(*import_module("peyvand.records.contacts.models").GUARDS)
