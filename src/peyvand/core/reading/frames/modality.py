"""How a step is said to be: by its own form, then by the closest words that rule it."""

from __future__ import annotations

import re
from typing import NamedTuple

from peyvand.core.calendar import DateKind
from peyvand.core.gazetteer.names import Script
from peyvand.core.ledger.words import Modality
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.table import ANY_TIE
from peyvand.core.reading.frames.unreal import comes_first, is_dated_behind, is_untrue
from peyvand.core.reading.frames.words import FrameLexicon, Time, mask_of

# How many words before a verb its helpers stand, how many behind, and how far a ruling word reaches.
_NEAR, _BEHIND, _FAR, _AFTER = 4, 3, 14, 12
# How much farther before a noun, which has a verb of its own: "will be making a first trip".
_OF_A_NOUN = 2
_RULING = (
    (BITS["refuse"], Modality.DENIED),
    (mask_of("wish", "if", "may"), Modality.WISHED),
    (BITS["plan"], Modality.PLANNED),
)
_HELPERS = ((BITS["not"], Modality.DENIED), (BITS["may"], Modality.WISHED), (BITS["will"], Modality.PLANNED))
# Hopes and refusals this near outweigh the future of the verb: «hofft, dass … wird».
_FIRM, _CLOSE = mask_of("refuse", "wish", "if"), 14
_OF_A_PAPER = mask_of("sign", "become", "sistering", "approve", "end", "suspend", "renew")
_STEPS = mask_of("sign", "become", "sistering", "approve", "talk", "draft", "visit", "host", "festival", "exchange")
OPENING = frozenset('“«„"')
_CONTACTS = mask_of("talk", "exchange", "school_exchange", "festival")
# What may not be told too early.
_SIGNED = mask_of("sign", "become", "sistering", "approve", "end")
_AHEAD = mask_of("plan", "soon", "wish", "may", "if")
_MEETINGS = mask_of("talk", "visit", "host", "festival", "exchange")
_DAYS = (DateKind.DAY, DateKind.RANGE, DateKind.PART, DateKind.MONTH, DateKind.SEASON)
_YEAR = re.compile(r"\d{4}")

_PROPOSED = mask_of("visit", "host", "festival", "exchange", "school_exchange")
_PAPERS = mask_of("sister", "friend", "mou", "pact", "tie")
# Between «to» and its verb: "to formally sign".
_ASIDE = 2


class Mode(NamedTuple):
    """A modality, why, and whether words of the sentence said so (``sure``) or nothing did."""

    modality: Modality
    why: str
    sure: bool


def mode_of(hit: Hit, sentence: Sentence, words: FrameLexicon) -> Mode:
    """The modality of a step that a word names; what a sentence calls untrue has not happened."""
    mode = _told(hit, sentence, words)
    told = (Modality.DONE, Modality.PLANNED)
    if mode.modality in told and is_untrue(hit, sentence, words):
        return Mode(Modality.DENIED, "called untrue", True)
    if mode.modality is Modality.DONE and hit.mask & _OF_A_PAPER and comes_first(hit, sentence, words):
        return Mode(Modality.PLANNED, "comes first", True)
    return mode


