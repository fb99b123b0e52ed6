"""Ledgers at random, with verdicts changed and taken back, sources that come late or twice, and forms sent again:
whichever way they are folded, it comes to the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from random import Random
from typing import Any

import pytest
from django.db import connection
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, Said, source
from tests.records.custody.conftest import emptied, everything
from tests.records.custody.test_exporting import exported
from tests.records.register.test_actions import stored

from peyvand.core.ledger.bond import Bond
from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.records.accounts.models import Member
from peyvand.records.custody.importing import import_ledger
from peyvand.records.intake import actions as intake
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.queries import head
from peyvand.records.register import actions, queries
from peyvand.records.register.gathering import rulings_on

pytestmark = pytest.mark.django_db
SEEDS = range(12)
STEPS = 14
PAIRS = ((ISFAHAN, KAZAN), (ISFAHAN, ISTANBUL), (KAZAN, FREIBURG))
DAYS = (None, "1999", "2005-03", "2005-03-09", "2023-01-31", "2025-04-08")


@pytest.fixture(params=SEEDS)
def random(request: pytest.FixtureRequest) -> Random:
    return Random(request.param)


def some_source(random: Random, number: int) -> Any:
    """A source with one to three sentences, published at any time."""
    said = [
        Said(
            words=f"خبر {number}، جملهٔ {at}.",
            event=random.choice((Event.SIGNING, Event.APPROVAL, Event.TERMINATION, Event.VISIT, Event.STANDING)),
            modality=random.choice((Modality.DONE, Modality.DONE, Modality.PLANNED, Modality.DENIED)),
            instrument=random.choice((None, Instrument.SISTER_CITY)),
            places=random.choice(PAIRS),
            date=random.choice(DAYS),
        )
        for at in range(random.randrange(1, 4))
    ]
    published = random.choice((None, "1999-05-01", "2005-04-01", "2025-04-10"))
    return source(*said, name=f"{number}", title=f"{number}", published=published)


def worked(random: Random, by: Member) -> Iterable[None]:
    """An office at work, change by change."""
    sources: list[Any] = []
    for number in range(STEPS):
        keys = list(Entry.objects.filter(kind="statement").order_by("number").values_list("key", flat=True))
        if not keys or random.random() < 0.4:
            sources.append(some_source(random, number))
            random.choice((intake.propose, intake.accept_reading))(*sources[-1], by=by)
        elif random.random() < 0.2:
            random.choice((intake.propose, intake.accept_reading))(*random.choice(sources), by=by)
        else:
            judged(random, random.choice(keys), by)
        yield


def judged(random: Random, key: str, by: Member) -> None:
    """A verdict given, changed or taken back; now and then the form is sent twice."""
    heads = rulings_on([key])[key].heads
    follows = heads[-1].key if heads else None
    act = random.choice((intake.accept, intake.reject, *([intake.withdraw] if follows else [])))
    for _ in range(random.choice((1, 1, 2))):
        act(key, by=by, follows=follows, reason="دلیل")


def by_last_row() -> dict[str, str]:
    """What stands on each statement: the last verdict, by a window over the log."""
    return asked(
        f"""SELECT subject, judgement FROM (SELECT subject, {in_body("judgement")} AS judgement,
        ROW_NUMBER() OVER (PARTITION BY subject ORDER BY number DESC) AS newest
        FROM ledger_entry WHERE kind = 'verdict') AS verdicts WHERE newest = 1"""
    )


def by_what_nobody_answers() -> dict[str, str]:
    """The same: the verdict that no other one follows."""
    return asked(
        f"""SELECT subject, {in_body("judgement")} FROM ledger_entry WHERE kind = 'verdict' AND key NOT IN
        (SELECT {in_body("follows")} FROM ledger_entry WHERE kind = 'verdict' AND {in_body("follows")} IS NOT NULL)"""
    )


def in_body(name: str) -> str:
    on_sqlite = connection.vendor == "sqlite"
    return f"json_extract(body, '$.{name}')" if on_sqlite else f"(CAST(body AS jsonb) ->> '{name}')"


def asked(question: str) -> dict[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return dict(cursor.fetchall())


def described(known_at: datetime | None = None) -> list[object]:
    """What the register says of every pair, and of a city, as it was known at a time; None where that is nothing."""
    bonds = [view.bond for a, b in PAIRS if (view := queries.bond((a.id, b.id), known_at=known_at))]
    city = queries.city(ISFAHAN.id, known_at=known_at)
    return [*filter(says_something, bonds), city.bonds and city.counts if city else ()]


def says_something(bond: Bond) -> bool:
    return bool(bond.events or bond.findings or bond.areas)


def test_three_ways_of_folding_agree(random: Random, officer: Member) -> None:
    for _ in worked(random, officer):
        rulings = rulings_on(by_last_row())
        assert by_last_row() == by_what_nobody_answers() == {key: str(one.status) for key, one in rulings.items()}
        assert queries.unfolded() == []
    followed = stored()

    actions.rebuild()

    assert stored() == followed


def test_what_was_known_is_never_changed_by_what_is_learned_later(random: Random, officer: Member) -> None:
    known = {}
    for _ in worked(random, officer):
        moment = Entry.objects.order_by("-number").values_list("recorded_at", flat=True)[0]
        known[moment] = described(moment)
        assert known[moment] == described()

    assert {moment: described(moment) for moment in known} == known


def test_export_comes_in_as_it_was(random: Random, officer: Member) -> None:
    for _ in worked(random, officer):
        pass
    before, lines, size = everything(), exported(), head()
    emptied()

    import_ledger(lines)

    assert (everything(), exported(), head()) == (before, lines, size)
