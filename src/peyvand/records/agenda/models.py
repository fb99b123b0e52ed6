"""What members did with items of the work list, the digests that go out, and scheduled work.

The items themselves are what other tables leave open. What the register remarks is written down once more, one row a
remark, so that a list of a few does not read every bond: a projection, which can be dropped and made again.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

_MEMBER = settings.AUTH_USER_MODEL


class Remark(models.Model):
    """A finding of the register, or the end of a term that it holds. ``mark`` names it; ``slug`` is its bond's address,
    empty for what is seen on a city alone; ``due`` is the day that a term ends."""

    kind = models.CharField(max_length=20)
    mark = models.CharField(max_length=64)
    code = models.CharField(max_length=60)
    slug = models.CharField(max_length=250, blank=True)
    place_a = models.CharField(max_length=60)
    place_b = models.CharField(max_length=60, blank=True)
    due = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "code", "place_a", "place_b"], name="remarks_by_kind"),
            models.Index(fields=["place_a", "place_b"], name="remarks_of_a_pair"),
            models.Index(fields=["place_b"], name="remarks_of_the_other"),
            models.Index(fields=["due"], name="remarks_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.mark}"


class Assignment(models.Model):
    """Who is to do an item of the work list."""

    item = models.CharField(max_length=200, unique=True)
    to = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+")
    by = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.item} {self.to}"


class Snooze(models.Model):
    """A member does not want to see an item before a day."""

    member = models.ForeignKey(_MEMBER, models.CASCADE, related_name="+")
    item = models.CharField(max_length=200)
    until = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "item"], name="one_snooze_per_item")]

    def __str__(self) -> str:
        return f"{self.item} {self.until}"


class CalendarKey(models.Model):
    """The secret address of a member's calendar feed, as the hash of its secret."""

    member = models.OneToOneField(_MEMBER, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.member)


class Digest(models.Model):
    """A member's letter of one day. It waits here until the mail server has taken it."""

    member = models.ForeignKey(_MEMBER, models.CASCADE, related_name="+")
    day = models.DateField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    sent_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "day"], name="one_digest_per_day")]

    def __str__(self) -> str:
        return f"{self.member} {self.day}"


class Job(models.Model):
    """Scheduled work, one row a kind. ``held_until``: somebody is at it, or was when the machine died."""

    name = models.CharField(max_length=40, primary_key=True)
    due_at = models.DateTimeField()
    held_until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    fault = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
