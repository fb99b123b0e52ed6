from __future__ import annotations

from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "peyvand.records.letters"
    verbose_name = "letters"
