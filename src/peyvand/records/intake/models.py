"""The work list: what waits for a member. A projection; the ledger is the truth."""

from __future__ import annotations

from django.db import models

from peyvand.core.ledger.verdict import Status


class Proposal(models.Model):
    """One statement or claim on which a verdict is due. ``start`` is where its words begin in the source."""

    key = models.CharField(max_length=64, primary_key=True)
    number = models.BigIntegerField(unique=True)
    capture = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    status = models.CharField(max_length=10, choices=[(status, status) for status in Status])

    class Meta:
        indexes = [
            models.Index(fields=["status", "capture", "start"], name="proposals_by_status"),
            # With the number, by which sources stand in the order in which they came.
            models.Index(fields=["capture", "number"], name="proposals_of_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.key[:12]} {self.status}"
