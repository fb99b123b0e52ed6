"""What members changed in ordinary rows (letters, documents, contacts). Who, when and which fields only grows; the
words themselves lie beside it, so that those of persons can be erased."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from peyvand.adapters.engines import AppendOnly


class Change(models.Model):
    """One change of one thing: ``number`` counts those of the thing from 0, ``fields`` are those that it touched, and
    ``told`` is the commitment of their words before and after."""

    kind = models.CharField(max_length=20)
    subject = models.BigIntegerField()
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=20)
    fields = models.JSONField(default=list)
    told = models.CharField(max_length=64)
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "subject", "number"], name="one_change_per_number")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}/{self.number} {self.what}"


class Kept(models.Model):
    """The words of a change, by their salted commitment. Erasing takes both away."""

    commitment = models.CharField(max_length=64, primary_key=True)
    salt = models.CharField(max_length=64)
    words = models.TextField()

    def __str__(self) -> str:
        return self.commitment


GUARDS = (AppendOnly("history_change", ("id",)),)
