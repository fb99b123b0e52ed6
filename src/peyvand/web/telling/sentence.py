"""The first words of a bond page: what is so, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, pgettext

from peyvand.core.calendar.edtf import bounds
from peyvand.core.ledger.bond import Bond, Known, Progress, Reached, Side, State
from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.web.shared.dates import when
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.words import INSTRUMENTS, Words

# Per instrument: the tie as it stands, the same with its date, and the tie that is not there yet.
_TOGETHER: Mapping[Instrument, tuple[Words, Words, Words]] = {
    Instrument.SISTER_CITY: (
        gettext_lazy("{a} and {b} are sister cities."),
        gettext_lazy("{a} and {b} have been sister cities since {date}."),
        gettext_lazy("{a} and {b} are not sister cities yet."),
    ),
    Instrument.FRIENDSHIP: (
        gettext_lazy("{a} and {b} are friendship cities."),
        gettext_lazy("{a} and {b} have been friendship cities since {date}."),
        gettext_lazy("{a} and {b} are not friendship cities yet."),
    ),
    Instrument.MOU: (
        gettext_lazy("{a} and {b} have a memorandum of understanding in force."),
        gettext_lazy("{a} and {b} have had a memorandum of understanding in force since {date}."),
        gettext_lazy("{a} and {b} have no memorandum of understanding yet."),
    ),
    Instrument.INTENT: (
        gettext_lazy("{a} and {b} have a letter of intent."),
        gettext_lazy("{a} and {b} have had a letter of intent since {date}."),
        gettext_lazy("{a} and {b} have no letter of intent yet."),
    ),
    Instrument.PROJECT: (
        gettext_lazy("{a} and {b} have a joint project."),
        gettext_lazy("{a} and {b} have had a joint project since {date}."),
        gettext_lazy("{a} and {b} have no joint project yet."),
    ),
}

# Per state of one side: the sentence, and the same with its date.
_ONE_SIDE: Mapping[State, tuple[Words, Words]] = {
    State.NONE: (
        gettext_lazy("On the side of {a}, nothing in force with {b} is on record."),
        gettext_lazy("On the side of {a}, nothing in force with {b} is on record."),
    ),
    State.IN_FORCE: (
        gettext_lazy("On the side of {a}, the {tie} with {b} is in force."),
        gettext_lazy("On the side of {a}, the {tie} with {b} has been in force since {date}."),
    ),
    State.SUSPENDED: (
        gettext_lazy("On the side of {a}, the {tie} with {b} is suspended."),
        gettext_lazy("On the side of {a}, the {tie} with {b} has been suspended since {date}."),
    ),
    State.CITIZENS_ONLY: (
        gettext_lazy("On the side of {a}, official contact with {b} rests and only citizens meet."),
        gettext_lazy("On the side of {a}, official contact with {b} has rested since {date} and only citizens meet."),
    ),
    State.ENDED: (
        gettext_lazy("On the side of {a}, the {tie} with {b} has ended."),
        gettext_lazy("On the side of {a}, the {tie} with {b} ended on {date}."),
    ),
    State.EXPIRED: (
        gettext_lazy("On the side of {a}, the {tie} with {b} has expired."),
        gettext_lazy("On the side of {a}, the {tie} with {b} expired on {date}."),
    ),
    State.BARRED: (
        gettext_lazy("On the side of {a}, the law bars the {tie} with {b}."),
        gettext_lazy("On the side of {a}, the law has barred the {tie} with {b} since {date}."),
    ),
    State.DORMANT: (
        gettext_lazy("On the side of {a}, the {tie} with {b} is dormant."),
        gettext_lazy("On the side of {a}, the {tie} with {b} has been dormant since {date}."),
    ),
}

_ALL_GIVEN = gettext_noop("On the side of {a}, all {m} required approvals have been given.")
_ALL_GIVEN_AND_DRAFTED = gettext_noop(
    "On the side of {a}, all {m} required approvals have been given and the text is drafted."
)
_SOME_GIVEN = gettext_noop("On the side of {a}, {n} of {m} required approvals have been given.")
_SOME_GIVEN_AND_DRAFTED = gettext_noop(
    "On the side of {a}, {n} of {m} required approvals have been given and the text is drafted."
)
_ON_THE_WAY: Mapping[Reached, Words] = {
    Reached.PROPOSED: gettext_lazy("It has been proposed, and nothing has been signed."),
    Reached.NEGOTIATING: gettext_lazy("Negotiations are under way."),
}


def truth(bond: Bond, names: tuple[str, str], *, as_of: date, language: str) -> tuple[str, ...]:
    """Sentences on how the bond stands, the plainest first."""
    said = [*_standing(bond, names, language)]
    said.extend(_all_progress(bond, names, language))
    said.extend(_plans(bond, as_of, language))
    said.extend(_how_known(bond))
    return tuple(dict.fromkeys(said))


def under_way(side: Side) -> bool:
    """Whether this side is on the way to something: what has been signed has its way behind it."""
    return side.progress is not None and side.progress.reached is not Reached.SIGNED


def toward(bond: Bond) -> Instrument | None:
    """The instrument that the two are on the way to, or wish for, above what is in force already."""
    reached = [side.progress.toward for side in bond.sides if side.progress]
    if reached:
        return _highest(reached)
    wished = [event.instrument for event in bond.events if event.event in (Event.SIGNING, Event.PROPOSAL)]
    above = [instrument for instrument in wished if instrument and instrument not in _in_force(bond)]
    return _highest(above) if above else None


def _standing(bond: Bond, names: tuple[str, str], language: str) -> Iterator[str]:
    first, second = (side.standing for side in bond.sides)
    facts = {"a": names[0], "b": names[1]}
    if (first.state, first.instrument) != (second.state, second.instrument):
        yield from (_one_side(side, names, at, language) for at, side in enumerate(bond.sides))
    elif first.state is State.NONE or first.instrument is None:
        aim = toward(bond)
        sentence = _TOGETHER[aim][2] if aim else _("Nothing in force between {a} and {b} is on record.")
        yield str(sentence).format(**facts)
    elif first.state is State.IN_FORCE:
        plain, dated, _not_yet = _TOGETHER[first.instrument]
        yield _dated(plain, dated, first.since or second.since, facts, language)
    else:
        yield from (_one_side(side, names, at, language) for at, side in enumerate(bond.sides))


def _one_side(side: Side, names: tuple[str, str], at: int, language: str) -> str:
    standing = side.standing
    tie = str(INSTRUMENTS[standing.instrument]) if standing.instrument else pgettext("any bond", "tie")
    facts = {"a": names[at], "b": names[1 - at], "tie": tie}
    return _dated(*_ONE_SIDE[standing.state], standing.since, facts, language)


def _dated(plain: Words, dated: Words, since: str | None, facts: dict[str, str], language: str) -> str:
    if since is None:
        return str(plain).format(**facts)
    return str(dated).format(**facts, date=when(since, language).main)


def _all_progress(bond: Bond, names: tuple[str, str], language: str) -> Iterator[str]:
    """How far each side is; the side with approvals first, since its sentence tells of the text as well."""
    named = zip(bond.sides, names, strict=True)
    sides = [(side.progress, name) for side, name in named if side.progress and under_way(side)]
    told_of_text = False
    for progress, name in sorted(sides, key=lambda one: -len(one[0].got)):
        drafted = progress.reached is Reached.DRAFTED or any(s.reached is Reached.DRAFTED for s in progress.steps)
        yield from _progress(progress, name, language, drafted=drafted and not told_of_text)
        told_of_text = told_of_text or drafted


def _progress(progress: Progress, name: str, language: str, *, drafted: bool) -> Iterator[str]:
    got, of = len(progress.got), len(progress.of)
    facts = {"a": name, "n": _spelled(got, language), "m": _spelled(of, language)}
    if got and got == of:
        sentence = _(_ALL_GIVEN_AND_DRAFTED if drafted else _ALL_GIVEN)
    elif got:
        sentence = _(_SOME_GIVEN_AND_DRAFTED if drafted else _SOME_GIVEN)
    elif drafted:
        sentence = _("The text is drafted.")
    else:
        sentence = str(_ON_THE_WAY.get(progress.reached, ""))
    if sentence:
        yield sentence.format(**facts)


def _plans(bond: Bond, as_of: date, language: str) -> Iterator[str]:
    scheduled = {side.progress.scheduled for side in bond.sides if side.progress and side.progress.scheduled}
    for day in sorted(scheduled):
        last = bounds(day)[1]
        passed = last is not None and last < as_of
        sentence = (
            _("The signing was planned for {date}; no source yet says that it took place.")
            if passed
            else _("The signing is planned for {date}.")
        )
        yield sentence.format(date=when(day, language).main)
    if not scheduled and not any(under_way(side) for side in bond.sides):
        yield from _wishes(bond)


def _wishes(bond: Bond) -> Iterator[str]:
    wished = [
        event.instrument
        for event in bond.events
        if event.modality is Modality.WISHED and event.event in (Event.SIGNING, Event.PROPOSAL) and event.instrument
    ]
    above = [instrument for instrument in wished if instrument not in _in_force(bond)]
    if above:
        yield _("A {tie} is wished for; nothing of it has been signed.").format(tie=INSTRUMENTS[_highest(above)])


def _how_known(bond: Bond) -> Iterator[str]:
    known = {side.standing.known for side in bond.sides if side.standing.state is not State.NONE}
    if Known.CONTESTED in known:
        yield _("The sources contradict each other on this.")
    elif known == {Known.CLAIMED}:
        yield _("Only one side says so; the other side’s word is missing.")


def _in_force(bond: Bond) -> set[Instrument]:
    """Every instrument up to the highest that stands on both sides."""
    standing = [side.standing.instrument for side in bond.sides if side.standing.state is State.IN_FORCE]
    held = [instrument for instrument in standing if instrument]
    if len(held) < len(bond.sides):
        return set()
    order = list(Instrument)
    return set(order[: min(order.index(instrument) for instrument in held) + 1])


def _highest(instruments: list[Instrument]) -> Instrument:
    return max(instruments, key=list(Instrument).index)


def _spelled(number: int, language: str) -> str:
    """Small numbers in words, as a report writes them."""
    words = {
        2: pgettext("number", "two"),
        3: pgettext("number", "three"),
        4: pgettext("number", "four"),
        5: pgettext("number", "five"),
        6: pgettext("number", "six"),
    }
    return words.get(number) or in_language(number, language)
