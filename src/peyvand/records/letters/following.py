"""Letters are found by the names of those whom they are from and to as these are called now: a name that was changed
or erased stays in no register."""

from __future__ import annotations

from functools import partial

from django.db import connection, transaction

from peyvand.adapters.engines.forgetting import forget
from peyvand.records.contacts.actions import HISTORY as CONTACT
from peyvand.records.ledger import following
from peyvand.records.ledger.following import Touched
from peyvand.records.letters.actions import folded_of
from peyvand.records.letters.models import Letter
from peyvand.records.letters.queries import PARTIES, name_of, naming


def begin() -> None:
    """Follow contacts from now on."""
    following.follow(follow)


def follow(touched: Touched) -> None:
    """Bring the letters of contacts that were touched up to date."""
    numbers = [int(one) for one in touched.get(CONTACT, ())]
    if not numbers:
        return
    letters = list(naming(numbers).prefetch_related(PARTIES))
    for letter in letters:
        letter.folded = folded_of(letter, map(name_of, letter.parties.all()))
    Letter.objects.bulk_update(letters, ["folded"], batch_size=500)
    if letters and touched.get(following.FORGOTTEN):
        transaction.on_commit(partial(forget, connection, Letter._meta.db_table))
