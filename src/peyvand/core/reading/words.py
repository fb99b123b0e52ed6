"""What the reader is told of a language: the word lists of every room below it, and its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from peyvand.core.calendar import CalendarWords
from peyvand.core.gazetteer import PlaceWords
from peyvand.core.reading.authorities import AuthorityWords
from peyvand.core.reading.claims.area_words import AreaWords
from peyvand.core.reading.claims.count_words import CountWords
from peyvand.core.reading.language import LanguageWords
from peyvand.core.reading.persons.words import PeopleWords
from peyvand.core.reading.vocabulary import Vocabulary
from peyvand.core.text.words import FurnitureWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWords:
    """The reader's own words: every sense by its rows of words, and the word that joins two predicates."""

    vocabulary: Vocabulary
    joiner: str = ""
    # The country at home in a text, where a label that stands in it tells so.
    homes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Everything that the reader knows of one language."""

    language: str
    furniture: FurnitureWords
    calendar: CalendarWords
    places: PlaceWords
    reading: ReadingWords
    authorities: AuthorityWords
    people: PeopleWords
    counts: CountWords
    areas: AreaWords
    languages: LanguageWords
