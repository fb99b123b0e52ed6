"""The steps and what each one needs, in one table: which words name it, which must stand beside, which forbid it."""

from __future__ import annotations

from typing import NamedTuple

from peyvand.core.ledger.words import Event
from peyvand.core.reading.frames.labels import ANY_BODY, ANY_ROLE, BITS
from peyvand.core.reading.frames.words import mask_of

TIED = mask_of("sister", "sistering", "friend")
PAPER = TIED | mask_of("mou", "pact")
ANY_TIE = PAPER | BITS["tie"]
CITIES = mask_of("municipality", "two_cities", "city") | BITS["role:mayor"] | BITS["body:city_council"]
PEOPLE = mask_of("delegation") | ANY_ROLE
_OTHERS = mask_of("other_tie")


class Frame(NamedTuple):
    """A step: ``trigger`` words name it. Of each of ``needs`` some label must stand in the sentence, of ``near`` in
    the clause; none of ``blocks`` may stand in the clause.

    ``topic``: a tie that the sentences before speak of stands in for what is needed. ``contact``: the cities meet, so
    that a tie need not be spoken of. ``absorbed``: as the object of an earlier step («talks on signing») it is none.
    ``nouns``: whether a noun is enough.
    """

    event: Event
    trigger: int
    needs: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    blocks: int = _OTHERS
    topic: bool = False
    contact: bool = False
    absorbed: bool = False
    nouns: bool = True


FRAMES = (
    Frame(Event.SIGNING, mask_of("sign"), near=(PAPER | BITS["tie"],), topic=True, absorbed=True),
    Frame(Event.SIGNING, mask_of("become"), near=(TIED,), absorbed=True, nouns=False),
    Frame(Event.SIGNING, mask_of("sistering"), absorbed=True),
    Frame(Event.APPROVAL, mask_of("approve"), needs=(ANY_TIE,), topic=True),
    Frame(Event.PROPOSAL, mask_of("propose"), needs=(ANY_TIE,)),
    Frame(Event.NEGOTIATION, mask_of("talk"), needs=(ANY_TIE | CITIES | PEOPLE,), contact=True),
    Frame(Event.DRAFTING, mask_of("draft"), needs=(PAPER,)),
    Frame(Event.RENEWAL, mask_of("renew"), needs=(ANY_TIE,), topic=True, absorbed=True),
    Frame(Event.SUSPENSION, mask_of("suspend"), needs=(ANY_TIE,), topic=True, absorbed=True),
    Frame(Event.TERMINATION, mask_of("end"), needs=(ANY_TIE,), topic=True, absorbed=True),
    Frame(Event.VISIT, mask_of("visit", "host"), needs=(PEOPLE | CITIES,), contact=True),
    Frame(Event.VISIT, mask_of("invite"), needs=(PEOPLE | CITIES,), contact=True),
    Frame(Event.EVENT, mask_of("festival"), needs=(TIED | mask_of("two_cities", "partner"),), topic=True, contact=True),
    Frame(
        Event.EXCHANGE, mask_of("exchange"), needs=(mask_of("students", "sister", "delegation", "two_cities", "tie"),),
        topic=True, contact=True,
    ),
)  # fmt: skip

# Words whose steps take a later one as their object.
GOVERNORS = mask_of("approve", "propose", "talk", "draft")
BODIES = ANY_BODY
