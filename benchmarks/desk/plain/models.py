"""The anchor's one table, made by `benchmarks.desk.store`."""

from __future__ import annotations

from django.db import models


class Tie(models.Model):
    """A bond in plain columns."""

    slug = models.CharField(max_length=250)
    city = models.CharField(max_length=200)
    partner = models.CharField(max_length=200)
    country = models.CharField(max_length=200)
    standing = models.CharField(max_length=40)
    since = models.DateField(null=True)
    statements = models.PositiveIntegerField()
    told = models.TextField()

    class Meta:
        managed = False
        db_table = "plain_tie"

    def __str__(self) -> str:
        return self.slug
