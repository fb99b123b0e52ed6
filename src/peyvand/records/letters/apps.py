from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "peyvand.records.letters"
    verbose_name = "letters"

    def ready(self) -> None:
        """The register knows its correspondents as they are called now."""
        import_module("peyvand.records.letters.following").begin()
