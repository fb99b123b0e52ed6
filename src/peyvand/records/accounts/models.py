"""Members of the office, and the counters that slow down those who guess passwords."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from peyvand.adapters.engines import AppendOnly
from peyvand.records.accounts.roles import Role

_ROLES = [
    (Role.ADMINISTRATOR, _("Administrator")),
    (Role.HEAD, _("Head of office")),
    (Role.OFFICER, _("Officer")),
    (Role.PRESS, _("Press")),
    (Role.LEGAL, _("Legal")),
    (Role.COUNCIL_READER, _("Council reader")),
    (Role.PARTNER, _("Partner")),
    (Role.AUDITOR, _("Auditor")),
]


class MemberManager(BaseUserManager["Member"]):
    """Finds members; `actions.add_member` makes them."""


class Member(AbstractBaseUser):
    """A person with a role. Never deleted: the ledger names its members."""

    username = models.CharField(_("name"), max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    display_name = models.CharField(_("shown name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=_ROLES)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="fa")
    city = models.CharField(_("city"), max_length=60, blank=True, help_text="the place id of the member's own city")
    email = models.EmailField(_("e-mail address"), blank=True, help_text="where the daily digest goes")
    is_active = models.BooleanField(_("active"), default=True)

    USERNAME_FIELD = "username"
    objects: ClassVar[MemberManager] = MemberManager()

    def __str__(self) -> str:
        return self.display_name or self.username


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
