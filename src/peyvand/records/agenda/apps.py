from __future__ import annotations

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "peyvand.records.agenda"
    verbose_name = "agenda"
