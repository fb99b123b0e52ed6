"""A source read by the second reader: asked, checked against the source, and what does not hold dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import msgspec

from peyvand.adapters.second_reader.prompt import AGAIN, INSTRUCTIONS, question
from peyvand.adapters.second_reader.server import NoAnswer, Server, chat
from peyvand.adapters.sources import Captured
from peyvand.core.reading import Reading, SourceFacts
from peyvand.core.reading.answer import (
    Answer,
    Dropped,
    Fault,
    QuotedArea,
    QuotedCount,
    QuotedEvent,
    QuotedPerson,
)
from peyvand.core.reading.language import language_of
from peyvand.core.reading.quoted import quoted_reading
from peyvand.lexicon import LANGUAGES, gazetteer, lexicon
from peyvand.lexicon.reading import language_words

# Characters of a source that are sent.
_LONGEST = 60_000
_TRIES = 2
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What the second reader found and the source bears out; ``dropped`` is what it does not."""

    reading: Reading
    dropped: tuple[Dropped, ...]


def ask(server: Server, captured: Captured, *, published: date | None = None) -> SecondReading:
    """Have one captured source read by the second reader. Raises `NoAnswer`.

    An answer that is no JSON is asked for once more; what it holds is then taken item by item.
    """
    language = language_of(captured.text, language_words())
    if language not in LANGUAGES:
        raise NoAnswer("language")
    if len(captured.text) > _LONGEST:
        raise NoAnswer("too_long")
    answer, misshapen = _answered(server, captured.text, published)
    facts = SourceFacts(
        path=captured.name, title=captured.title, publisher=captured.publisher, published=captured.published
    )
    reading, dropped = quoted_reading(
        captured.text, answer, lexicon=lexicon(language), gazetteer=gazetteer(), facts=facts, published=published
    )
    return SecondReading(reading, (*misshapen, *dropped))


def _answered(server: Server, text: str, published: date | None) -> tuple[Answer, tuple[Dropped, ...]]:
    messages = [{"role": "system", "content": INSTRUCTIONS}, {"role": "user", "content": question(text, published)}]
    for _ in range(_TRIES):
        content = chat(server, messages)
        told = _object(content)
        if told is not None:
            return _answer(told)
        messages = [*messages[:2], {"role": "assistant", "content": content}, {"role": "user", "content": AGAIN}]
    raise NoAnswer("broken")


def _object(content: str) -> dict[str, Any] | None:
    """The JSON object of a reply; models like to wrap it in a few words."""
    start, stop = content.find("{"), content.rfind("}")
    try:
        told = msgspec.json.decode(content[start : stop + 1]) if start >= 0 else None
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
    return told if isinstance(told, dict) else None


def _answer(told: dict[str, Any]) -> tuple[Answer, tuple[Dropped, ...]]:
    dropped: list[Dropped] = []
    answer = Answer(
        events=_items(told.get("events"), QuotedEvent, dropped),
        counts=_items(told.get("counts"), QuotedCount, dropped),
        areas=_items(told.get("areas"), QuotedArea, dropped),
        people=_items(told.get("people"), QuotedPerson, dropped),
    )
    return answer, tuple(dropped)


def _items(told: object, kind: type[_T], dropped: list[Dropped]) -> tuple[_T, ...]:
    """The items of one list that have the shape; one without it does not take the others down."""
    found = []
    for item in told if isinstance(told, list) else []:
        try:
            found.append(msgspec.convert(item, kind))
        except msgspec.ValidationError:
            quote = item.get("quote") if isinstance(item, dict) else None
            dropped.append(Dropped(Fault.SHAPE, quote if isinstance(quote, str) else ""))
    return tuple(found)
