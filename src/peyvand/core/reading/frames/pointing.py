"""Partners that a sentence does not name but points to: "the French town", "our twin town", "he went to Japan"."""

from __future__ import annotations

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.frames.cast import Cast, Pair
from peyvand.core.reading.frames.labels import ANY_ROLE, BITS, IN
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.steps import Step
from peyvand.core.reading.frames.words import Time, mask_of

# What belongs to the partner when its country is said of it.
_ITS_OWN = ANY_ROLE | mask_of("city", "sister", "delegation", "municipality", "partner", "society", "students", "tie")
# Between the word for a country's people and what is theirs, and from a small word to «twin town» (words).
_BESIDE, _LED = 2, 3
_LEADING = IN | mask_of("to", "from", "with")


def points_to(step: Step, pair: Pair | None, cast: Cast) -> bool:
    """Whether the sentence of a step points to the partner in a pair, whose name it does not say."""
    if pair is None or cast.home is None:
        return False
    sentence = step.sentence
    abroad = {city.place.country for city in pair} - {cast.home.place.country}
    if (len(abroad) == 1 and _is_to_country(step, *abroad)) or _meets_guests(step):
        return True
    if step.head.mask & BITS["invite"]:
        # Who was invited at some time may be anybody of there.
        return False
    return (len(abroad) == 1 and _is_of_people(sentence, *abroad)) or (step.frame.contact and _is_to_twin(sentence))


def _is_of_people(sentence: Sentence, country: str) -> bool:
    """ "The French mayor", "their Chinese sister city", «la délégation allemande»."""
    peoples = [at for at, code in sentence.names.peoples if code == country]
    before = (hit for hit in sentence.hits if hit.mask & _ITS_OWN and hit.stop in peoples)
    return any(sentence.masked(at + 1, at + 1 + _BESIDE) & _ITS_OWN for at in peoples) or any(before)


def are_of_others(pair: Pair, step: Step) -> bool:
    """ "The Chinese delegation": whether all guests of a sentence are of other countries than its pair."""
    peoples = dict(step.sentence.names.peoples)
    guests = [hit for hit in step.sentence.hits if hit.mask & BITS["delegation"]]
    told = {peoples[at] for hit in guests for at in (hit.first - 1, hit.stop) if at in peoples}
    return bool(told) and not told & {city.place.country for city in pair}


def is_of_state(step: Step) -> bool:
    """ "The mayor received the consul": whether the guest of a sentence stands for a state, and none for a city."""
    state = mask_of("role:consul", "role:ambassador")
    return step.sentence.has(state) and not step.sentence.has(mask_of("delegation", "two_cities", "sister", "partner"))


def _is_to_country(step: Step, country: str) -> bool:
    """Whether a visit is to or from the partner's country: "he went to Japan"."""
    named = {code[:2] for _, _, code in step.sentence.names.areas}
    return step.event is Event.VISIT and country in named and step.sentence.has(BITS["delegation"] | ANY_ROLE)


def _meets_guests(step: Step) -> bool:
    """ "The mayor met with the delegation": whether somebody in office talks with guests."""
    return step.event is Event.NEGOTIATION and step.sentence.has(BITS["delegation"]) and step.sentence.has(ANY_ROLE)


def _is_to_twin(sentence: Sentence) -> bool:
    """ "Guests from our twin town", «ein Besuch in der Partnerstadt», not "the Sister City Conference"."""
    twins = [hit for hit in sentence.hits if hit.mask & BITS["sister"] and not _is_of_a_noun(hit, sentence)]
    return any(sentence.masked(hit.first - _LED, hit.first) & _LEADING for hit in twins)


def _is_of_a_noun(hit: Hit, sentence: Sentence) -> bool:
    """Whether a word that says nothing to the frames follows at once, and may be what is meant."""
    follows = hit.stop < sentence.stop and sentence.row.gaps[hit.stop] == " "
    return follows and not sentence.masked(hit.stop, hit.stop + 1)


def goes_on(step: Step) -> bool:
    """Whether a step behind a visit may be one of its programme: "They were welcomed at the town hall"."""
    told = step.mode.sure and step.head.time is Time.PAST and step.modality is Modality.DONE
    return told and step.frame.contact and step.event is not Event.NEGOTIATION
