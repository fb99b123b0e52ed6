from __future__ import annotations

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "peyvand.web.office"
    label = "web_office"
