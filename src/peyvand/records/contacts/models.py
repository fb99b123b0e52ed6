"""People and offices of both sides, their terms of office, and what they consented to have published."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from peyvand.adapters.engines import AppendOnly
from peyvand.records.accounts.scopes import Visibility

_MEMBER = settings.AUTH_USER_MODEL
LONGEST = 300


class Kind(models.TextChoices):
    """What a contact is."""

    PERSON = "person"
    OFFICE = "office"


class Contact(models.Model):
    """A person or an office. ``names`` are its other names, each with its language; ``folded`` is all of them as they
    are found, one a line, with a line's end before the first. ``role`` and ``body`` are words; ``place`` is a place id.
    A double that was merged into another is no contact of its own any more; of an erased one nothing is left."""

    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=LONGEST, blank=True)
    names = models.JSONField(default=list)
    folded = models.TextField(blank=True)
    role = models.CharField(max_length=LONGEST, blank=True)
    body = models.CharField(max_length=LONGEST, blank=True)
    place = models.CharField(max_length=60, blank=True, db_index=True)
    phone = models.CharField(max_length=100, blank=True)
    mail = models.EmailField(blank=True)
    address = models.TextField(blank=True)
    language = models.CharField(max_length=10, blank=True)
    note = models.TextField(blank=True)
    visibility = models.CharField(max_length=10, choices=[(one, one) for one in Visibility])
    version = models.PositiveIntegerField(default=0)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="doubles")
    erased_at = models.DateTimeField(null=True)
    member = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.name or f"#{self.pk}"


class Term(models.Model):
    """A person's time in an office. ``starts`` and ``ends`` are EDTF, their days the first and the last that they may
    mean; None where nothing is said."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="terms")
    role = models.CharField(max_length=LONGEST)
    body = models.CharField(max_length=LONGEST, blank=True)
    place = models.CharField(max_length=60, blank=True)
    starts_said = models.CharField(max_length=60, blank=True)
    starts = models.CharField(max_length=40, blank=True)
    first_day = models.DateField(null=True)
    ends_said = models.CharField(max_length=60, blank=True)
    ends = models.CharField(max_length=40, blank=True)
    last_day = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["place", "first_day"], name="terms_of_a_place")]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.role}"


class Consent(models.Model):
    """Consent to publish some fields, or its withdrawal; the last row of a contact holds. ``document`` is the key of
    the paper that gives it."""

    contact = models.ForeignKey(Contact, models.PROTECT, related_name="consents")
    number = models.PositiveIntegerField()
    given = models.BooleanField()
    fields = models.JSONField(default=list)
    on = models.CharField(max_length=40)
    on_said = models.CharField(max_length=60)
    document = models.CharField(max_length=64, blank=True)
    member = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "number"], name="one_consent_per_number")]

    def __str__(self) -> str:
        return f"{self.contact_id}/{self.number}"


GUARDS = (AppendOnly("contacts_consent", ("id",)),)
