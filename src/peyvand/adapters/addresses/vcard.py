"""vCard 4.0 (RFC 6350) out; 3.0 and 4.0 in, as far as a card of ours has a place for what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from peyvand.adapters.addresses.cards import MOST, BadBook, Card

_WIDEST = 75
_PLACE = "X-PEYVAND-PLACE"
_ESCAPES = {"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"}
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_APART = re.compile(r"(?<!\\);")
_LINE = re.compile(r'([A-Za-z0-9.-]{1,60})((?:;[^:;"]{0,200}(?:"[^"]{0,200}")?)*):(.*)', re.DOTALL)
_LANGUAGE = re.compile(r"(?i)LANGUAGE=\"?([a-z]{2,3})")
_LONGEST_LINE = 20_000


def as_vcards(cards: Iterable[Card]) -> str:
    """The cards one after the other, lines folded at 75 octets."""
    return "".join(f"{_folded(line)}\r\n" for card in cards for line in _lines(card))


def cards_in_vcards(text: str) -> list[Card]:
    """The cards of a file. Raises `BadBook`."""
    found: list[Card] = []
    held: dict[str, list[tuple[str, str]]] | None = None
    for number, line in _unfolded(text):
        name, parameters, value = _parted(line, number)
        if name == "BEGIN":
            held = {}
        elif name == "END":
            if held is None:
                raise BadBook("a card ends that has not begun", number)
            found.append(_card(held, number))
            held = None
            if len(found) > MOST:
                raise BadBook(f"more than {MOST} cards", number)
        elif held is not None:
            held.setdefault(name, []).append((parameters, value))
    if held is not None:
        raise BadBook("the last card does not end")
    return found


def _lines(card: Card) -> Iterator[str]:
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"KIND:{'org' if card.is_office else 'individual'}")
    yield f"FN:{_escaped(card.name)}"
    for language, name in card.names:
        yield f"FN{f';LANGUAGE={language}' if language.isalpha() else ''}:{_escaped(name)}"
    told = (("TITLE", card.role), ("ORG", card.body), ("TEL", card.phone), ("EMAIL", card.mail), ("NOTE", card.note))
    yield from (f"{name}:{_escaped(words)}" for name, words in told if words)
    if card.address:
        yield f"ADR:;;{_escaped(card.address)};;;;"
    if card.language:
        yield f"LANG:{_escaped(card.language)}"
    if card.place:
        yield f"{_PLACE}:{_escaped(card.place)}"
    yield "END:VCARD"


def _folded(line: str) -> str:
    """A line of octets, broken between letters and never within one."""
    parts, held = [""], 0
    for letter in line:
        size = len(letter.encode("utf-8", "replace"))
        if held + size > _WIDEST:
            parts.append("")
            held = 1
        parts[-1] += letter
        held += size
    return "\r\n ".join(parts)


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines with what was broken off them, each with the number of its first."""
    held, at = "", 0
    for number, line in enumerate(text.lstrip("\ufeff").replace("\r\n", "\n").split("\n"), start=1):
        if line[:1] in (" ", "\t") and held:
            held += line[1:]
            if len(held) > _LONGEST_LINE:
                raise BadBook("a line is too long", at)
            continue
        if held.strip():
            yield at, held
        held, at = line, number
    if held.strip():
        yield at, held


def _parted(line: str, number: int) -> tuple[str, str, str]:
    told = _LINE.fullmatch(line)
    if not told:
        raise BadBook("this is no line of a card", number)
    # A group before the name ties lines together; ours need no tie.
    return told[1].rpartition(".")[2].upper(), told[2], told[3]


def _card(held: Mapping[str, list[tuple[str, str]]], number: int) -> Card:
    names = [(parameters, _plain(value).strip()) for parameters, value in held.get("FN", ())]
    names = [pair for pair in names if pair[1]]
    if not names:
        raise BadBook("a card without a name", number)
    first, *others = names

    def of(name: str) -> str:
        return next((words for _, value in held.get(name, ()) if (words := _plain(value).strip())), "")

    return Card(
        name=first[1],
        is_office=of("KIND").lower() in ("org", "group"),
        names=tuple((_language(parameters), name) for parameters, name in others),
        role=of("TITLE") or of("ROLE"),
        body=", ".join(filter(None, (_plain(one).strip() for one in _first(held, "ORG")))),
        place=of(_PLACE) or _part(held, "ADR", 3),
        phone=of("TEL").removeprefix("tel:"),
        mail=of("EMAIL"),
        address=_part(held, "ADR", 2),
        language=of("LANG")[:2].lower(),
        note=of("NOTE"),
    )


def _language(parameters: str) -> str:
    told = _LANGUAGE.search(parameters)
    return told[1].lower() if told else ""


def _first(held: Mapping[str, list[tuple[str, str]]], name: str) -> list[str]:
    """The parts of the first value of a name, as they stand between semicolons."""
    values = held.get(name)
    return _APART.split(values[0][1]) if values else []


def _part(held: Mapping[str, list[tuple[str, str]]], name: str, at: int) -> str:
    parts = _first(held, name)
    return _plain(parts[at]).strip() if len(parts) > at else ""


def _escaped(words: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in words.replace("\r\n", "\n").replace("\r", "\n"))


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda one: "\n" if one[1] in "nN" else one[1], value)