def _told(hit: Hit, sentence: Sentence, words: FrameLexicon) -> Mode:
    latin = words.names.script is Script.LATIN and not words.verb_last
    if hit.time is Time.PAST and latin and sentence.masked(hit.first - 1, hit.first) & BITS["aim"]:
        # "To cut ties": a form that is the same in the past.
        hit = hit._replace(time=Time.BARE)
    if hit.time in (Time.NEVER, Time.COMING, Time.WISHED):
        return _by_form(hit, sentence, words)
    if words.comma_cuts and _is_condition(hit, sentence):
        return Mode(Modality.WISHED, "condition", True)
    if hit.mask & _MEETINGS and _is_called_off(hit, sentence):
        return Mode(Modality.DENIED, "called off", True)
    if latin and _is_conditional(hit, sentence):
        return Mode(Modality.WISHED, "on a condition", True)
    helped = _helped(hit, sentence, words)
    ruled = _ruled(hit, sentence, words)
    if hit.time is Time.NOUN and ruled and ruled.modality is Modality.DENIED and ruled.why == "follows":
        # «Der Besuch muss verschoben werden».
        return ruled
    if helped and helped.modality is Modality.PLANNED and words.comma_cuts and _is_going_on(hit, sentence):
        helped = None
    if helped and not (helped.modality is Modality.PLANNED and ruled and ruled.why == "closely"):
        return helped
    if hit.time is Time.PAST and hit.mask & BITS["sistering"] and _is_soon(hit, sentence):
        return Mode(Modality.PLANNED, "soon", True)
    if hit.time is Time.PAST:
        if ruled and ruled.modality is Modality.WISHED and is_dated_behind(hit, sentence):
            # «demandent la fin du jumelage, conclu en 1958».
            ruled = None
        strong = ruled is not None and ruled.modality is not Modality.PLANNED and ruled.why != "follows"
        return ruled if ruled and strong else Mode(Modality.DONE, "form of the past", True)
    if ruled:
        return ruled
    if hit.time in (Time.BASE, Time.BARE):
        return _without_tense(hit, sentence, words)
    return Mode(Modality.DONE, "noun", False)


def _by_form(hit: Hit, sentence: Sentence, words: FrameLexicon) -> Mode:
    """What a form of denial, of the future or of a wish says by itself."""
    if hit.time is Time.NEVER:
        return Mode(Modality.DENIED, "negative form", True)
    if hit.time is Time.COMING:
        ruled = _ruled(hit, sentence, words)
        if ruled and ruled.why == "closely" and ruled.modality is Modality.WISHED:
            return ruled
        return Mode(_denied_near(hit, sentence, words) or Modality.PLANNED, "form of the future", True)
    return Mode(_denied_near(hit, sentence, words) or Modality.WISHED, "form of a wish", True)


def _without_tense(hit: Hit, sentence: Sentence, words: FrameLexicon) -> Mode:
    """What a present form or an infinitive tells that no other word rules."""
    if hit.mask & _PROPOSED and _is_proposed(hit, sentence):
        return Mode(Modality.WISHED, "proposed", True)
    if _is_helped_to_happen(hit, sentence, words):
        return Mode(Modality.DONE, "happened", True)
    if hit.time is Time.BARE or not _is_told(hit, sentence):
        if not hit.mask & _OF_A_PAPER and _aims_of_done(hit, sentence):
            return Mode(Modality.DONE, "aim of what was done", False)
        return Mode(Modality.PLANNED, "aim", False)
    tensed = words.names.capitals and not words.rules_behind
    if tensed and hit.mask & _MEETINGS and _is_dated_ahead(hit, sentence):
        return Mode(Modality.PLANNED, "present with a day", True)
    return Mode(Modality.DONE, "told" if words.names.script is Script.HAN else "present", True)


def _is_helped_to_happen(hit: Hit, sentence: Sentence, words: FrameLexicon) -> bool:
    """«fut l'occasion de renouveler», «durften wir unsere Gäste begrüßen»: a form without tense that took place."""
    if words.verb_last and not words.rules_behind and hit.time is not Time.NOUN:
        first, _ = sentence.clause(hit.first)
        if sentence.masked(first, hit.first) & BITS["did"]:
            return True
    return any(other.stop == hit.first and other.mask & mask_of("did", "just") for other in sentence.hits)


def _is_condition(hit: Hit, sentence: Sentence) -> bool:
    """«Wird der Vertrag angenommen, …»: a helper that opens a sentence whose first clause another one follows."""
    first, stop = sentence.clause(hit.first)
    if (
        first != sentence.first
        or stop >= sentence.stop
        or "?" in "".join(sentence.row.gaps[sentence.stop : sentence.stop + 1])
    ):
        return False
    opens = next(sentence.within(first, first + 1), None)
    return opens is not None and opens.stop - first == 1 and bool(opens.mask & mask_of("will", "may"))


