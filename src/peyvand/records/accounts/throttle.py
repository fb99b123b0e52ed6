"""Tries to sign in and to prove who one is, counted in the store so that all workers count together."""

from __future__ import annotations

import ipaddress
import time
import unicodedata
from enum import StrEnum

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from peyvand.records.accounts.models import KnownAddress, LoginTries, Member

_HOUR = 60 * 60
_PER_ACCOUNT = 10
_PER_ADDRESS = 20


class Tried(StrEnum):
    """What is tried besides a name and its password. Each is counted by itself."""

    FACTOR = "factor"
    CONFIRMING = "confirming"
    INVITING = "inviting"
    ACCEPTING = "accepting"
    PASSKEY = "passkey"


class TooManyTries(Exception):
    """The limit of this hour is reached; ``seconds`` until the next."""

    def __init__(self, seconds: int) -> None:
        super().__init__(_("Too many tries. Please wait %(minutes)d minutes.") % {"minutes": -(-seconds // 60)})
        self.seconds = seconds


def count(username: str, address: str) -> None:
    """Count one try; raise `TooManyTries` where the account or the address has had its share of this hour."""
    # An address that has had its share adds no more rows, whatever names it tries.
    _count({_address_key(address): _PER_ADDRESS, _account_key(username, address): _PER_ACCOUNT})


def count_of(member: Member, what: Tried, address: str) -> None:
    """Count a member's try at something: as `count`, and by itself."""
    where = _where(KnownAddress.objects.filter(member=member, address=hidden(address)).exists(), address)
    _count({_address_key(address, what): _PER_ADDRESS, f"{what} of {member.pk} {where}": _PER_ACCOUNT})


def count_from(address: str, what: Tried) -> None:
    """Count a try of nobody known: of an address alone."""
    _count({_address_key(address, what): _PER_ADDRESS})


def give_back(address: str, what: Tried | None = None) -> None:
    """A try was no guess: it does not count for its address, behind which a whole office may sit. What is counted for
    the account stays."""
    key = hidden_key(_address_key(address, what))
    LoginTries.objects.filter(key=key, hour=int(time.time()) // _HOUR, tries__gt=0).update(tries=F("tries") - 1)


def forget_old() -> None:
    """Drop the counters of hours that are over."""
    LoginTries.objects.filter(hour__lt=int(time.time()) // _HOUR).delete()


def hidden(address: str) -> str:
    """An address as a keyed hash: enough to know it again, not enough to tell who it was."""
    return hidden_key(_network(address))


def hidden_key(key: str) -> str:
    """A keyed SHA-256 (hex)."""
    return salted_hmac("peyvand.accounts.throttle", key, algorithm="sha256").hexdigest()


def _count(limits: dict[str, int]) -> None:
    """One try with each key in turn, until one has had its share."""
    now = int(time.time())
    hour = now // _HOUR
    with transaction.atomic():
        over = any(_tries(hidden_key(key), hour) > limit for key, limit in limits.items())
    if over:
        raise TooManyTries((hour + 1) * _HOUR - now)


def _network(address: str) -> str:
    """An IPv6 customer has a whole /64 to try from; it counts as one address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network(f"{parsed}/64", strict=False)) if parsed.version == 6 else str(parsed)


def _address_key(address: str, what: Tried | None = None) -> str:
    return f"{what} address {hidden(address)}" if what else f"address {hidden(address)}"


def _account_key(username: str, address: str) -> str:
    name = unicodedata.normalize("NFKC", username).casefold()
    known = KnownAddress.objects.filter(member__username=username, address=hidden(address)).exists()
    return f"account {name} {_where(known, address)}"


def _where(known: bool, address: str) -> str:
    """Strangers share one counter, so that they do not use up that of the address from which a member comes."""
    return hidden(address) if known else "elsewhere"


def _tries(key: str, hour: int) -> int:
    """This hour's tries with this one. The update locks the row, so no two callers read the same number."""
    LoginTries.objects.bulk_create([LoginTries(key=key, hour=hour)], ignore_conflicts=True)
    LoginTries.objects.filter(key=key, hour=hour).update(tries=F("tries") + 1)
    return LoginTries.objects.values_list("tries", flat=True).get(key=key, hour=hour)
