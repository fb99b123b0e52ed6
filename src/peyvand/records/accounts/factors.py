"""Second factors of members: an app's codes, passkeys, and recovery codes. Set up, asked for, taken away."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from peyvand.adapters.factors import codes, passkeys
from peyvand.adapters.factors.passkeys import Credential, Question, Site
from peyvand.adapters.factors.sealing import Unreadable, seal, unseal
from peyvand.records.accounts.actions import may_or_holds
from peyvand.records.accounts.models import AccessChange, CodeApp, Member, Passkey, RecoveryCode
from peyvand.records.accounts.notes import NoReason, note
from peyvand.records.accounts.rules import RECOVERY_CODES, RULES
from peyvand.records.accounts.sittings import end_all
from peyvand.records.accounts.throttle import Tried, count_from, count_of, give_back
from peyvand.records.audit.actions import record
from peyvand.records.audit.models import Kind

_LONGEST_NAME = 60
_MOST_PASSKEYS = 20


class WrongFactor(Exception):
    """The code or the passkey does not hold; the message says no more than that."""


class CannotChange(ValueError):
    """What is wanted of a second factor cannot be; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Factors:
    """What a member has: an app or none, passkeys, and how many recovery codes are left."""

    app: CodeApp | None
    passkeys: tuple[Passkey, ...]
    codes_left: int

    @property
    def any(self) -> bool:
        return self.app is not None or bool(self.passkeys)


def factors_of(member: Member) -> Factors:
    """A member's second factors."""
    return factors_of_all([member])[member.pk]


def factors_of_all(members: Collection[Member]) -> dict[int, Factors]:
    """The second factors of each of these members, by the member's number."""
    numbers = [one.pk for one in members]
    apps = {app.member_id: app for app in CodeApp.objects.filter(member__in=numbers)}
    keys = defaultdict[int, list[Passkey]](list)
    for key in Passkey.objects.filter(member__in=numbers).order_by("pk"):
        keys[key.member_id].append(key)
    left = Counter(RecoveryCode.objects.filter(member__in=numbers).values_list("member", flat=True))
    return {number: Factors(apps.get(number), tuple(keys[number]), left[number]) for number in numbers}


def needs_factor(member: Member) -> bool:
    """Whether the member's role goes with a second factor."""
    return RULES[member.role].needs_factor


def must_begin(member: Member, now: datetime) -> bool:
    """Whether the member has to set a second factor up before anything else."""
    return needs_factor(member) and member.factor_due <= now and not factors_of(member).any


def new_app() -> str:
    """A new secret for an app, sealed: for the session to keep until a code has shown that the app has it."""
    return seal(codes.new_secret(), settings.SECRET_KEY)


def app_secret(sealed: str) -> str:
    """The secret of `new_app`. Raises `Unreadable`."""
    return unseal(sealed, settings.SECRET_KEY)


def add_app(member: Member, sealed: str, code: str) -> list[str]:
    """Give a member the app that shows this code, in place of any before. Raises `WrongFactor`.

    The recovery codes that go with a member's first factor, to be shown this once; else none.
    """
    try:
        step = codes.step_of(app_secret(sealed), code, time.time())
    except Unreadable:
        step = None
    if step is None:
        raise WrongFactor(_("This is not the code that the app shows now."))
    facts = {"sealed": sealed, "last_step": step, "added_at": timezone.now()}
    with transaction.atomic():
        CodeApp.objects.update_or_create(member=member, defaults=facts)
        _note(member, "factor.add", "app")
        return _first_codes(member)


def remove_app(member: Member) -> None:
    """Take a member's app away. Raises `CannotChange` where the role needs a factor and there is no other."""
    _remove(member, CodeApp.objects.filter(member=member).delete, "app")


def new_codes(member: Member) -> list[str]:
    """New recovery codes, to be shown this once; those before open nothing any more. Raises `CannotChange`."""
    if not factors_of(member).any:
        raise CannotChange(_("Recovery codes go with a second factor; set one up first."))
    with transaction.atomic():
        _note(member, "factor.add", "recovery codes")
        return _write_codes(member)


def ask_for_new_passkey(member: Member, site: Site) -> Question:
    """What the member's browser is asked to make a passkey."""
    known = Passkey.objects.filter(member=member).values_list("credential", flat=True)
    return passkeys.ask_for_new(site, handle=_handle(member), member=member.username, shown=str(member), known=known)


def add_passkey(member: Member, site: Site, *, name: str, answer: str, challenge: str) -> list[str]:
    """Give a member the passkey in a browser's answer. Raises `WrongFactor` or `CannotChange`. As `add_app`."""
    if Passkey.objects.filter(member=member).count() >= _MOST_PASSKEYS:
        raise CannotChange(_("These are enough passkeys; take one away first."))
    try:
        made = passkeys.take_new(site, answer, challenge)
    except passkeys.Refused as fault:
        raise WrongFactor(_("The passkey was not accepted.")) from fault
    facts = {"public_key": made.public_key, "signed": made.signed, "added_at": timezone.now()}
    try:
        with transaction.atomic():
            named = " ".join(name.split())[:_LONGEST_NAME] or _("Passkey")
            Passkey.objects.create(member=member, name=named, credential=made.id, **facts)
            _note(member, "factor.add", "passkey")
            return _first_codes(member)
    except IntegrityError as fault:
        raise CannotChange(_("This passkey is known already.")) from fault


def remove_passkey(member: Member, number: int) -> None:
    """Take one of a member's own passkeys away. As `remove_app`."""
    _remove(member, Passkey.objects.filter(member=member, pk=number).delete, "passkey")


