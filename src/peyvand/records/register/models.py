"""The fold of the ledger, stored for speed: both tables can be dropped and built again with the same rows."""

from __future__ import annotations

from django.db import models


class Bond(models.Model):
    """One bond as one audience may see it, folded on a day. ``state`` is the core Bond, written and compressed.

    The state is what a fold on any day from ``folded_for`` until the day before ``holds_until`` would give (None: for
    ever). ``newest`` is the number of the newest verdict in it.
    """

    audience = models.CharField(max_length=10)
    slug = models.CharField(max_length=250)
    place_a = models.CharField(max_length=60)
    place_b = models.CharField(max_length=60)
    state = models.BinaryField()
    # What counts take from it, for each of its places: a member of the core's for each count rule, as JSON.
    members = models.TextField()
    statements = models.PositiveIntegerField()
    newest = models.BigIntegerField()
    folded_for = models.DateField()
    holds_until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["audience", "slug"], name="one_bond_per_address"),
            models.UniqueConstraint(fields=["audience", "place_a", "place_b"], name="one_bond_per_pair"),
        ]
        indexes = [
            models.Index(fields=["audience", "place_b"], name="bonds_of_the_other_place"),
            models.Index(fields=["audience", "newest"], name="bonds_by_news"),
        ]

    def __str__(self) -> str:
        return self.slug


class City(models.Model):
    """One place's counts and findings. ``sisters`` is the number by the first count rule of the policies."""

    audience = models.CharField(max_length=10)
    place = models.CharField(max_length=60)
    state = models.BinaryField()
    bonds = models.PositiveIntegerField()
    sisters = models.PositiveIntegerField()
    folded_for = models.DateField()
    holds_until = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["audience", "place"], name="one_row_per_city")]
        indexes = [models.Index(fields=["audience", "-sisters", "-bonds", "place"], name="cities_by_sisters")]

    def __str__(self) -> str:
        return self.place
