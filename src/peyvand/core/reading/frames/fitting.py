"""Whether a word names a step: what its frame needs stands beside it, and nothing says that it means something else."""

from __future__ import annotations

from itertools import pairwise

from peyvand.core.ledger.words import Event
from peyvand.core.reading.frames.labels import ANY_BODY, ANY_ROLE, BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.table import ANY_TIE, CITIES, PAPER, TIED, Frame
from peyvand.core.reading.frames.words import FrameLexicon, Time, mask_of

GOVERNED_IN = 10
# Between an invitation and what one is invited to (words).
_ASKED_IN = 6
_FEW = 2
# How far behind a noun stands what rules it (words).
_RULED_IN = 4
# How the participles end that German verbs of becoming may help.
_PARTICIPLES = ("t", "en")
# Between «from» and the city: its country, or a word for city.
FROM = 4
# How far from a step (words) its object may stand in another clause of the sentence.
NEAR = 8
_ENDS = (Event.SUSPENSION, Event.TERMINATION)
_ENDING = mask_of("suspend", "end")
_HELD = mask_of("rite", "festival", "visit", "exchange", "school_exchange")
# How many words before a signing stands what is celebrated of it.
_REMEMBERED_IN = 3
_PUPILS = mask_of("students", "school_exchange")
_OFFICERS = ANY_ROLE | BITS["municipality"]
_MET = mask_of("exchange", "school_exchange", "students", "visit", "festival")
_CONTACTS = mask_of("invite", "visit", "host", "talk")
_MEETINGS = _CONTACTS | mask_of("festival", "exchange", "school_exchange")
_OF_LEAVE = mask_of("body:city_council", "approve")
# Who signs for a city.
_FOR_CITY = mask_of("municipality", "role:mayor", "role:deputy_mayor", "body:city_council")


def fits(frame: Frame, hit: Hit, sentence: Sentence, topic: int, words: FrameLexicon) -> bool:
    """Whether what a frame asks for stands beside a word; ``topic`` as `steps.steps_of` has it."""
    first, stop = sentence.clause(hit.first)
    here = sentence.masked(first, stop)
    if hit.mask & frame.trigger & BITS["delegation"] and not _comes_from(hit, sentence):
        return False
    if here & frame.blocks:
        return False
    if not frame.nouns and hit.time is Time.NOUN and not (words.rules_behind and _is_ruled(hit, sentence)):
        return False
    if hit.mask & frame.trigger & BITS["become"] and words.comma_cuts and _helps_another(hit, sentence):
        return False
    if sentence.masked(first, hit.first) & BITS["until"] and not frame.contact:
        # "Until peace is restored": what has to come first is no step.
        return False
    if frame.event is Event.APPROVAL and here & BITS["report"] and not here & ANY_TIE:
        # A twinning society that approves its accounts.
        return False
    if frame.event is Event.APPROVAL and (_is_resolved(hit, sentence) or _is_of_contact(hit, sentence)):
        return False
    if hit.mask & mask_of("sign", "sistering") and (
        _is_by_institutions(hit, sentence) or _is_remembered(hit, sentence)
    ):
        return False
    if frame.event in _ENDS and here & _HELD and not _is_of_tie(first, stop, sentence):
        # "They were to sign, but the ceremony was cancelled": no tie was.
        return False
    if hit.mask & BITS["sign"] and _is_by_states(hit, sentence):
        return False
    if frame.event in _ENDS and any(is_broken_off(other, sentence) for other in sentence.within(first, stop)):
        # "Preparations for the signing have been stopped": no tie has.
        return False
    if frame.event in _ENDS and not here & ANY_TIE and here & _MEETINGS:
        # "The trip has been cancelled", where the tie was spoken of before.
        return False
    if hit.mask & BITS["invite"] and sentence.masked(sentence.pause(hit.first).first, hit.first) & BITS["bidden"]:
        # «应…邀请»: who was asked has come.
        return False
    reach = NEAR * words.reach
    beside = here | sentence.masked(max(sentence.first, hit.first - reach), hit.stop + reach)
    lacks = any(not beside & near for near in frame.near)
    lacks = lacks or (any(not sentence.mask & need for need in frame.needs) and not _are_named(frame, sentence))
    if lacks and not (topic > 0 and frame.topic and (not frame.contact or hit.time is Time.PAST)):
        return False
    if hit.mask & frame.trigger & BITS["become"] and not beside & TIED and not _is_dated(sentence, topic):
        return False
    if here & BITS["states"] and not here & (TIED | CITIES):
        return False
    return not _is_of_another_step(frame, hit, sentence, words)


def _is_of_tie(first: int, stop: int, sentence: Sentence) -> bool:
    """Whether a clause names a tie, and not only its feast («la fête du jumelage»)."""
    return any(other.mask & ANY_TIE and not other.mask & _HELD for other in sentence.within(first, stop))


def _is_ruled(hit: Hit, sentence: Sentence) -> bool:
    """«kardeş olmasını isteyen …»: whether a word of wish or plan rules a noun from behind."""
    stop = min(sentence.clause(hit.first)[1], hit.stop + _RULED_IN)
    return bool(sentence.masked(hit.stop, stop) & mask_of("wish", "plan", "may", "will", "refuse"))


