from __future__ import annotations

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "peyvand.records.documents"
    verbose_name = "documents"
