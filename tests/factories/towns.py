"""A small world of towns, and what the reader makes of a few sentences about them."""

from __future__ import annotations

from datetime import date
from functools import cache

from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.core.reading import read
from peyvand.core.reading.cast import Cast, cast_of
from peyvand.core.reading.finding import Hit, find_hits
from peyvand.core.reading.lists.rolls import rolls
from peyvand.core.reading.model import Proposal, Reading
from peyvand.core.reading.page import Page, page_of
from peyvand.core.reading.sentence import Clause, Sentence
from peyvand.core.reading.words import Lexicon
from peyvand.lexicon import lexicon

_TOWNS = {
    "IR": {
        "Kashmar": "کاشمر", "Semnan": "سمنان", "Borujerd": "بروجرد", "Lahijan": "لاهیجان", "Urmia": "ارومیه",
        "Khoy": "خوی", "Bam": "بم", "Sari": "ساری", "Yazd": "یزد", "Gorgan": "گرگان", "Mehriz": "مهریز", "Nur": "نور",
    },
    "TR": {"Konya": "قونیه", "Van": "وان", "Bursa": "بورسا", "Trabzon": "ترابزون"},
    "GE": {"Batumi": "باتومی", "Kutaisi": "کوتایسی"},
    "KG": {"Osh": "اوش"},
    "TJ": {"Dushanbe": "دوشنبه", "Khujand": "خجند", "Kulob": "کولاب"},
    "AF": {"Herat": "هرات", "Mazar-e Sharif": "مزارشریف", "Fayzabad": "فیض‌آباد"},
    "IQ": {"Basra": "بصره", "Najaf": "نجف"},
    "PK": {"Lahore": "لاهور"},
    "AM": {"Yerevan": "ایروان"},
    "AZ": {"Ganja": "گنجه", "Shaki": "شکی"},
    "RU": {"Kazan": "کازان", "Astrakhan": "آستراخان"},
    "FR": {"Toulouse": "تولوز", "Lyon": "لیون"},
    "PL": {"Krakow": "کراکوف"},
    "CN": {"Xi'an": "شیان"},
    "RO": {"Sibiu": "سیبیو"},
}  # fmt: skip
_COUNTRIES = {
    "IR": "ایران", "TR": "ترکیه", "GE": "گرجستان", "KG": "قرقیزستان", "TJ": "تاجیکستان", "AF": "افغانستان",
    "IQ": "عراق", "PK": "پاکستان", "AM": "ارمنستان", "AZ": "جمهوری آذربایجان", "RU": "روسیه", "FR": "فرانسه",
    "PL": "لهستان", "CN": "چین", "RO": "رومانی",
}  # fmt: skip


@cache
def world() -> Gazetteer:
    """The towns and their countries."""
    number = 0
    named: list[tuple[Place, list[str]]] = []
    for country, towns in _TOWNS.items():
        named.append((Place(id=f"iso:{country}", name=country, country=country, level=Level.COUNTRY),
                      [_COUNTRIES[country]]))  # fmt: skip
        for name, written in towns.items():
            number += 1
            place = Place(id=f"geonames:{number}", name=name, country=country, population=200_000)
            named.append((place, [written]))
    return Gazetteer.of(named)


def words() -> Lexicon:
    """The Persian words."""
    return lexicon("fa")


def reading(text: str, published: str | None = None) -> Reading:
    """What the reader makes of a text."""
    day = date.fromisoformat(published) if published else None
    return read(text, lexicon=words(), gazetteer=world(), published=day)


def line(proposal: Proposal) -> str:
    """A statement in a line: «signing done: Batumi, Kashmar»."""
    names = ", ".join(sorted(city.name for city in proposal.cities))
    return f"{proposal.statement.event} {proposal.statement.modality}: {names}"


def told(text: str, published: str | None = None) -> set[str]:
    """The statements of a text, a line each."""
    return {line(proposal) for proposal in reading(text, published).statements}


def only(text: str, published: str | None = None) -> Proposal:
    """The one statement of a text."""
    (proposal,) = reading(text, published).statements
    return proposal


def page(text: str) -> Page:
    """A text with everything looked up in it."""
    return page_of(text, words(), world())


def sentence(text: str) -> Sentence:
    """A text of one sentence."""
    (found,) = page(text).sentences
    return found


def clause(text: str, at: int = 0) -> Clause:
    """A clause of a text of one sentence."""
    return sentence(text).clauses[at]


def cast(text: str) -> Cast:
    """Who a text is about."""
    return cast_of(page(text).sentences, words().places.home, words().reading.homes)


def hits(text: str) -> list[Hit]:
    """The steps found in a text, before one is chosen of those that say the same."""
    sentences, told = page(text).sentences, cast(text)
    return list(find_hits(sentences, told, rolls(sentences, told)))