def _is_of_another_step(frame: Frame, hit: Hit, sentence: Sentence, words: FrameLexicon) -> bool:
    """Whether a word only says what another step is about, or whom it is held with."""
    first, stop = sentence.clause(hit.first)
    here = sentence.masked(first, stop)
    nominal = hit.time in (Time.NOUN, Time.BASE, Time.BARE)
    if hit.mask & BITS["host"] and here & BITS["festival"] and not here & BITS["delegation"]:
        # A town that welcomes an exhibition.
        return True
    if frame.event is Event.PROPOSAL and any(_is_end(other) for other in sentence.within(hit.stop, sentence.stop)):
        # "Asks to suspend …": what is proposed is an end.
        return True
    if frame.event is Event.PROPOSAL and _is_of_visit(hit, sentence):
        return True
    if frame.event is Event.NEGOTIATION and hit.mask & BITS["host"] and (here & _PUPILS or not here & _OFFICERS):
        # Who receives pupils, or is no officer, does not negotiate.
        return True
    if frame.event is Event.RENEWAL and _is_of_contacts(hit, sentence, words):
        # "Resumed the school exchange": a meeting, and no tie.
        return True
    if frame.event is Event.NEGOTIATION and any(_is_end(other) for other in sentence.within(first, stop)):
        # "Talked about ending …".
        return True
    if frame.event is Event.PROPOSAL and here & BITS["refuse"] and sentence.has(_OF_LEAVE):
        # What a council or a vote turns down is a leave refused.
        return True
    if frame.event is Event.APPROVAL and any(_is_end(other) or _is_kept(other, hit) for other in sentence.hits):
        return True
    if frame.event is Event.VISIT and hit.time is Time.NOUN and hit.mask & BITS["visit"]:
        # "Invited them to a visit": one step, and a wish.
        asked = sentence.within(max(first, hit.first - _ASKED_IN), hit.first)
        if any(one.mask & BITS["invite"] and one.time is not Time.NOUN for one in asked):
            return True
    return nominal and bool(governors_of(hit, sentence, words) & frame.governors)


def _is_of_contacts(hit: Hit, sentence: Sentence, words: FrameLexicon) -> bool:
    """Whether a word that resumes has an exchange, a journey or a feast right behind it as its object, and no tie."""
    behind = sentence.within(hit.stop, hit.stop + _FEW * words.reach)
    nouns = [one for one in behind if one.time is Time.NOUN and one.mask & (_MET | ANY_TIE)]
    return bool(nouns) and bool(nouns[0].mask & _MET) and not nouns[0].mask & ANY_TIE


def _are_named(frame: Frame, sentence: Sentence) -> bool:
    """Whether two cities of two countries with a tie of some kind stand for the tie between them, where pupils travel
    or something is celebrated."""
    abroad = len({city.place.country for city in sentence.cities}) > 1
    return abroad and frame.event in (Event.EXCHANGE, Event.EVENT) and sentence.has(ANY_TIE | BITS["students"])


def _is_by_institutions(hit: Hit, sentence: Sentence) -> bool:
    """ "The universities of the two cities signed a pact": a paper of bodies that sign for themselves."""
    first, stop = sentence.clause(hit.first)
    signers = sentence.masked(first, hit.first) | sentence.masked(hit.stop, hit.stop + _FEW)
    # «Partnerschaftsvertrag»: a paper of cities as well as of others.
    ties = any(
        other.mask & TIED and not other.mask & BITS["pact"] and other != hit for other in sentence.within(first, stop)
    )
    theirs = BITS["institution"] if ties else mask_of("institution", "not_city")
    return bool(signers & theirs) and not ties and not sentence.masked(first, stop) & _FOR_CITY


def _is_by_states(hit: Hit, sentence: Sentence) -> bool:
    """ "France and Ireland signed a treaty in Cork": whether two countries stand before the verb, and no city."""
    first, _ = sentence.clause(hit.first)
    signers = [area for area in sentence.names.areas if first <= area[0] < hit.first]
    joined = any(sentence.masked(one[1], other[0]) & BITS["and"] for one, other in pairwise(signers))
    named = any(first <= city.first < hit.first for city in sentence.cities)
    return joined and not named and not sentence.has(TIED)


def is_of_institutions(sentence: Sentence) -> bool:
    """ "The rugby club of X is twinned with that of Y": whether all that is said to be tied are bodies of their own."""
    tied = [hit for hit in sentence.hits if hit.mask & TIED]
    if not tied or any(not hit.mask & BITS["sistering"] for hit in tied):
        return False
    first, _ = sentence.clause(tied[0].first)
    before = sentence.masked(first, tied[0].first)
    return bool(before & BITS["institution"]) and not before & (CITIES | _FOR_CITY)


def _is_remembered(hit: Hit, sentence: Sentence) -> bool:
    """ "Fifty years since the signing": whether a noun only says what is celebrated or from when time is counted."""
    before = sentence.masked(hit.first - _REMEMBERED_IN, hit.first)
    return hit.time is Time.NOUN and bool(before & mask_of("festival", "ago")) and not before & BITS["did"]


