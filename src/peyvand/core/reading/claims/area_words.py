"""The words that fields of cooperation are found by, of one language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from peyvand.core.reading.numbers import NumberWords
from peyvand.core.reading.phrases import Phrases


class Tie(StrEnum):
    """What words do to the fields beside them: tie them to a bond, or take them away from it."""

    # Speaks of cooperation, of talks, visits or exchange; a term («محورها», «مفاد») also names what a text agrees on.
    CUE = "cue"
    TERM = "term"
    # Describes a city; a copula («به شمار می‌رود») does so where no term is spoken of.
    DESCRIPTION = "description"
    COPULA = "copula"
    # Cities in general, other parties, and the cities of the bond.
    CITIES = "cities"
    OUTSIDER = "outsider"
    INSIDER = "insider"
    # A paper that is pointed at («این تفاهم‌نامه»), which is the bond's.
    PAPER = "paper"
    # From it to the next sign stands the occasion on which something is said.
    OCCASION = "occasion"
    # Only looks like one of these («روابط عمومی»).
    NOTHING = "nothing"


class Bar(StrEnum):
    """What the words right before a field make of it."""

    # The name of a body, a post or a thing, with all that is joined to it.
    NAME = "name"
    # A time or a description; what is joined to it may be a field.
    QUALIFIED = "qualified"
    # What a city or two have, if a verb says so: «پیوندهای فرهنگی دارند».
    HELD = "held"
    # A fair, whose name it is where the fair has a number; or in any case.
    FAIR = "fair"
    FAIR_OF = "fair_of"
    # Only looks like one of these («پروژه‌های مشترک …»).
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaWords:
    """Fields by form, and what ties them to a bond or takes them away from it."""

    fields: Phrases[tuple[str, ...]]
    # Forms that are a field only beside others or behind an opening word («در», «تجربه»): «مدیریت شهری» also acts.
    listed: Phrases[bool]
    openers: frozenset[str]
    # What may stand between the two: «تجربه نوین مدیریت شهری».
    loose: frozenset[str]
    # Fields that are people: those who only attend («با حضور بازرگانان») are none.
    people: Phrases[bool]
    attending: frozenset[str]
    ties: Phrases[Tie]
    # «خواهرخواندگی قراردادی است …», and words by which the next sentence goes on so («این قراردادها»).
    definitions: Phrases[bool]
    going_on: Phrases[bool]
    bars: Phrases[Bar]
    # Words between a name's head and the field, or two fields: «مرکز دیپلماسی عمومی و رسانه‌ای».
    between: frozenset[str]
    has: frozenset[str]
    # «به گزارش …»: up to the comma behind it stands the name of an outlet.
    sources: Phrases[bool]
    denials: Phrases[bool]
    none: frozenset[str]
    buts: frozenset[str]
    narrowing: frozenset[str]
    # Signs that part a sentence: what is said before one is not tied to what is said behind it.
    parts: frozenset[str]
    numbers: NumberWords
