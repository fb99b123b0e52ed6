from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "peyvand.records.accounts"
    verbose_name = "accounts"
