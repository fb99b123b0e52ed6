from __future__ import annotations

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "peyvand.records.places"
    verbose_name = "places"