def pass_code(member: Member, code: str, *, address: str) -> None:
    """Let a member pass with a code of the app, or with a recovery code, each once.

    Counted before it is looked at. Raises `throttle.TooManyTries` or `WrongFactor`.
    """
    count_of(member, Tried.FACTOR, address)
    if not (_app_passes(member, code) or _recovery_passes(member, code)):
        _note_failed(member)
        raise WrongFactor(_("This code does not hold. A code of the app is taken once; wait for the next one."))
    give_back(address, Tried.FACTOR)


def ask_for_passkey(site: Site, member: Member | None = None, *, address: str) -> Question:
    """What a browser is asked to sign: for one of the member's passkeys, or for any. Raises `TooManyTries`."""
    if member is None:
        count_from(address, Tried.PASSKEY)
    known = Passkey.objects.filter(member=member).values_list("credential", flat=True) if member else ()
    return passkeys.ask_for_known(site, list(known))


def pass_passkey(site: Site, answer: str, challenge: str, *, address: str, member: Member | None = None) -> Member:
    """Let whoever holds the passkey pass; ``member``: only if it is theirs. As `pass_code`."""
    if member is None:
        count_from(address, Tried.FACTOR)
    else:
        count_of(member, Tried.FACTOR, address)
    try:
        found = _signed_with(site, answer, challenge)
        if not found.is_active or member not in (None, found):
            raise passkeys.Refused
    except passkeys.Refused as fault:
        if member:
            _note_failed(member)
        raise WrongFactor(_("The passkey was not accepted.")) from fault
    give_back(address, Tried.FACTOR)
    if member is None:
        give_back(address, Tried.PASSKEY)
    return found


def reset(member: Member, *, reason: str, by: Member | None) -> None:
    """Take all second factors from a member who has lost them, and end their sessions; a role that needs a factor sets
    one up at the next sign-in.

    ``by`` None is whoever holds the machine. Raises `NotAllowed` or `CannotChange`.
    """
    may_or_holds(by, "member.edit")
    try:
        with transaction.atomic():
            note(member, AccessChange.FACTOR_RESET, reason, by=by)
            _reset(member, by)
    except NoReason as fault:
        raise CannotChange(_("This needs its reason.")) from fault


def _reset(member: Member, by: Member | None) -> None:
    _forget(member)
    end_all(member)
    Member.objects.filter(pk=member.pk).update(factor_due=timezone.now())
    record(by, "factor.reset", thing=f"member:{member.pk}")


def _app_passes(member: Member, code: str) -> bool:
    app = CodeApp.objects.filter(member=member).first()
    if app is None:
        return False
    try:
        step = codes.step_of(app_secret(app.sealed), code, time.time())
    except Unreadable:
        return False
    # The update is what counts: of two who bring one code at once, one passes.
    newer = CodeApp.objects.filter(pk=app.pk, last_step__lt=step) if step is not None else None
    return newer is not None and newer.update(last_step=step) == 1


def _signed_with(site: Site, answer: str, challenge: str) -> Member:
    """Whose passkey has signed an answer that holds. Raises `passkeys.Refused`."""
    found = Passkey.objects.select_related("member").filter(credential=passkeys.id_in(answer)).first()
    if found is None:
        raise passkeys.Refused
    known = Credential(found.credential, bytes(found.public_key), found.signed)
    signed = passkeys.check_known(site, answer, challenge, known)
    # Of two answers at once that bear one count, one is a copy's.
    if not Passkey.objects.filter(pk=found.pk, signed=found.signed).update(signed=signed, used_at=timezone.now()):
        raise passkeys.Refused
    return found.member


def _recovery_passes(member: Member, code: str) -> bool:
    with transaction.atomic():
        deleted, _rows = RecoveryCode.objects.filter(member=member, digest=codes.recovery_digest(code)).delete()
        if deleted:
            _note(member, "factor.use", "recovery code")
    return deleted == 1


def _remove(member: Member, delete: Callable[[], object], what: str) -> None:
    with transaction.atomic():
        delete()
        _note(member, "factor.remove", what)
        left = factors_of(member)
        if not left.any and needs_factor(member):
            raise CannotChange(_("Your role needs a second factor. Set another one up before you take this one away."))
        if not left.any:
            _forget(member)


def _note(member: Member, what: str, detail: str) -> None:
    record(member, what, thing=f"member:{member.pk}", detail=detail)


def _note_failed(member: Member) -> None:
    """Somebody knew the password and not the second factor."""
    record(None, "sign_in", thing=f"member:{member.pk}", detail="factor", kind=Kind.NOT_SIGNED_IN)


def _forget(member: Member) -> None:
    for table in (CodeApp, Passkey, RecoveryCode):
        table.objects.filter(member=member).delete()


def _first_codes(member: Member) -> list[str]:
    return [] if RecoveryCode.objects.filter(member=member).exists() else _write_codes(member)


def _write_codes(member: Member) -> list[str]:
    RecoveryCode.objects.filter(member=member).delete()
    written = codes.new_recovery_codes(RECOVERY_CODES)
    row = partial(RecoveryCode, member=member)
    RecoveryCode.objects.bulk_create(row(digest=codes.recovery_digest(code)) for code in written)
    return written


def _handle(member: Member) -> bytes:
    """What a security key is told of whose the passkey is: the same for all of a member's, and telling nothing."""
    return salted_hmac("peyvand.accounts.passkeys", str(member.pk), algorithm="sha256").digest()
