"""The watch list: feeds and pages that are looked at again and again, and the articles found behind them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

LONGEST_ADDRESS = 2_000


class Outcome(models.TextChoices):
    """What became of an article: it was proposed, said nothing of a tie, was found before, or could not be read."""

    PROPOSED = "proposed"
    SILENT = "silent"
    FAILED = "failed"


class Watch(models.Model):
    """A feed or a page, and by whom it was put here and taken away. Rows are never deleted: they say who did what.

    ``next_at`` is when it is to be looked at again; ``failures`` counts those since it last answered, of which
    ``reason`` is the last, as `reasons.packed` writes it. ``etag`` and ``modified`` are the site's own marks of the
    page as it was last seen.
    """

    address = models.CharField(max_length=LONGEST_ADDRESS)
    hours = models.PositiveSmallIntegerField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)
    next_at = models.DateTimeField(db_index=True)
    looked_at = models.DateTimeField(null=True)
    failures = models.PositiveSmallIntegerField(default=0)
    reason = models.TextField(blank=True)
    etag = models.CharField(max_length=200, blank=True)
    modified = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["address"], condition=models.Q(removed_at=None), name="an_address_stands_once"
            )
        ]

    def __str__(self) -> str:
        return self.address


class Found(models.Model):
    """An article behind a watched page, by the hash of its address: it is taken once, whoever names it again.

    ``capture`` is its source where something was proposed; ``tries`` how often it was fetched.
    """

    key = models.CharField(max_length=64, primary_key=True)
    watch = models.ForeignKey(Watch, models.PROTECT, related_name="found")
    address = models.CharField(max_length=LONGEST_ADDRESS)
    at = models.DateTimeField(db_index=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    capture = models.CharField(max_length=64, blank=True)
    tries = models.PositiveSmallIntegerField(default=1)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.address
