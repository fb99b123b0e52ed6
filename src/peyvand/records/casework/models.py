"""Cases, what members recorded of them, and the office's own editions of procedures. All three only grow."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from peyvand.adapters.engines import AppendOnly
from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.facts import Side
from peyvand.core.procedure.pack import Level, Purpose, Rank
from peyvand.core.procedure.record import Closing, Recorded

_MEMBER = settings.AUTH_USER_MODEL


class Case(models.Model):
    """One bond on its way to one instrument. ``place_a`` is the office's own side; countries are of the two places."""

    place_a = models.CharField(max_length=60)
    place_b = models.CharField(max_length=60)
    country_a = models.CharField(max_length=2)
    country_b = models.CharField(max_length=2)
    region_a = models.CharField(max_length=10, blank=True)
    region_b = models.CharField(max_length=10, blank=True)
    level_a = models.CharField(max_length=20, blank=True, choices=[(level, level) for level in Level])
    level_b = models.CharField(max_length=20, blank=True, choices=[(level, level) for level in Level])
    # Of those who sign or travel for each side; empty where nobody has said.
    rank_a = models.CharField(max_length=20, blank=True, choices=[(rank, rank) for rank in Rank])
    rank_b = models.CharField(max_length=20, blank=True, choices=[(rank, rank) for rank in Rank])
    instrument = models.CharField(max_length=20, choices=[(word, word) for word in Instrument])
    purpose = models.CharField(max_length=20, choices=[(purpose, purpose) for purpose in Purpose])
    opened_on = models.DateField()
    opened_at = models.DateTimeField()
    member = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", db_index=False)

    class Meta:
        indexes = [models.Index(fields=["place_a", "place_b"], name="cases_of_a_pair")]

    def __str__(self) -> str:
        return f"{self.pk} {self.place_a}–{self.place_b}"

    @property
    def places(self) -> tuple[str, str]:
        """The ids of the two places."""
        return self.place_a, self.place_b

    @property
    def sides(self) -> tuple[Side, Side]:
        """The two sides as the law sees them."""
        return (
            _side(self.country_a, self.region_a, self.level_a, self.rank_a),
            _side(self.country_b, self.region_b, self.level_b, self.rank_b),
        )


class CaseRecord(models.Model):
    """One thing that a member recorded of a case: of a step of one side, or of the case as a whole (no side)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="records")
    # Its place in the record of the case, from 0, without a gap.
    number = models.PositiveIntegerField()
    side = models.PositiveSmallIntegerField(null=True)
    step = models.CharField(max_length=40, blank=True)
    what = models.CharField(max_length=20, choices=[(what, what) for what in (*Recorded, *Closing)])
    on = models.DateField()
    proofs = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    # The ledger's statement of what this record proves, if it proves anything of the bond.
    statement = models.CharField(max_length=64, blank=True)
    # To whom a case was handed over.
    to = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", null=True, db_index=False)
    member = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_record_per_number")]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.number} {self.step} {self.what}"


class PackEdition(models.Model):
    """The office's own edition of a country's procedure; the newest takes the place of what the house knows."""

    country = models.CharField(max_length=2)
    number = models.PositiveIntegerField()
    # All versions of the pack, as the files of the house have them.
    told = models.JSONField()
    reason = models.TextField()
    member = models.ForeignKey(_MEMBER, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["country", "number"], name="one_edition_per_number")]

    def __str__(self) -> str:
        return f"{self.country} {self.number}"


def _side(country: str, region: str, level: str, rank: str) -> Side:
    return Side(
        country=country,
        region=region or None,
        level=Level(level) if level else None,
        rank=Rank(rank) if rank else None,
    )


GUARDS = (
    AppendOnly("casework_case", ("id",)),
    AppendOnly("casework_caserecord", ("id",)),
    AppendOnly("casework_packedition", ("id",)),
)