def is_broken_off(hit: Hit, sentence: Sentence) -> bool:
    """ "Preparations for the signing have been stopped": whether what ends is not yet a tie."""
    first, stop = sentence.clause(hit.first)
    if hit.mask & BITS["sign"] and hit.time is Time.BASE:
        # «签署…一事已被取消»: a noun behind a verb without tense makes it a thing that ends.
        rites = [one.stop for one in sentence.within(hit.stop, stop) if one.mask & BITS["rite"]]
        return bool(rites) and bool(sentence.masked(rites[-1], stop) & (_ENDING | BITS["refuse"]))
    if not hit.mask & BITS["sign"] or hit.time is not Time.NOUN:
        return False
    ends = [one for one in sentence.within(first, stop) if one.mask & _ENDING and one.time is Time.PAST]
    if any(one.first == hit.stop for one in ends):
        # «imza töreni iptal edildi».
        return True
    return bool(ends) and bool(sentence.masked(hit.first - _FEW, hit.first) & mask_of("plan", "talk", "draft"))


def _helps_another(hit: Hit, sentence: Sentence) -> bool:
    """«Die Partnerschaft wurde gelobt»: a verb of becoming that only helps the participle that ends the clause."""
    row, (_, stop) = sentence.row, sentence.clause(hit.first)
    last = stop - 1
    ends = last >= hit.stop and not row.capital[last] and row.words[last].endswith(_PARTICIPLES)
    return ends and not sentence.masked(last, stop)


def _is_dated(sentence: Sentence, topic: int) -> bool:
    """ "Relations with X were established in 2005", on a page of sister cities."""
    return bool(topic and sentence.dates) and len(sentence.cities) == 1


def _is_kept(hit: Hit, vote: Hit) -> bool:
    """«beschlossen, die Partnerschaft fortzusetzen»: a vote for what is there already."""
    return bool(hit.mask & BITS["stand"]) and hit.time is Time.BARE and hit.first > vote.first


def _is_end(hit: Hit) -> bool:
    """Whether an end or a stop is what is decided: «beschlossen, … ruhen zu lassen»."""
    return bool(hit.mask & mask_of("suspend", "end")) and hit.time in (Time.NOUN, Time.BASE, Time.BARE)


def _comes_from(hit: Hit, sentence: Sentence) -> bool:
    """ "A delegation from X", "a Polish delegation": nobody tells so of guests who did not come."""
    behind = (other for other in sentence.within(hit.stop, hit.stop + 1) if other.mask & BITS["from"])
    starts = {name[0] for name in (*sentence.cities, *sentence.names.areas)}
    starts |= {one.first for one in sentence.hits if one.mask & BITS["sister"]}
    if any(at == hit.first - 1 for at, _ in sentence.names.peoples):
        return True
    if hit.stop - hit.first > 1 and starts & set(range(hit.stop, hit.stop + FROM)):
        # "A group from X" is one form.
        return True
    return any(starts & set(range(other.stop, other.stop + FROM)) for other in behind)


def _is_resolved(hit: Hit, sentence: Sentence) -> bool:
    """Whether a word that is said of plans as well as of votes stands where no body is spoken of."""
    return bool(hit.mask & BITS["approve"] and hit.mask & BITS["plan"]) and not sentence.has(ANY_BODY)


def _is_of_contact(hit: Hit, sentence: Sentence) -> bool:
    """ "Decided to invite": whether what is resolved is a visit."""
    behind = next(sentence.within(hit.stop, hit.stop + _FEW), None)
    return behind is not None and bool(behind.mask & _CONTACTS) and behind.time in (Time.BASE, Time.BARE)


def _is_of_visit(hit: Hit, sentence: Sentence) -> bool:
    """ "Proposed to celebrate the anniversary": whether a meeting is what is proposed, and no tie."""
    if hit.time is Time.NOUN:
        return False
    behind = sentence.within(hit.stop, min(sentence.clause(hit.first)[1], hit.stop + GOVERNED_IN))
    first = next((other for other in behind if other.mask & (PAPER | _MEETINGS) or other.time is not Time.NOUN), None)
    return first is not None and bool(first.mask & _MEETINGS) and first.time in (Time.BASE, Time.BARE)


def governors_of(hit: Hit, sentence: Sentence, words: FrameLexicon) -> int:
    """The labels of the steps in the clause whose object it may be: before it, or behind it where those rule."""
    if words.rules_behind:
        mask = 0
        for other in sentence.within(hit.stop, min(sentence.clause(hit.first)[1], hit.stop + GOVERNED_IN)):
            # «kararlaştırıldı» is a vote only where a body is spoken of.
            mask |= other.mask & ~BITS["approve"] if _is_resolved(other, sentence) else other.mask
        return mask & ~hit.mask
    begin = max(sentence.clause(hit.first)[0], hit.first - GOVERNED_IN * words.reach)
    return sentence.masked(begin, hit.first) & ~hit.mask
