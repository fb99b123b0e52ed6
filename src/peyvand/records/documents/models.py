"""Files that members brought, each kept once, and the documents that they are: names, titles, whose they are and what
they belong to."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from peyvand.records.accounts.scopes import Visibility

_MEMBER = settings.AUTH_USER_MODEL


class File(models.Model):
    """A file's bytes lie on the shelf under ``digest``, their SHA-256 (hex), whoever brought them. ``kind`` is the
    media type by the bytes; ``drawn``: small pictures lie beside them; ``text`` is what they say as text."""

    digest = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField(default=0)
    drawn = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.digest[:12]


class Document(models.Model):
    """A file as somebody brought it: ``key`` is its random address, ``name`` what the file was called. ``place_a`` and
    ``place_b`` are the two places of its bond; empty where it concerns the office as a whole."""

    key = models.CharField(max_length=43, unique=True)
    file = models.ForeignKey(File, models.PROTECT, related_name="documents")
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=300, blank=True)
    place_a = models.CharField(max_length=60, blank=True)
    place_b = models.CharField(max_length=60, blank=True)
    visibility = models.CharField(max_length=10, choices=[(one, one) for one in Visibility])
    version = models.PositiveIntegerField(default=0)
    voided_at = models.DateTimeField(null=True)
    member = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["place_a", "place_b"], name="documents_of_a_pair")]

    def __str__(self) -> str:
        return self.title or self.name

    @property
    def places(self) -> tuple[str, ...]:
        """The places that it concerns."""
        return tuple(filter(None, (self.place_a, self.place_b)))


class Tie(models.Model):
    """What a document or a letter (``thing``, ``number``) belongs to: ``kind`` and ``ref`` say to what."""

    thing = models.CharField(max_length=10)
    number = models.BigIntegerField()
    kind = models.CharField(max_length=10)
    ref = models.CharField(max_length=130)
    member = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "ref", "thing", "number"], name="one_tie_to_a_thing")]
        indexes = [models.Index(fields=["thing", "number"], name="ties_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.thing} {self.number} → {self.kind} {self.ref}"
