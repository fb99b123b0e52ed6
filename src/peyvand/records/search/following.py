"""The index told of every change: within the transaction of the change, so that a crash never leaves them apart."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from peyvand.records.casework.models import Case, CaseRecord
from peyvand.records.ledger import following
from peyvand.records.ledger.following import Touched
from peyvand.records.ledger.models import Entry, Source
from peyvand.records.places.queries import slugs_of
from peyvand.records.register.models import Bond, City
from peyvand.records.search import actions
from peyvand.records.search.kinds.every import KINDS
from peyvand.records.search.kinds.statements import keys_in
from peyvand.records.search.models import Item


def begin() -> None:
    """Follow from now on."""
    following.follow(follow)
    for model in (Case, CaseRecord):
        for signal in (post_save, post_delete):
            signal.connect(_note, sender=model, dispatch_uid=f"peyvand.search.{model.__name__}.{id(signal)}")


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
    for kind in KINDS:
        if (name := _own(kind)) in touched:
            actions.renew(kind, touched[name])


def _follow_sources(touched: Touched) -> None:
    """Sources that came in or were changed, with all that was read in them; and what was judged or resolved anew."""
    items = {*touched.get(following.ITEM, ()), *touched.get(following.RESOLVED, ())}
    # A verdict may be on a source as a whole.
    sources = {
        *touched.get(following.SOURCE, ()),
        *Source.objects.filter(capture__in=items).values_list("pk", flat=True),
    }
    of = dict(Entry.objects.filter(key__in=items - sources).values_list("key", "subject"))
    actions.renew("statement", {*keys_in(sources), *of})
    actions.renew("source", {*sources, *of.values()})


def _all_of(kind: str, now: Collection[str]) -> set[str]:
    return {*now, *Item.objects.filter(kind=kind).values_list("ref", flat=True)}


def _addresses(pairs: Collection[str]) -> set[str]:
    """The addresses of bonds, for pairs as two ids with a blank between."""
    named = [tuple(pair.split(" ")) for pair in pairs]
    slugs = slugs_of(place for pair in named for place in pair)
    return {"--".join(slugs[place] for place in pair) for pair in named if all(place in slugs for place in pair)}


def _own(kind: str) -> str:
    return f"search {kind}"


def _note(instance: Model, **_: Any) -> None:
    """A row of an ordinary table was written."""
    case = instance.pk if isinstance(instance, Case) else getattr(instance, "case_id", None)
    following.touch(_own("case"), [str(case)])
