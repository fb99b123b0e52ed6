from __future__ import annotations

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "peyvand.records.register"
    verbose_name = "register"
