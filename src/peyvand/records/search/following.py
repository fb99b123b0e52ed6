"""The index told of every change: within the transaction of the change, so that a crash never leaves them apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from peyvand.adapters.search import INDEX
from peyvand.records.casework.models import Case, CaseRecord
from peyvand.records.ledger import following
from peyvand.records.ledger.following import Touched
from peyvand.records.ledger.models import Entry, Source
from peyvand.records.places.queries import slugs_of
from peyvand.records.register.models import Bond, City
from peyvand.records.search import actions
from peyvand.records.search.kinds.letters import of_contacts
from peyvand.records.search.kinds.statements import keys_in
from peyvand.records.search.models import Item
from peyvand.records.search.seen import Seen

# Kinds whose changes are told by their own numbers.
_BY_NUMBER = ("case", "contact", "letter", "document")


def begin() -> None:
    """Follow from now on."""
    following.follow(follow)
    for model in (Case, CaseRecord):
        post_save.connect(_note, sender=model, dispatch_uid=f"peyvand.search.saved.{model.__name__}")
        post_delete.connect(_note, sender=model, dispatch_uid=f"peyvand.search.deleted.{model.__name__}")


def follow(touched: Touched) -> None:
    """Bring the rows of what was touched up to date."""
    if touched.get(following.LEDGER):
        actions.build()
        return
    _follow_sources(touched)
    if touched.get(following.REGISTER):
        actions.renew("bond", _all_of("bond", Bond.objects.values_list("slug", flat=True)))
        actions.renew("place", _all_of("place", City.objects.values_list("place", flat=True)))
    else:
        actions.renew("bond", _addresses(touched.get(following.PAIR, ())))
        actions.renew("place", touched.get(following.PLACE, ()))
    for kind in _BY_NUMBER:
        actions.renew(kind, touched.get(kind, ()))
    if touched.get("contact"):
        actions.renew("letter", of_contacts(touched["contact"]))
    if touched.get(following.FORGOTTEN):
        transaction.on_commit(partial(INDEX.forget, connection))


def _follow_sources(touched: Touched) -> None:
    """Sources that came in or were changed, with all that was read in them; and what was judged or resolved anew."""
    judged, resolved = touched.get(following.ITEM, set()), touched.get(following.RESOLVED, set())
    # A verdict may be on a source as a whole.
    whole = Source.objects.filter(capture__in=judged).values_list("capture", flat=True)
    sources = {*touched.get(following.SOURCE, ()), *whole}
    of = dict(Entry.objects.filter(key__in=(judged | resolved) - sources).values_list("key", "subject"))
    actions.renew("statement", {*keys_in(sources), *of})
    anew = {of[key] for key in resolved if key in of}
    actions.renew("source", {*sources, *anew, *_turned({key: of[key] for key in judged if key in of}, sources | anew)})


def _turned(of: dict[str, str], known: Collection[str]) -> Iterable[str]:
    """Sources that may be for others to see than before, now that some of their items were judged.

    A source stays open to whom it is while anything in it is accepted; to look through all of a long list for each
    verdict on one of its rows would cost more than the verdict.
    """
    captures = set(of.values()) - set(known)
    open_to = (Seen.PUBLIC, Seen.INTERNAL)
    shown = Item.objects.filter(kind="source", ref__in=captures, seen__in=open_to).values_list("ref", flat=True)
    accepted = Item.objects.filter(kind="statement", ref__in=of, seen__in=open_to).values_list("ref", flat=True)
    return captures - (set(shown) & {of[key] for key in accepted})


def _all_of(kind: str, now: Collection[str]) -> set[str]:
    return {*now, *Item.objects.filter(kind=kind).values_list("ref", flat=True)}


def _addresses(pairs: Collection[str]) -> set[str]:
    """The addresses of bonds, for pairs as two ids with a blank between."""
    named = [tuple(pair.split(" ")) for pair in pairs]
    slugs = slugs_of(place for pair in named for place in pair)
    return {"--".join(slugs[place] for place in pair) for pair in named if all(place in slugs for place in pair)}


def _note(instance: Model, **_: Any) -> None:
    """A row of an ordinary table was written."""
    case = instance.pk if isinstance(instance, Case) else getattr(instance, "case_id", None)
    following.touch("case", (str(case),))
