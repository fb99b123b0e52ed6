from __future__ import annotations

from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    name = "peyvand.web.opendata"
    label = "web_opendata"
