from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "peyvand.records.ledger"
    verbose_name = "ledger"
