"""Members of the office, and the counters that slow down those who guess passwords."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from peyvand.adapters.engines import AppendOnly
from peyvand.records.accounts.roles import Role
from peyvand.records.accounts.rules import FACTOR_GRACE

ROLES = [
    (Role.ADMINISTRATOR, _("Administrator")),
    (Role.HEAD, _("Head of office")),
    (Role.OFFICER, _("Officer")),
    (Role.PRESS, _("Press")),
    (Role.LEGAL, _("Legal")),
    (Role.COUNCIL_READER, _("Council reader")),
    (Role.PARTNER, _("Partner")),
    (Role.AUDITOR, _("Auditor")),
]


class AccessChange(models.TextChoices):
    """What an administrator changed of a member's access, with a reason."""

    FACTOR_RESET = "factor_reset", _("second factor reset")
    LET_OUT = "let_out", _("access closed")
    LET_IN = "let_in", _("access opened again")
    HANDED_OVER = "handed_over", _("work passed on")


def end_of_grace() -> datetime:
    """Until when a member who begins now may go without the second factor that the role needs."""
    return timezone.now() + FACTOR_GRACE


class MemberManager(BaseUserManager["Member"]):
    """Finds members; `actions.add_member` makes them."""


class Member(AbstractBaseUser):
    """A person with a role, for a term of office where it has bounds. Never deleted: the ledger names its members."""

    username = models.CharField(_("name"), max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    display_name = models.CharField(_("shown name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=ROLES)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="fa")
    city = models.CharField(_("city"), max_length=60, blank=True, help_text="the place id of the member's own city")
    email = models.EmailField(_("e-mail address"), blank=True, help_text="where the daily digest goes")
    is_active = models.BooleanField(_("active"), default=True)
    serves_from = models.DateField(_("in office from"), null=True, blank=True)
    # The last day.
    serves_until = models.DateField(_("in office until"), null=True, blank=True)
    factor_due = models.DateTimeField(default=end_of_grace)

    USERNAME_FIELD = "username"
    objects: ClassVar[MemberManager] = MemberManager()

    def __str__(self) -> str:
        return self.display_name or self.username

    @property
    def in_office(self) -> bool:
        """Whether the member has a place here today: let in, and within the term of office."""
        return self.is_active and self.serves(timezone.localdate())

    def serves(self, on: date) -> bool:
        """Whether the term of office covers a day."""
        return (self.serves_from is None or self.serves_from <= on) and (
            self.serves_until is None or on <= self.serves_until
        )


class LoginTries(models.Model):
    """How often a key (an account, an address; hashed) was tried in one hour."""

    key = models.CharField(max_length=64)
    hour = models.BigIntegerField()
    tries = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "hour"], name="one_counter_per_key_and_hour")]


class KnownAddress(models.Model):
    """An address (hashed) from which a member has signed in: strangers' tries do not lock its member out there."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    address = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "address"], name="one_row_per_member_and_address")]


class Grant(models.Model):
    """What of the office's record is open to a member, from a day until another (inclusive; None: for good).

    Without ``place`` the whole office; with it a city and its bonds; with ``partner`` too the one bond of the two
    places. Rows are only added: who could see what on which day can be told for ever.
    """

    member = models.ForeignKey(Member, models.PROTECT, related_name="grants")
    place = models.CharField(max_length=60, blank=True)
    partner = models.CharField(max_length=60, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    # None: whoever holds the machine.
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, db_index=False)
    at = models.DateTimeField()
    reason = models.TextField()

    def __str__(self) -> str:
        return f"{self.member_id}: {self.place or '*'} {self.partner}".rstrip()


class GrantEnd(models.Model):
    """A grant that was taken back: from the day ``on`` it opens nothing."""

    grant = models.OneToOneField(Grant, models.PROTECT, related_name="end")
    on = models.DateField()
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, db_index=False)
    at = models.DateTimeField()
    reason = models.TextField()

    def __str__(self) -> str:
        return f"{self.grant_id} {self.on}"


GUARDS = (AppendOnly("accounts_grant", ("id",)), AppendOnly("accounts_grantend", ("id", "grant_id")))


class Invitation(models.Model):
    """Somebody is asked to become a member. Only the hash of its secret link is kept; a new link ends the old one."""

    display_name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=ROLES)
    email = models.EmailField()
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default="fa")
    city = models.CharField(max_length=60, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    by = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    # When its letter went out, where one did.
    sent_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    member = models.OneToOneField(Member, models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.display_name} {self.role}"


class Sitting(models.Model):
    """A member's session in one browser, for as long as it lasts. The session holds the secret of which this is the
    hash: a session whose row is gone opens nothing."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.member} {self.began_at}"


class CodeApp(models.Model):
    """A member's authenticator app. ``sealed`` is its secret, encrypted; of ``last_step`` and before, no code is taken
    any more, so that none is taken twice."""

    member = models.OneToOneField(Member, models.CASCADE, related_name="+")
    sealed = models.TextField()
    last_step = models.BigIntegerField()
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.member)


class RecoveryCode(models.Model):
    """A code for the day on which the second factor is lost, as its hash; gone once it was used."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "digest"], name="one_row_per_recovery_code")]

    def __str__(self) -> str:
        return str(self.member)


class Passkey(models.Model):
    """A passkey of a member: the public half, and how often it has signed."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    # At most 1023 bytes, in base 64.
    credential = models.CharField(max_length=1400, unique=True)
    public_key = models.BinaryField()
    signed = models.BigIntegerField()
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.member} {self.name}"


class PasswordLink(models.Model):
    """A member who has lost the password may choose a new one by a secret link, of which only the hash is kept. One
    link a member: a new one takes the place of the old, and a used one goes."""

    member = models.OneToOneField(Member, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.member)


class AccessNote(models.Model):
    """Why an administrator changed a member's access. That it was done is in the audit; the words are here."""

    member = models.ForeignKey(Member, models.PROTECT, related_name="+")
    what = models.CharField(max_length=20, choices=AccessChange.choices)
    reason = models.TextField()
    # None: whoever holds the machine.
    by = models.ForeignKey(Member, models.PROTECT, related_name="+", null=True, db_index=False)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.member} {self.what}"
