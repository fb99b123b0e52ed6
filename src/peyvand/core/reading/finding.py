"""The statements of an article: every step that a clause names, with the pairs it is between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from peyvand.core.ledger.words import Event
from peyvand.core.reading.belonging import belongings
from peyvand.core.reading.bonds import bond_steps
from peyvand.core.reading.cast import Cast, Pair
from peyvand.core.reading.contacts import contact_steps
from peyvand.core.reading.doubt import refutes, taken_back, undoubted
from peyvand.core.reading.lists.decided import DECIDED
from peyvand.core.reading.lists.founding import foundings, with_own_dates
from peyvand.core.reading.lists.listing import as_standing, bound_in_turn
from peyvand.core.reading.lists.rolls import Entry
from peyvand.core.reading.pairs import pairs_of
from peyvand.core.reading.parties import parties_of
from peyvand.core.reading.questions import asked_pair
from peyvand.core.reading.reference import Focus, Found
from peyvand.core.reading.sentence import SISTER, TIES, Clause, Sentence, is_row
from peyvand.core.reading.sharing import each_tie
from peyvand.core.reading.steps import way_steps
from peyvand.core.reading.trigger import Trigger
from peyvand.core.reading.unreal import real
from peyvand.core.reading.vocabulary import Atom
from peyvand.core.text import Span
from peyvand.core.text.value import value


@value()
class Hit:
    """A step between two cities, read from a clause."""

    trigger: Trigger
    pair: Pair
    why: str


# A clause with none of these names no step.
_NAMING = frozenset((
    *TIES, "sign", "toward", "renew", "suspend", "end", "standing", "propose", "approve", "reject", "vote", "review",
    "opinion", "talk", "meet", "draft", "text", "composing", "travel", "host", "invite", "dispatch", "city_hall",
    "delegation", "festival", "days_of", "name_after", "perform", "persons", "training", "they", "sealed",
    "groundwork", "last_steps", "this_list", "among", "paves", "raise", "relation", "effort", "keep", "resume",
    "presence", "opening", "joint_body", "donate", "reply",
))  # fmt: skip
# What the entries of a roll tell themselves.
_ROLLED = (Event.STANDING, Event.SIGNING)
# What may be told of further pairs by their names alone, and what else stands between these names.
_TOLD_ON = (Event.STANDING, Event.SIGNING, Event.SUSPENSION, Event.TERMINATION)
_BINDING = ("with", "and", "city", "municipality", "province", "region", "list_word")
# «پنج شهر دیگر الف، ب و پ هستند»
_COUNTED_CITIES = frozenset(("several", "city"))
_NAMING_VERBS = frozenset(("tie", "accept", "go", "come", "send", "arrive", "see", "return", "play", "invite"))


def find_hits(
    sentences: Sequence[Sentence], cast: Cast, listed: Mapping[int, Sequence[Entry]], names: Sequence[Span] = ()
) -> Iterator[Hit]:
    """Every step in the order of the text. What was spoken of last is carried from clause to clause.

    ``sentences`` are those `without_names`, ``listed`` the entries of rolls by sentence; ``names`` are folded spans of
    persons' names, whose words name no step («پیمان رضوی»).
    """
    focus = Focus()
    if not cast.of_cities and not listed:
        return
    refuted = {one.at for one, after in pairwise(sentences) if refutes(after)}
    for sentence in sentences:
        entries = listed.get(sentence.at, ())
        yield from (Hit(trigger, pair, trigger.why) for trigger, pair in entries)
        is_said = is_row(sentence) or any(trigger.why == DECIDED for trigger, _ in entries)
        asked = asked_pair(sentence, cast.home)
        if asked is not None:
            cities = (*focus.cities, *parties_of(sentence, sentence.words.start, sentence.words.stop))[-6:]
            focus = Focus((asked,), sentence.at, sentence.paragraph, cities)
            continue
        if is_said or not _may_name(sentence):
            focus = _moved(focus, sentence.words, sentence, ())
            continue
        for clause in sentence.clauses:
            found = [
                as_standing(trigger, pairs_of(trigger, cast, focus))
                for trigger in steps_named(clause)
                if not any(name.holds(trigger.head.span) for name in names)
                and not (sentence.at in listed and trigger.event in _ROLLED)
            ]
            found = [(trigger, pairs) for trigger, pairs in found if not _is_repeated(trigger, pairs, found)]
            if sentence.at in refuted:
                found = [(taken_back(trigger), pairs) for trigger, pairs in found]
            for trigger, pairs in found:
                yield from (Hit(own, pair, pairs.why) for own, pair in with_own_dates(trigger, pairs.pairs))
            yield from _told_on(clause, [trigger for trigger, pairs in found if pairs.pairs])
            within = range(clause.first, clause.stop)
            focus = _moved(focus, within, sentence, [pairs for _, pairs in found if pairs.pairs])


def _is_repeated(trigger: Trigger, pairs: Found, found: Sequence[tuple[Trigger, Found]]) -> bool:
    """«با بسته شدن پیمان با ۱۰ شهر شامل الف، ب و …»: the list tells whose signature it is, and no more."""
    if trigger.event is not Event.STANDING or trigger.why != "list":
        return False
    return any(other.event is Event.SIGNING and signed.pairs == pairs.pairs for other, signed in found)


def _told_on(clause: Clause, triggers: Sequence[Trigger]) -> Iterator[Hit]:
    """«الف با ب خواهرخوانده است، پ با ت و ث با ج»: what comes behind without words of its own has the same tie."""
    sentence = clause.sentence
    if len(triggers) != 1 or triggers[0].event not in _TOLD_ON or clause.at + 1 >= len(sentence.clauses):
        return
    after = sentence.clauses[clause.at + 1]
    line = sentence.line
    known = {at for atom in after.atoms if atom.has(*_BINDING) for at in range(atom.first, atom.stop)}
    known.update(*(line.inside(place.span) for place in after.places))
    if not known.issuperset(range(after.first, after.stop)):
        return
    for pair in bound_in_turn(parties_of(sentence, after.first, after.stop), sentence):
        one, other = pair
        head = Atom(one.first, other.stop, Span(one.span.start, other.span.stop), triggers[0].head.labels)
        yield Hit(replace(triggers[0], head=head, clause=after), pair, "told on")


def without_names(sentence: Sentence, names: Sequence[Span]) -> Sentence:
    """A sentence without cities that are parts of persons' names («آیدین رحمانی»)."""
    own = [name for name in names if sentence.span.start <= name.start < sentence.span.stop]
    if not own or not sentence.places:
        return sentence
    places = tuple(place for place in sentence.places if not any(name.holds(place.span) for name in own))
    return sentence if len(places) == len(sentence.places) else replace(sentence, places=places)