def _is_going_on(hit: Hit, sentence: Sentence) -> bool:
    """«Ausgesetzt wird die Partnerschaft», «ein Fest, mit dem sie erneuert wird»: a passive of the present, where
    nothing says that it is to come. A paper that is being signed, or ended, may not be so yet."""
    first, stop = sentence.clause(hit.first)
    if hit.time is not Time.PAST or hit.mask & _SIGNED or sentence.masked(first, stop) & _AHEAD:
        return False
    helpers = [one for one in sentence.within(first, stop) if one.mask & BITS["will"]]
    start, end = sentence.row.starts[first], sentence.row.stops[stop - 1]
    dated = any(start <= date.span.start < end for date in sentence.dates)
    return not dated and all(one.mask & BITS["passive"] for one in helpers)


def _is_conditional(hit: Hit, sentence: Sentence) -> bool:
    """ "If the pact, voted in spring, is signed by then": whether a word for if opens the clause of a step."""
    first, _ = sentence.clause(hit.first)
    opens = sentence.masked(max(sentence.first, first - 1), first + 1) & BITS["if"]
    return bool(hit.mask & _OF_A_PAPER) and bool(opens)


def _is_dated_ahead(hit: Hit, sentence: Sentence) -> bool:
    """ "They leave for Bremen on 3 May": a present form beside a day or month of no year tells what is to come."""
    first, stop = sentence.clause(hit.first)
    start, end = sentence.row.starts[first], sentence.row.stops[stop - 1]
    near = (date for date in sentence.dates if start <= date.span.start < end and not (date.since or date.until))
    return any(date.kind in _DAYS and not _YEAR.search(date.text) for date in near)


def _is_proposed(hit: Hit, sentence: Sentence) -> bool:
    """ "Proposed to celebrate": whether a verb of proposing rules a meeting."""
    first, _ = sentence.clause(hit.first)
    before = [other for other in sentence.within(first, hit.first) if other.time is not Time.NOUN]
    return bool(before) and bool(before[-1].mask & BITS["propose"])


def _is_soon(hit: Hit, sentence: Sentence) -> bool:
    """ "Soon twinned": a participle alone right behind a word of plan."""
    return bool(sentence.masked(hit.first - 1, hit.first) & BITS["plan"])


def _aims_of_done(hit: Hit, sentence: Sentence) -> bool:
    """ "Visited the town to celebrate": what was done for an aim reached it, as far as news tells."""
    first, stop = sentence.clause(hit.first)
    told = list(sentence.within(first, hit.first))
    if stop < sentence.stop and hit.time is Time.BARE and sentence.masked(first, first + 1) & BITS["aim"]:
        # «Um das Jubiläum zu begehen, ist eine Delegation gereist».
        told += sentence.within(*sentence.clause(stop))
    return any(other.mask & _STEPS and other.time is Time.PAST for other in told)


def _is_told(hit: Hit, sentence: Sentence) -> bool:
    """Whether a present form tells a fact, as headlines do: nothing before it says that it only names an aim."""
    first, _ = sentence.clause(hit.first)
    before = sentence.row.hits_in(max(first, hit.first - _ASIDE), hit.first)
    return not any(other.mask & BITS["aim"] for other in before)


def _denied_near(hit: Hit, sentence: Sentence, words: FrameLexicon) -> Modality | None:
    helped = _helped(hit, sentence, words)
    return Modality.DENIED if helped and helped.modality is Modality.DENIED else None


