"""The two tables that only grow, and the one row that says how far they have grown."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from peyvand.adapters.engines import AppendOnly
from peyvand.adapters.engines.fields import RowNumber
from peyvand.core.ledger.words import SourceKind


class Kind(models.TextChoices):
    """What an entry is."""

    SOURCE = "source", _("source")
    STATEMENT = "statement", _("statement")
    RESOLUTION = "resolution", _("resolution")
    CLAIM = "claim", _("claim")
    AREA = "area", _("area")
    VERDICT = "verdict", _("verdict")
    POLICY = "policy", _("policy")
    WITHDRAWAL = "withdrawal", _("withdrawal")
    DECISION = "decision", _("decision")
    REVOCATION = "revocation", _("revocation")
    COPY = "copy", _("copy")
    ERASURE = "erasure", _("erasure")
    READING = "reading", _("reading")


class Source(models.Model):
    """Something that says; its captured text never changes. ``capture`` is the SHA-256 (hex) of the text in UTF-8."""

    capture = models.CharField(max_length=64, primary_key=True)
    text = models.TextField()
    name = models.TextField()
    title = models.TextField(blank=True)
    publisher = models.TextField(blank=True)
    published = models.DateField(null=True)
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in SourceKind])
    language = models.CharField(max_length=10, blank=True)
    public = models.BooleanField()
    meta = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    # Nobody asks for what a member has entered; an index would be kept for every row.
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)

    def __str__(self) -> str:
        return self.title or self.name


class Entry(models.Model):
    """One leaf of the log. ``number`` is its place in the order of commits, from 0, without a gap."""

    number = RowNumber(primary_key=True)
    kind = models.CharField(max_length=12, choices=Kind)
    key = models.CharField(max_length=64, unique=True)
    # What it concerns: a capture, the key of what was resolved, judged or revoked, or the name of what was decided.
    subject = models.CharField(max_length=64)
    # Canonical JSON (RFC 8785), kept as the very text that was hashed.
    body = models.TextField()
    leaf = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    # Nobody asks for what a member has entered; an index would be kept for every row.
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    # The places that the body names, for finding.
    place_a = models.CharField(max_length=60, blank=True)
    place_b = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "kind"], name="entries_on_a_subject"),
            models.Index(fields=["place_a", "place_b", "kind"], name="entries_on_a_pair"),
            models.Index(fields=["place_b", "kind"], name="entries_on_the_other_place"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.key[:12]}"


class Vault(models.Model):
    """Words that a person may ask to be erased. The log holds only the commitment: SHA-256 (hex) over salt and words,
    from which nobody can guess the words once the salt is gone with them."""

    commitment = models.CharField(max_length=64, primary_key=True)
    salt = models.CharField(max_length=64)
    words = models.TextField()

    def __str__(self) -> str:
        return self.commitment


class Head(models.Model):
    """How far the log has grown: its size, its root, and the subtree roots from which the next root follows."""

    size = models.BigIntegerField()
    root = models.CharField(max_length=64)
    frontier = models.JSONField(default=list)
    recorded_at = models.DateTimeField(null=True)


GUARDS = (
    AppendOnly("ledger_source", ("capture",)),
    AppendOnly("ledger_entry", ("number", "key"), counted="number"),
)
