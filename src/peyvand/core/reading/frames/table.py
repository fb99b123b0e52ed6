"""The steps and what each one needs, in one table: which words name it, which must stand beside, which forbid it."""

from __future__ import annotations

from typing import NamedTuple

from peyvand.core.ledger.words import Event
from peyvand.core.reading.frames.labels import ANY_ROLE, BITS
from peyvand.core.reading.frames.words import mask_of

TIED = mask_of("sister", "sistering", "friend")
# Enough to meet for: a tie, or those who tend one.
TENDED = TIED | BITS["society"]
PAPER = TIED | mask_of("mou", "pact")
ANY_TIE = PAPER | BITS["tie"]
CITIES = mask_of("municipality", "two_cities", "city") | BITS["role:mayor"] | BITS["body:city_council"]
# Those that act for a city.
BODIES = mask_of("municipality", "role:mayor", "body:city_council", "two_cities")
PEOPLE = mask_of("delegation") | ANY_ROLE
BOTH = mask_of("two_cities", "each_other", "partner")
_VOTED = ANY_TIE | BOTH | BITS["body:city_council"]
_ENDINGS = mask_of("suspend", "end")
# Their journeys are exchanges.
_PUPILS = mask_of("students", "school_exchange")
# A meeting of these, or to sign, is none of two cities.
_MEETINGS_AT_HOME = mask_of("body:city_council", "body:other:Committee", "sign")


class Frame(NamedTuple):
    """A step: ``trigger`` words name it. Of each of ``needs`` some label must stand in the sentence, of ``near`` in
    the clause; none of ``blocks`` may stand in the clause.

    ``topic``: a tie that the sentences before speak of stands in for what is needed. ``points``: words of the sentence
    that are enough to mean the pair spoken of, where no partner is named. ``contact``: the cities meet, so that a tie
    need not be spoken of. ``governors``: as the object of these («talks on signing») it is no step of its own.
    ``nouns``: whether a noun is enough.
    """

    event: Event
    trigger: int
    needs: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    blocks: int = 0
    topic: bool = False
    points: int = ANY_TIE | BOTH
    contact: bool = False
    governors: int = 0
    nouns: bool = True


# Where these are done, «wurde» and "has been" are their helpers.
_OTHERS = mask_of(
    "suspend",
    "end",
    "renew",
    "approve",
    "propose",
    "festival",
    "visit",
    "refuse",
    "sign",
    "draft",
    "talk",
    "host",
    "invite",
    "exchange",
)
_STEPS = _OTHERS | mask_of("become", "sistering")
_OFFERS = mask_of("approve", "propose", "talk", "draft")
FRAMES = (
    Frame(Event.SIGNING, mask_of("sign"), near=(PAPER | BITS["tie"],), topic=True, governors=_OFFERS),
    Frame(
        Event.SIGNING, mask_of("become"), near=(TIED | BITS["tie"],), blocks=_OTHERS,
        governors=_OFFERS | BITS["refuse"], nouns=False,
    ),
    Frame(Event.SIGNING, mask_of("sistering"), governors=_OFFERS),
    Frame(
        Event.APPROVAL, mask_of("approve"), near=(ANY_TIE,), blocks=_ENDINGS | BITS["invite"], topic=True,
        points=_VOTED,
    ),
    Frame(
        Event.APPROVAL, mask_of("refuse"), near=(ANY_TIE | BITS["propose"],), needs=(mask_of("body:city_council"),),
        blocks=_STEPS & ~mask_of("refuse", "propose", "become", "sistering"), points=ANY_TIE | BOTH | BITS["propose"],
    ),
    Frame(
        Event.PROPOSAL, mask_of("propose"), near=(PAPER | BITS["tie"],), blocks=_ENDINGS | BITS["renew"],
        governors=mask_of("approve"),
    ),
    Frame(
        Event.NEGOTIATION, mask_of("talk"), needs=(ANY_TIE | CITIES | PEOPLE,), blocks=_MEETINGS_AT_HOME,
        points=BOTH, contact=True,
    ),
    Frame(Event.DRAFTING, mask_of("draft"), needs=(PAPER,)),
    Frame(Event.RENEWAL, mask_of("renew"), near=(ANY_TIE,), topic=True, governors=mask_of("approve", "talk")),
    Frame(Event.SUSPENSION, mask_of("suspend"), near=(ANY_TIE,), topic=True),
    Frame(Event.TERMINATION, mask_of("end"), near=(ANY_TIE,), topic=True),
    Frame(
        Event.VISIT, mask_of("visit", "host"), needs=(PEOPLE | CITIES | TENDED | BITS["partner"],),
        points=BOTH | BITS["delegation"], blocks=_PUPILS, contact=True,
    ),
    # A mayor with pupils visits all the same.
    Frame(
        Event.VISIT, mask_of("visit"), near=(mask_of("delegation", "role:mayor"), _PUPILS),
        points=BOTH | BITS["delegation"], contact=True,
    ),
    Frame(
        Event.EXCHANGE, mask_of("visit"), near=(_PUPILS,), needs=(TENDED,), points=_PUPILS | BOTH, contact=True,
        blocks=mask_of("delegation", "role:mayor"),
    ),
    # Pupils whom a mayor welcomes are guests of an exchange.
    Frame(
        Event.VISIT, mask_of("host"), near=(mask_of("delegation"), _PUPILS), points=BOTH | BITS["delegation"],
        contact=True,
    ),
    Frame(
        Event.EXCHANGE, mask_of("host"), near=(_PUPILS,), needs=(TENDED,), points=_PUPILS | BOTH, contact=True,
        blocks=mask_of("delegation"),
    ),
    Frame(Event.VISIT, mask_of("delegation"), blocks=mask_of("invite", "visit", "host"), points=0, contact=True),
    Frame(Event.VISIT, mask_of("invite"), needs=(PEOPLE | CITIES,), points=BOTH, contact=True),
    Frame(
        Event.EVENT, mask_of("festival"), needs=(TENDED | BOTH,), blocks=_ENDINGS, points=TIED | BOTH, contact=True,
    ),
    Frame(
        Event.EVENT, mask_of("festival"), needs=(TENDED | BOTH,), blocks=_ENDINGS, topic=True,
        points=mask_of("festival"), contact=True, nouns=False,
    ),
    Frame(
        Event.EXCHANGE, mask_of("exchange", "school_exchange"),
        near=(mask_of("students", "sister", "school_exchange", "two_cities", "each_other"),),
        points=TIED | BOTH | mask_of("students", "school_exchange"), contact=True,
    ),
)  # fmt: skip