def _helped(hit: Hit, sentence: Sentence, words: FrameLexicon) -> Mode | None:
    """By helping verbs and negations that stand right beside, of no other step."""
    first, stop = sentence.clause(hit.first)
    found = 0
    bidden = _bidden(hit, sentence)
    ahead = (
        0
        if words.rules_behind
        else (_NEAR + _OF_A_NOUN * (hit.time is Time.NOUN and not words.verb_last)) * words.reach
    )
    for other in reversed(list(sentence.within(max(first, hit.first - ahead), hit.first))):
        if other.mask & _STEPS and other.time is not Time.NOUN:
            if other.time is hit.time and _is_joined(other, hit, sentence):
                # "Will be discussed and approved": one helper for both.
                continue
            break
        if not _is_of_verb_before(other, hit, sentence):
            found |= other.mask & ~bidden
        if other.mask & BITS["said"]:
            break
    if words.verb_last and not words.rules_behind and hit.time in (Time.BASE, Time.BARE, Time.PAST):
        # «wird … unterzeichnet»: the helper stands at the other end of the clause.
        found |= sentence.masked(first, hit.first) & mask_of("will", "may")
    behind = _BEHIND * words.reach if words.verb_last else 0
    if words.comma_cuts and hit.first == first and hit.time is Time.PAST:
        # «Beendet werden soll sie nicht»: all helpers follow.
        behind = stop - hit.stop
    if words.rules_behind and hit.time is Time.PAST:
        # «yazıştıklarını, gerekirse …»: what stands behind a comma helps another verb.
        stop = min(stop, sentence.pause(hit.first).stop)
    for other in sentence.within(hit.stop, min(stop, hit.stop + behind)):
        if other.mask & _STEPS and other.time is not Time.NOUN:
            break
        found |= other.mask
    if words.rules_behind and hit.time is Time.PAST and _is_of_none(hit, sentence, stop):
        return Mode(Modality.DENIED, "of none", True)
    if found & BITS["not"] and hit.time is Time.PAST and sentence.masked(hit.stop, stop) & BITS["until"]:
        # "Was not signed until 2018": it was, then.
        found &= ~BITS["not"]
    return next((Mode(modality, "helper", True) for bit, modality in _HELPERS if found & bit), None)


def _bidden(hit: Hit, sentence: Sentence) -> int:
    """What a word that an invitation follows does not say then: «应…邀请», and not «应»."""
    begin = sentence.pause(hit.first).first
    asked = [one.first for one in sentence.within(sentence.first, hit.first) if one.mask & BITS["invite"]]
    led = any(one.mask & BITS["bidden"] for one in sentence.within(sentence.first, max(asked, default=begin)))
    return BITS["may"] if asked and led else 0


def _is_of_none(hit: Hit, sentence: Sentence, stop: int) -> bool:
    """«İmzalanan bir protokol yok»: whether the clause ends by saying that there is nothing of the kind."""
    behind = list(sentence.within(hit.stop, stop))
    ends = bool(behind) and behind[-1].mask & BITS["not"] and all(one.time is Time.NOUN for one in behind)
    return bool(ends) and bool(sentence.masked(hit.stop, stop) & _PAPERS)


def _is_of_verb_before(word: Hit, hit: Hit, sentence: Sentence) -> bool:
    """«Nous ne rompons pas, nous suspendons»: whether a negation behind another verb stands before the comma."""
    if not word.mask & BITS["not"] or sentence.pause(hit.first).first <= word.first:
        return False
    verbs = _STEPS | mask_of("end", "suspend", "renew")
    beside = (one for one in sentence.hits if word.first == one.stop or word.stop == one.first)
    return any(one.mask & verbs and one.time is not Time.NOUN for one in beside)


def _is_joined(one: Hit, other: Hit, sentence: Sentence) -> bool:
    """Whether nothing but a joining word stands between two verbs."""
    between = list(sentence.within(one.stop, other.first))
    return len(between) == 1 and bool(between[0].mask & BITS["and"]) and other.first - one.stop == 1


def _ruled(hit: Hit, sentence: Sentence, words: FrameLexicon) -> Mode | None:
    """By a word of plan, wish or refusal before it in the sentence, or behind a noun in its stretch."""
    if words.rules_behind:
        return _ruled_behind(hit, sentence, words)
    first, _ = sentence.clause(hit.first)
    begin = max(sentence.first, hit.first - _FAR * words.reach, _parted(hit, sentence))
    before = close = 0
    bidden = _bidden(hit, sentence)
    for other in reversed(list(sentence.within(begin, hit.first))):
        if other.first < first and other.mask & BITS["cut"]:
            break
        if other.mask & _STEPS and other.time in (Time.PAST, Time.COMING):
            if other.time is Time.COMING and other.first >= first and hit.time is Time.NOUN and hit.mask & _CONTACTS:
                # "Will come for talks".
                return Mode(Modality.PLANNED, "goes with", True)
            break
        # What may be in another clause says nothing of this one.
        before |= other.mask & ~bidden if other.first >= first else other.mask & ~BITS["may"]
        close |= other.mask & ~bidden if hit.first - other.first <= _CLOSE * words.reach else 0
    for bit, modality in _RULING:
        if before & bit:
            return Mode(modality, "closely" if close & bit & _FIRM else "governs", True)
    if hit.time is Time.BASE and (rite := _rite(hit, sentence)):
        return _followed(rite, sentence, sentence.pause(rite.first).stop, words)
    if hit.time is Time.BASE and sentence.masked(hit.stop, sentence.clause(hit.first)[1]) & BITS["soon"]:
        return Mode(Modality.PLANNED, "follows", True)
    if hit.time is not Time.NOUN and not words.verb_last:
        return None
    stop = sentence.pause(hit.first).stop
    if words.verb_last and hit.time is Time.BARE and first == sentence.first and stop < sentence.stop:
        # «Sie zu beenden, ist nicht geplant».
        stop = sentence.pause(stop).stop
    return _followed(hit, sentence, min(stop, hit.stop + _AFTER * words.reach), words)