def _may_name(said: Sentence | Clause) -> bool:
    if not said.labels.isdisjoint(_NAMING) or said.labels >= _COUNTED_CITIES:
        return True
    return any(verb.kind in _NAMING_VERBS for verb in said.verbs)


def steps_named(clause: Clause) -> Iterator[Trigger]:
    """The steps that a clause names, before it is known between whom."""
    if not _may_name(clause):
        return
    if clause.sentence.has("definition") and clause.sentence.has(*SISTER) and not clause.has("this"):
        # «خواهرخواندگی پیمانی است که دو شهر می‌بندند» tells of no step.
        return
    belonging = list(belongings(clause))
    # «در فهرست خواهرخوانده‌های الف نام ب و پ دیده می‌شود» tells of no step.
    bonds = () if any(trigger.why == "owner" for trigger in belonging) else bond_steps(clause)
    for trigger in (*bonds, *belonging, *foundings(clause), *way_steps(clause), *contact_steps(clause)):
        sure = undoubted(trigger)
        told = real(sure) if sure is not None else None
        if told is not None and not _is_cited(told.head, clause.sentence):
            yield from each_tie(told)


def _is_cited(head: Atom, sentence: Sentence) -> bool:
    """Whether the words are the title of another report: «… در پی انتشار خبری با عنوان «…» در شبکه‌ها»."""
    text = sentence.line.text
    opened = text.rfind("«", sentence.span.start, head.span.start)
    if opened < 0 or "»" in text[opened : head.span.start]:
        return False
    return any(atom.has("heading") and 0 <= opened - atom.span.stop <= 1 for atom in sentence.atoms)


def _moved(focus: Focus, words: range, sentence: Sentence, found: Sequence[Found]) -> Focus:
    """The focus after some words of a sentence and the pairs found in them."""
    cities = parties_of(sentence, words.start, words.stop)
    if cities:
        focus = Focus(focus.pairs, focus.at, focus.paragraph, (*focus.cities, *cities)[-6:])
    if not found:
        return focus
    best = max(found, key=lambda one: len(one.pairs))
    return Focus(best.pairs, sentence.at, sentence.paragraph, focus.cities)
