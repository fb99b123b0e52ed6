"""What can be found: one row an item, with the words to find it by. Dropped and built again, the rows are the same."""

from __future__ import annotations

from django.db import models


class Item(models.Model):
    """Something that a search may find. ``ref`` names it within its kind.

    The number is its place in the order of all hits: by kind, then what is weightier or newer, the least first. A text
    too long for one row goes on in further ``parts``, from 0. ``seen`` is the class of those who may see it. The engine
    keeps its index of ``words`` beside this table.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=12)
    ref = models.CharField(max_length=250)
    part = models.PositiveSmallIntegerField()
    seen = models.CharField(max_length=10)
    words = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "ref", "seen", "part"], name="one_row_per_part")]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"
