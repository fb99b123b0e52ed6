"""Facts made ready for folding: each once, with its places, the days it may mean, and the day it had been said by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta, timezone
from typing import NamedTuple

from peyvand.core.ledger.bond import Fact
from peyvand.core.ledger.days import END, Days, days_of
from peyvand.core.ledger.words import Modality
from peyvand.core.text import Part

# Where a source names no day of publication, it had been said when it was accepted. The day is counted where a day
# begins last on Earth, so that what is accepted now has been said by today, whatever the reader's clock.
_LAST_ZONE = timezone(timedelta(hours=-12))


class Heard(NamedTuple):
    """One accepted statement. Days are ordinals.

    ``source`` is equal for copies of one text, and ``copy`` sorts the first of them first. ``headline`` words are
    shown and prove nothing. ``said`` are the days the date may mean as written; ``published`` is the first day a copy
    came out, if known; ``told_by`` is a day by which the source had surely said it. ``when`` are the days it may have
    been: what is done was done by the day it was told.
    """

    fact: Fact
    key: str
    source: str
    copy: tuple[int, str]
    modality: Modality
    done: bool
    headline: bool
    acts: tuple[str, ...]
    sides: tuple[str, ...]
    said: Days
    published: int | None
    told_by: int
    when: Days


def hear(facts: Iterable[Fact], places: tuple[str, str]) -> list[Heard]:
    """Each statement once, in the order of keys. Raises ValueError for a fact of another pair."""
    chosen: dict[str, Fact] = {}
    for fact in facts:
        key = fact.resolution.statement
        if set(fact.resolution.places) != set(places):
            raise ValueError(f"statement {key} is about {fact.resolution.places}, not about {places}")
        if key not in chosen or _precedence(fact) < _precedence(chosen[key]):
            chosen[key] = fact
    by_source: dict[str, list[Fact]] = defaultdict(list)
    for fact in chosen.values():
        by_source[_source(fact)].append(fact)
    days = {source: _told(of_source) for source, of_source in by_source.items()}
    return [_heard(key, fact, *days[_source(fact)]) for key, fact in sorted(chosen.items())]


def first_copies(heard: Sequence[Heard]) -> list[Heard]:
    """Without the later copies of one text."""
    first: dict[str, tuple[int, str]] = {}
    for one in heard:
        if one.source not in first or one.copy < first[one.source]:
            first[one.source] = one.copy
    return [one for one in heard if one.copy == first[one.source]]


def _precedence(fact: Fact) -> tuple[object, ...]:
    return fact.accepted_at, fact.resolution.date or "", fact.source.capture


def _source(fact: Fact) -> str:
    return fact.source.cluster or fact.source.capture


def _told(facts: list[Fact]) -> tuple[int | None, int]:
    """The day of publication, and the day by which the source had said it.

    An undated source that announces a day had been written by that day.
    """
    published = min((fact.source.published for fact in facts if fact.source.published), default=None)
    if published:
        return published.toordinal(), published.toordinal()
    accepted = min(fact.accepted_at for fact in facts).astimezone(_LAST_ZONE).date().toordinal()
    announced = (
        days_of(fact.resolution.date).last
        for fact in facts
        if fact.statement.modality is Modality.PLANNED and fact.statement.part is not Part.TITLE
    )
    return None, min((accepted, *announced))


def _heard(key: str, fact: Fact, published: int | None, told_by: int) -> Heard:
    statement, named = fact.statement, fact.resolution.places
    came_out = fact.source.published
    said = days_of(fact.resolution.date)
    done = statement.modality is Modality.DONE
    return Heard(
        fact=fact,
        key=key,
        source=_source(fact),
        copy=(came_out.toordinal() if came_out else END, fact.source.capture),
        modality=statement.modality,
        done=done,
        headline=statement.part is Part.TITLE,
        acts=tuple(sorted(named[at] for at in statement.acts)),
        sides=tuple(sorted(named[at] for at in statement.sides)),
        said=said,
        published=published,
        told_by=told_by,
        when=said.by(told_by) if done else said,
    )
