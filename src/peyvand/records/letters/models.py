"""The letter register: what came in and what went out, each under a running number of its year."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from peyvand.records.accounts.scopes import Visibility
from peyvand.records.contacts.models import Contact

_MEMBER = settings.AUTH_USER_MODEL


class Direction(models.TextChoices):
    """Whether a letter came in or went out."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"


class Letter(models.Model):
    """A letter. ``year`` is that of the office's calendar in which it was registered, and ``number`` runs within it and
    the direction from 1. The date is kept as it was said, with its calendar, its EDTF and its first day.
    ``answer_by`` is the last day on which an answer is waited for; None where none is."""

    direction = models.CharField(max_length=10, choices=Direction.choices)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    their_number = models.CharField(max_length=100, blank=True)
    date_said = models.CharField(max_length=60)
    date_calendar = models.CharField(max_length=20)
    date = models.CharField(max_length=40)
    day = models.DateField()
    registered_on = models.DateField()
    subject = models.CharField(max_length=300)
    language = models.CharField(max_length=10, blank=True)
    note = models.TextField(blank=True)
    # Subject, numbers and parties as they are found.
    folded = models.TextField(blank=True)
    answers = models.ForeignKey("self", models.PROTECT, null=True, related_name="answered_by")
    answer_by = models.DateField(null=True, db_index=True)
    place_a = models.CharField(max_length=60, blank=True)
    place_b = models.CharField(max_length=60, blank=True)
    visibility = models.CharField(max_length=10, choices=[(one, one) for one in Visibility])
    version = models.PositiveIntegerField(default=0)
    voided_at = models.DateTimeField(null=True)
    member = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["direction", "year", "number"], name="one_letter_per_number")]
        indexes = [
            models.Index(fields=["place_a", "place_b"], name="letters_of_a_pair"),
            models.Index(fields=["-year", "direction", "-number"], name="letters_in_their_order"),
        ]

    def __str__(self) -> str:
        return f"{self.year}/{self.number}"

    @property
    def places(self) -> tuple[str, ...]:
        """The places that it concerns."""
        return tuple(filter(None, (self.place_a, self.place_b)))


class Side(models.TextChoices):
    """What somebody is to a letter."""

    FROM = "from"
    TO = "to"


class Party(models.Model):
    """Who wrote a letter or to whom: a contact, or the words of the letter where nobody is known by them."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="parties")
    side = models.CharField(max_length=4, choices=Side.choices)
    position = models.PositiveSmallIntegerField()
    contact = models.ForeignKey(Contact, models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "side", "position"], name="one_party_per_position")]

    def __str__(self) -> str:
        return self.words or str(self.contact)
