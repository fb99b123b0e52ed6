"""Who did, saw and exported what. The table only grows, and holds codes and numbers, never anybody's words."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from peyvand.adapters.engines import AppendOnly


class Kind(models.TextChoices):
    """What a member did with a thing."""

    DID = "did"
    SAW = "saw"
    EXPORTED = "exported"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    NOT_SIGNED_IN = "not_signed_in"
    REFUSED = "refused"


class Trace(models.Model):
    """One line of the audit.

    ``what`` is the permission, the page or the command (``statement.judge``, ``office:case``), ``thing`` what it was
    done to (``case:7``, ``source:…``), ``detail`` a code that tells more (a format, a number of rows). ``member`` is
    None for whoever holds the machine, and for a visitor who could not sign in. What was seen stands once a day.
    """

    at = models.DateTimeField()
    day = models.DateField()
    member = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, db_index=False)
    kind = models.CharField(max_length=15, choices=Kind)
    what = models.CharField(max_length=60)
    thing = models.CharField(max_length=300, blank=True)
    place_a = models.CharField(max_length=60, blank=True)
    place_b = models.CharField(max_length=60, blank=True)
    detail = models.CharField(max_length=100, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["member", "day"], name="traces_of_a_member"),
            models.Index(fields=["place_a", "place_b"], name="traces_of_a_pair"),
            models.Index(fields=["place_b"], name="traces_of_the_other_place"),
            models.Index(fields=["thing"], name="traces_of_a_thing"),
            models.Index(fields=["day"], name="traces_of_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.at} {self.member_id} {self.kind} {self.what} {self.thing}".rstrip()


GUARDS = (AppendOnly("audit_trace", ("id",)),)
