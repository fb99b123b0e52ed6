"""Negotiation: talks, letters and meetings of the two sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from peyvand.core.gazetteer import Level, Role
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.mode import Force, Mode, governed
from peyvand.core.reading.sentence import SISTER, TIES, Clause
from peyvand.core.reading.trigger import Trigger, named, only_judged
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom

_TALK_REACH, _SUBJECT_REACH, _TIE_REACH = 12, 6, 4
# «هیئت …», «استاندار …»: who is named by a city's name, so many words before it.
_ACTORS = ("municipality", "delegation", "province", "council", "experts", "guest")
_ACTOR_REACH = 1
# «ثمره بیش از یک سال رایزنی»
_RESULT_REACH = 4
# «الف ترکیه و ب»
_PAIR_REACH = 4
# With these, those who meet decide for one city alone.
_AT_HOME = ("council", "bill", "vote", "approve")
_TO_COME = ("plan", "future", "subjunctive")


def negotiations(clause: Clause) -> Iterator[Trigger]:
    """Every time that a clause says the two sides talk, write to each other or meet."""
    for head in clause.all("talk", "meet"):
        if not _is_elsewhere(head, clause):
            yield from (told for trigger in named(Event.NEGOTIATION, head, clause) for told in _held(trigger))
    yield from _sat(clause)
    yield from _worked_at(clause)
    yield from _agreed(clause)
    yield from _pursued(clause)
    yield from _answered(clause)


def _held(trigger: Trigger) -> Iterator[Trigger]:
    """Talks as they were held, if both sides are known to be there."""
    head, clause, mode = trigger.head, trigger.clause, trigger.mode
    if mode.why == "failed":
        # Talks that failed were held.
        mode = governed(Modality.DONE, mode.verb, "held")
    if only_judged(mode) and clause.has_before(head, _RESULT_REACH, "result"):
        # «این پیمان ثمره یک سال رایزنی … است».
        mode = governed(Modality.DONE, mode.verb, "led to it")
    if _is_going_on(trigger):
        mode = governed(Modality.DONE, mode.verb, "going on")
    if mode.modality is Modality.WISHED and mode.force < Force.STATED and clause.has("need"):
        return
    if only_judged(mode) or mode.why == "condition":
        return
    if head.has("talk"):
        known = names_sides(clause) or clause.sentence.has("two_cities") or _points_back(clause)
        yield replace(trigger, mode=mode, is_known=known)
    elif _meets(head, clause, mode):
        known = _points_back(clause) or clause.has("two_cities", "joint_body") or _goes_on_behind(head, clause)
        surer = replace(mode, force=max(mode.force, Force.GOVERNED))
        yield replace(trigger, mode=surer, is_known=known, why="meet")


def _is_going_on(trigger: Trigger) -> bool:
    """«برای خواهرخواندگی با … مذاکره می‌کند»: talks without a day to come are under way."""
    clause, mode = trigger.clause, trigger.mode
    if mode.why != "present" or mode.verb is None or mode.verb.kind not in ("make", "have", "strike"):
        return False
    return trigger.head.has("talk") and not clause.dates and not clause.sentence.has("soon", "travel", "plan", "meet")


def _meets(head: Atom, clause: Clause, mode: Mode) -> bool:
    """Whether both sides meet: offices of two cities, «دو طرف», «همتای خود», or one of a city with us or him."""
    if _is_to_sign(head, clause) or (clause.has("propose") and clause.has(*TIES)) or _is_silent(head, clause):
        return False
    if mode.why != "occasion" and mode.modality is not Modality.DONE and clause.has_before(head, 1, "in"):
        return False
    with_the_other = clause.has_after(head, _TALK_REACH, "with") or clause.has_before(head, _TALK_REACH, "with")
    offices = offices_in(clause)
    if _goes_on_behind(head, clause):
        before = clause.sentence.clauses[: clause.at]
        offices = offices.union(*(offices_in(one) for one in before))
        with_the_other = with_the_other or any(one.has("with") for one in before)
    named = offices - {""}
    cities = {place.name for place in clause.places if place.level is Level.CITY}
    if clause.has("joint_body") and len(cities) > 1 and len(cities) == len({place.name for place in clause.places}):
        # «نشست کارگروه مشترک الف و ب برگزار شد»
        return _is_said(mode) and not clause.has(*_AT_HOME)
    if clause.has_before(head, 0, "this") and _both_sides(clause) is None:
        # «در این نشست مقرر شد شهرداری … برای شهردار … آماده کند»
        return False
    if (len(named) == 2 or (len(named) == 1 and offices != named)) and (with_the_other or _share_subject(clause)):
        return True
    points_back = mode.why == "occasion" and clause.has_before(head, 0, "this")
    if _is_said(mode) and clause.has("two_cities", "counterpart") and not clause.has(*_AT_HOME) and not points_back:
        return True
    if mode.force is Force.STATED and clause.has("sister") and len(clause.places) > 1:
        return clause.has("happen") and not clause.has("envoy", *_AT_HOME)
    if clause.has("delegation") and clause.has("travel"):
        return mode.force is Force.STATED and clause.has("happen")
    ours = mode.verb is not None and mode.verb.first_person and mode.verb.plural
    if ours and mode.force is Force.STATED and with_the_other and len(named) == 1:
        # «نشستی با شهردار ب داشتیم»
        return True
    if mode.why != "occasion" or clause.has_before(head, 0, "this"):
        return False
    together = clause.has("joint") and any(verb.plural for verb in clause.verbs)
    # «رئیس شورای الف گفت: در دیدار با شهردار ب مقرر شد …»
    speaks = clause.has("he", "us") or any(offices_in(one) - named for one in clause.sentence.clauses[: clause.at])
    return together or (with_the_other and len(named) == 1 and speaks)


def _goes_on_behind(head: Atom, clause: Clause) -> bool:
    """«شهردار الف با شهردار ب که به این شهر آمده است دیدار کرد»: who meets stands before the words between."""
    return clause.is_short(head) and clause.earlier is not None and clause.earlier.has("join_that")


def _sat(clause: Clause) -> Iterator[Trigger]:
    """«در نشست شهرداران الف و ب راه‌های همکاری بررسی شد»: whatever was done there, both sides sat together."""
    for head in clause.all("sitting")[:1]:
        verb = clause.sentence.next_verb(head)
        both = len(offices_in(clause) - {""}) == 2 or len(_headed_together(clause)) == 2
        both = both or clause.has_after(head, 1, "two_cities")
        if both and verb is not None and verb.is_past and not verb.negative and not clause.has(*_AT_HOME, "sign"):
            yield Trigger(Event.NEGOTIATION, head, clause, governed(Modality.DONE, verb, "sat"), why="meet")


def _is_to_sign(head: Atom, clause: Clause) -> bool:
    """«در این دیدار سند را امضا کردند»: what is told is the signature."""
    verb = clause.sentence.next_verb(head)
    signed = (one for one in clause.all("sign") if not clause.has_before(one, 1, "after", "purpose", "until"))
    return any(clause.sentence.next_verb(one) is verb for one in signed)


def _is_silent(head: Atom, clause: Clause) -> bool:
    """«در این دیدار درباره … گفت‌وگویی نشد»."""
    verb = clause.sentence.next_verb(head)
    return verb is not None and verb.negative and any(atom.has("talk") for atom in clause.atoms if atom is not head)


def _is_said(mode: Mode) -> bool:
    return mode.force is Force.STATED or mode.why == "occasion"


def offices_in(clause: Clause) -> frozenset[str]:
    """The ids of the cities whose mayors, councils, delegations or governors a clause names; «شهردار این شهر» too."""
    line = clause.sentence.line
    actors = clause.all(*_ACTORS)
    found = set()
    for place in clause.places:
        if place.place is None or place.level is not Level.CITY or place.role is Role.INSTITUTION:
            continue
        at = line.first(place.span.start)
        if place.role is Role.OFFICE or any(0 <= at - atom.stop <= _ACTOR_REACH for atom in actors):
            found.add(place.place.id)
    pointed = {atom.first for atom in clause.all("this_city", "that_city")}
    if any(atom.stop in pointed for atom in clause.all("municipality", "province")):
        found.add("")
    return frozenset(found)


def _share_subject(clause: Clause) -> bool:
    """«شهرداران الف و ب … دیدار کردند»."""
    return any(verb.plural for verb in clause.verbs) or clause.has("between", "two_cities", "and")


def _worked_at(clause: Clause) -> Iterator[Trigger]:
    """«برای نهایی کردن خواهرخواندگی … کارهایی انجام گرفته است», «طرح خواهرخواندگی دو شهر بررسی شد»."""
    for head in clause.all("effort"):
        verb = clause.sentence.next_verb(head)
        if verb is not None and clause.has("happen") and clause.has("sister") and clause.has("purpose"):
            yield from named(Event.NEGOTIATION, head, clause)
    for head in clause.all("review"):
        verb = clause.sentence.next_verb(head)
        if verb is not None and _is_told_of(head, verb, clause):
            yield Trigger(Event.NEGOTIATION, head, clause, governed(Modality.DONE, verb, "report"), why="report")
            continue
        done = verb is not None and verb.first == head.stop and verb.kind == "become" and verb.is_past
        if done and clause.has("bill") and clause.has("sister") and not clause.has("council", "approve", "vote"):
            yield from named(Event.NEGOTIATION, head, clause)


def _is_told_of(head: Atom, verb: Verb, clause: Clause) -> bool:
    """«از بررسی زمینه خواهرخواندگی … خبر داد», and not of a bill that a council looks at."""
    told = verb.is_past and not verb.negative and any(a.has("report") and a.stop == verb.first for a in clause.atoms)
    tied = any(0 <= tie.first - head.stop <= _TIE_REACH for tie in clause.all("sister"))
    return told and tied and clause.has_before(head, 0, "from") and not clause.has("bill", "vote", "approve")


def _agreed(clause: Clause) -> Iterator[Trigger]:
    """«شهرداران دو شهر بر گسترش روابط تأکید کردند»: what both sides say of their ties, they say to each other."""
    first = _both_sides(clause)
    if first is None or clause.has("provided", "sign", "approve"):
        return
    for head in clause.all("report", "review", "wants"):
        verb = clause.sentence.next_verb(head)
        told = verb is not None and verb.first == head.stop and verb.is_past and verb.plural and not verb.negative
        if head.has("wants") and verb is not None:
            told = verb.is_past and verb.plural and not verb.negative
        if told and any(first < atom.first for atom in clause.all("relation")):
            yield Trigger(Event.NEGOTIATION, head, clause, governed(Modality.DONE, verb, "both sides"))
            return


def _both_sides(clause: Clause) -> int | None:
    """Where the words for both sides stop, if a clause begins with them: «دو طرف», «شهرداران الف و ب»."""
    both = next(iter(clause.all("two_cities")), None)
    if both is not None and both.first - clause.first <= _SUBJECT_REACH and not clause.has_before(both, 1, "relation"):
        return both.stop
    acting = offices_in(clause)
    firsts: dict[str, int] = {}
    for place in clause.places:
        if place.place is not None and place.place.id in acting:
            firsts.setdefault(place.place.id, clause.sentence.line.first(place.span.start))
    if len(firsts) != 2:
        # «مسئولان شهری الف و ب»: one word heads both names.
        firsts = _headed_together(clause)
    if len(firsts) != 2:
        return None
    first, second = sorted(firsts.values())
    if not any(first < atom.first < second for atom in clause.all("and")):
        return None
    return second if first - clause.first <= _SUBJECT_REACH and second - first <= _TALK_REACH else None


def _headed_together(clause: Clause) -> dict[str, int]:
    """The two cities in «شهرداران الف و ب», «مسئولان شهری الف و ب», and where they stand."""
    line = clause.sentence.line
    found: dict[str, int] = {}
    for one, other in pairwise(place for place in clause.places if place.level is Level.CITY):
        first, second = line.first(one.span.start), line.first(other.span.start)
        heads = [atom for atom in clause.all(*_ACTORS) if 0 <= first - atom.stop <= _ACTOR_REACH]
        joined = any(atom.has("and") and atom.stop == second for atom in clause.atoms)
        if heads and joined and one.place is not None and other.place is not None and second - first <= _PAIR_REACH:
            found = {one.place.id: first, other.place.id: second}
            break
    return found


def _answered(clause: Clause) -> Iterator[Trigger]:
    """«در نامه‌ای به پیام شهردار … پاسخ داد»: a letter that is answered is talk."""
    if not clause.has("letter") or len(offices_in(clause)) < 2:
        return
    for head in clause.all("reply"):
        verb = clause.sentence.next_verb(head)
        if clause.has_before(head, 0, "in") and verb is not None and verb.is_past and not verb.negative:
            # «در پاسخ به نامه شهردار … از آن استقبال کرد».
            yield Trigger(Event.NEGOTIATION, head, clause, governed(Modality.DONE, verb, "answered"))
            continue
        told = named(Event.NEGOTIATION, head, clause)
        yield from (trigger for trigger in told if trigger.mode.force is Force.STATED)


def _pursued(clause: Clause) -> Iterator[Trigger]:
    """«مقرر شد … موضوع خواهرخواندگی با … را پیگیری کند»: the offer is to come."""
    if clause.has("talk", "sign", "approve", "propose", "meet") or not clause.has(*SISTER):
        return
    for head in clause.all("raise"):
        if head.has("effort", "pursue"):
            told = named(Event.PROPOSAL, head, clause)
            yield from (trigger for trigger in told if trigger.mode.why in _TO_COME)


def names_sides(clause: Clause) -> bool:
    """Whether words of a clause tell that it is about two sides that are known."""
    together = any(verb.first_person and verb.plural for verb in clause.verbs)
    together = together or any(clause.has_before(atom, 0, "this") for atom in clause.all("travel", "meet"))
    if clause.has("joint") and clause.sentence.follows_tie:
        return True
    return together or clause.has("two_cities", "counterpart", "friends", "round", *TIES)


def _points_back(clause: Clause) -> bool:
    """«در این سفر درباره … گفت‌وگو شد», «در این دیدار …»."""
    return any(clause.has_before(atom, 0, "this") for atom in clause.all("travel", "meet", "talk"))


def _is_elsewhere(head: Atom, clause: Clause) -> bool:
    """«در گفت‌وگو با خبرنگار ما گفت», and talks with ambassadors and ministers, who are no city."""
    if head.has("speech") and not clause.has(*TIES, "two_cities", "counterpart"):
        return True
    if clause.has_after(head, 3, "media") or clause.has_after(head, 0, "phone"):
        return True
    states = [atom for atom in clause.all("state") if atom.stop <= head.first]
    if states and clause.has("counterpart") and not clause.has("municipality", "delegation", "council"):
        # «وزیر در سفر به ب با همتای خود دیدار کرد»
        return True
    if clause.has_after(head, 3, "envoy", "state") and not (head.has("meet") and len(offices_in(clause)) > 1):
        return True
    before = [atom for atom in clause.atoms if 0 <= head.first - atom.stop <= _TALK_REACH]
    return any(
        one.has("with") and other.has("envoy", "state") and other.first == one.stop for one, other in pairwise(before)
    )