def _parted(hit: Hit, sentence: Sentence) -> int:
    """Where what stands behind the last semicolon before a word begins."""
    stops = (at for at in range(hit.first, sentence.first, -1) if set(sentence.row.gaps[at]) & set(";；؛"))
    return next(stops, sentence.first)


def _rite(hit: Hit, sentence: Sentence) -> Hit | None:
    """The ceremony of a step behind it, in its stretch: «签署…的仪式将于»."""
    behind = sentence.within(hit.stop, sentence.pause(hit.first).stop)
    return next((other for other in behind if other.mask & BITS["rite"]), None)


def _ruled_behind(hit: Hit, sentence: Sentence, words: FrameLexicon) -> Mode | None:
    """Where nothing rules from before: by what follows a noun, up to the end of the clause."""
    if hit.time is Time.PAST:
        return None
    _, stop = sentence.clause(hit.first)
    return _followed(hit, sentence, min(stop, hit.stop + _FAR * words.reach), words)


def _rules_next(word: Hit, sentence: Sentence) -> bool:
    """Whether a noun of another step stands right behind a word that rules."""
    return bool(sentence.masked(word.stop, word.stop + 1) & _STEPS)


def _is_called_off(hit: Hit, sentence: Sentence) -> bool:
    """ "A planned trip has been cancelled": an end of no tie, told of a meeting's noun."""
    first, stop = sentence.clause(hit.first)
    if hit.time is not Time.NOUN:
        return False
    ends = 0 if sentence.masked(first, stop) & ANY_TIE else BITS["end"]
    behind = list(sentence.within(hit.stop, stop))
    return any(one.mask & BITS["refuse"] or (one.mask & ends and one.time is Time.PAST) for one in behind)


def _before_quote(hit: Hit, sentence: Sentence, stop: int) -> int:
    """Where what somebody says begins behind a noun: "he said at the meeting: “we hope …”" hopes for no meeting."""
    first, _ = sentence.clause(hit.first)
    if not sentence.masked(first, hit.first) & BITS["said"]:
        return stop
    return next((at for at in range(hit.stop, stop) if set(sentence.row.gaps[at]) & OPENING), stop)


def _followed(hit: Hit, sentence: Sentence, stop: int, words: FrameLexicon) -> Mode | None:
    """By words behind it, up to a verb that tells another step."""
    behind = 0
    for other in sentence.within(hit.stop, _before_quote(hit, sentence, stop)):
        if words.comma_cuts and other.mask & _STEPS == BITS["become"]:
            # «Die Unterzeichnung wurde auf den Herbst verlegt».
            continue
        if other.mask & _STEPS and other.time is not Time.NOUN:
            # «kararlaştırıldı» tells a decision, and that what it rules is only planned.
            behind |= other.mask & BITS["plan"]
            break
        if other.mask & BITS["plan"] and not words.verb_last and _rules_next(other, sentence):
            # «بزيارة … تمهيدا لتوقيع»: what is planned is the next step.
            break
        behind |= other.mask
    if behind & BITS["not"] and behind & mask_of("plan", "wish"):
        return Mode(Modality.DENIED, "not planned", True)
    for bit, modality in (*_RULING, (BITS["will"], Modality.PLANNED), (BITS["not"], Modality.DENIED)):
        if behind & bit:
            return Mode(modality, "follows", True)
    return None
