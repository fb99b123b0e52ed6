"""An imagined world of ties with a fixed seed: pairs of real cities, each with a history that many sources tell of.

The shape is that of public lists and of news: few cities with very many partners, most with one or two; signings that
were announced before they were reported, undated rows of lists, visits without end, now and then a tie that stopped.
The sentences are made here. One source is one tuple, so that a world is written to disk once and read again quickly.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from importlib.resources import files
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

_STATEMENTS_PER_PAIR = 1_000_000 / 30_000
_SMALLEST_CITY = 15_000
_ROWS_IN_A_LIST = 100
_LAST_DAY = date(2026, 6, 30)
_STEPS = ("proposal", "negotiation", "drafting")
_COMMON = ("visit", "visit", "visit", "event", "exchange", "project")
_AREAS = ("tourism", "culture", "education", "trade", "environment", "sport")
_SENTENCES = {
    "proposal": "شهردار {a} به {b} پیشنهاد {i} داد{d}.",
    "negotiation": "دو طرف دربارهٔ {i} میان {a} و {b} گفت‌وگو کردند{d}.",
    "approval": "شورای شهر {a} لایحهٔ {i} با {b} را تصویب کرد{d}.",
    "drafting": "پیش‌نویس {i} {a} و {b} آماده شد{d}.",
    "signing": "{i} میان {a} و {b} به امضای شهرداران دو شهر رسید{d}.",
    "renewal": "{i} {a} و {b} برای دوره‌ای دیگر تمدید شد{d}.",
    "suspension": "شورای شهر {a} {i} با {b} را به حال تعلیق درآورد{d}.",
    "resumption": "تماس‌های رسمی {a} با {b} از سر گرفته شد{d}.",
    "termination": "شهرداری {a} به {i} با {b} پایان داد{d}.",
    "visit": "هیئتی از {a} به سرپرستی شهردار از {b} دیدار کرد{d}.",
    "event": "هفتهٔ فرهنگی {b} در {a} برگزار شد{d}.",
    "exchange": "گروهی از دانشجویان {a} برای تبادل آموزشی به {b} رفتند{d}.",
    "project": "{a} و {b} طرح مشترکی را در زمینهٔ فضای سبز شهری آغاز کردند{d}.",
    "standing": "{a} و {b} با یکدیگر {i} دارند{d}.",
}
_SPEAKERS = ("به گفتهٔ {who}، شهردار {a}", "بنا بر گزارش {who} از دفتر امور بین‌الملل", "{who} در نشست خبری گفت",
             "این را {who}، عضو شورای شهر {b}، اعلام کرد", "")  # fmt: skip
_SYLLABLES = ("مه", "را", "نو", "شا", "دی", "با", "سی", "ما", "ری", "زا", "کا", "تو", "ها", "لی", "پر", "وین")
_INSTRUMENTS = {"sister_city": "پیمان خواهرخواندگی", "mou": "تفاهم‌نامهٔ همکاری", "friendship": "قرارداد دوستی"}
_SOON = {"planned": "قرار است به‌زودی: ", "wished": "امید می‌رود که: ", "denied": "درست نیست که: ", "done": ""}


class City(NamedTuple):
    id: str
    name: str
    country: str


class Told(NamedTuple):
    """One statement as its source makes it; ``start`` and ``stop`` are where its words stand."""

    places: tuple[int, int]
    part: str
    start: int
    stop: int
    event: str
    modality: str
    instrument: str | None
    date: str | None
    authority: str | None
    acts: tuple[int, ...]
    sides: tuple[int, ...]
    channel: str
    code: str | None


class Article(NamedTuple):
    """One source. ``fate`` is what becomes of it: accepted, rejected or open; ``odd`` are positions of statements that
    are judged by themselves, each with its judgement. ``area`` and ``count`` are claims beside the statements."""

    name: str
    title: str
    publisher: str
    published: str | None
    kind: str
    text: str
    told: tuple[Told, ...]
    fate: str
    odd: tuple[tuple[int, str], ...]
    area: tuple[str, int, int] | None
    count: tuple[int, int, int, int] | None


class Happening(NamedTuple):
    day: date
    event: str
    instrument: str | None
    side: int | None


@dataclass(frozen=True, slots=True)
class Pair:
    places: tuple[int, int]
    statements: int


def write_world(folder: Path, statements: int, seed: int, pairs: int = 0) -> Path:
    """The world's file, made unless it is there: the cities, then one source after another. ``pairs`` 0: as many as the
    world's own shape has."""
    path = folder / f"world-2-{seed}-{statements}{f'-{pairs}' if pairs else ''}.marshal"
    if not path.exists():
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            for value in _world(statements, seed, pairs or max(round(statements / _STATEMENTS_PER_PAIR), 1)):
                marshal.dump(value, file)
            marshal.dump(None, file)
        part.rename(path)
    return path


def read_world(path: Path) -> tuple[list[City], Iterator[Article]]:
    """The cities of a written world, and its sources in their order."""
    file = path.open("rb")
    cities = [City(*row) for row in marshal.load(file)]
    return cities, (_article(row) for row in iter(partial(marshal.load, file), None))


def _article(row: tuple[Any, ...]) -> Article:
    article = Article(*row)
    return article._replace(told=tuple(Told(*told) for told in article.told))


def _world(statements: int, seed: int, wanted: int) -> Iterator[object]:
    random = Random(seed)
    cities = _cities()
    yield [tuple(city) for city in cities]
    pairs = _pairs(random, cities, wanted, statements)
    lists = statements // 8
    left = statements - lists
    for article in _interleaved(random, pairs, cities):
        # The one that reaches the number is cut short.
        told = article.told[:left]
        left -= len(told)
        yield tuple(article._replace(told=tuple(map(tuple, told))))
        if not left:
            break
    for rows in _lists(random, pairs, cities, lists):
        yield tuple(rows._replace(told=tuple(map(tuple, rows.told))))


def _cities() -> list[City]:
    lines = (files("peyvand.lexicon") / "places" / "built" / "places.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [City(r[0], r[3], r[4]) for r in rows if r[2] == "city" and int(r[8] or 0) >= _SMALLEST_CITY]


def _pairs(random: Random, cities: list[City], wanted: int, statements: int) -> list[Pair]:
    """Cities drawn by weights with a long tail; statements by a law in which most ties are told of seldom."""
    weights = list(accumulate(random.paretovariate(1.4) for _ in cities))
    chosen: dict[tuple[int, int], None] = {}
    while len(chosen) < wanted:
        a, b = random.choices(range(len(cities)), cum_weights=weights, k=2)
        abroad = cities[a].country != cities[b].country
        if a != b and (abroad or random.random() < 0.05):
            chosen[min(a, b), max(a, b)] = None
    shares = [min(random.lognormvariate(0.0, 1.1), 25.0) for _ in chosen]
    scale = statements / sum(shares)
    return [Pair(pair, max(round(share * scale), 1)) for pair, share in zip(chosen, shares, strict=True)]


def _interleaved(random: Random, pairs: list[Pair], cities: list[City]) -> Iterator[Article]:
    """A source on each pair in turn, until no pair has any left: as news comes, and not pair by pair."""
    telling = [_articles(Random(random.random()), pair, cities) for pair in pairs]
    while True:
        random.shuffle(telling)
        left = []
        for articles in telling:
            if article := next(articles, None):
                left.append(articles)
                yield article
        telling = left or [_articles(Random(random.random()), random.choice(pairs), cities)]


def _articles(random: Random, pair: Pair, cities: list[City]) -> Iterator[Article]:
    history = _history(random, pair.statements)
    left = pair.statements
    while left > 0:
        article = _news(random, pair, cities, history)
        left -= len(article.told)
        yield article


def _history(random: Random, statements: int) -> list[Happening]:
    day = date(1960, 1, 1) + timedelta(days=random.randrange(23_000))
    instrument = random.choices(("sister_city", "mou", "friendship"), (6, 3, 2))[0]
    history = []
    for step in _STEPS:
        day += timedelta(days=random.randrange(200))
        if random.random() < 0.5:
            history.append(Happening(day, step, instrument, random.randrange(2) if step == "proposal" else None))
    for side in (0, 1):
        if random.random() < 0.6:
            history.append(Happening(day + timedelta(days=random.randrange(90)), "approval", instrument, side))
    if random.random() < 0.85:
        day += timedelta(days=random.randrange(60, 400))
        history.append(Happening(day, "signing", instrument, None))
    for _ in range(1 + statements // 8):
        later = day + timedelta(days=random.randrange(7_000))
        history.append(Happening(later, random.choice(_COMMON), None, random.randrange(2)))
    history += _endings(random, day, instrument)
    return [one for one in history if one.day <= _LAST_DAY] or [history[0]._replace(day=_LAST_DAY)]


def _endings(random: Random, signed: date, instrument: str) -> Iterator[Happening]:
    day, side = signed + timedelta(days=random.randrange(1_000, 9_000)), random.randrange(2)
    if random.random() < 0.2:
        yield Happening(day, "renewal", instrument, None)
    if random.random() < 0.06:
        yield Happening(day, "suspension", instrument, side)
        if random.random() < 0.5:
            yield Happening(day + timedelta(days=2_000), "resumption", instrument, side)
    elif random.random() < 0.04:
        yield Happening(day, "termination", instrument, side)


def _news(random: Random, pair: Pair, cities: list[City], history: list[Happening]) -> Article:
    """One happening in the news, shortly before or after it, with a look back at others."""
    subject = random.choice(history)
    published = min(subject.day + timedelta(days=random.choice((-20, -6, 0, 1, 1, 2, 3, 9, 40))), _LAST_DAY)
    page = _Page(random, cities, published)
    names = tuple(cities[at].name for at in pair.places)
    page.line(f"{names[0]} و {names[1]}: {_INSTRUMENTS.get(subject.instrument or '', 'همکاری')}")
    if random.random() < 0.3:
        page.say(pair, subject, "title")
    for _ in range(random.choice((1, 1, 2, 2, 3))):
        page.say(pair, subject, "body")
    for _ in range(random.choice((0, 0, 1, 2, 3))):
        page.say(pair, random.choice(history), "body")
    if random.random() < 0.25:
        page.say(pair, Happening(subject.day, "standing", "sister_city", None), "body")
    kind = random.choices(("article", "resolution", "signed_text", "letter", "office_note"), (88, 4, 2, 3, 3))[0]
    return page.article(kind, pair, random.random())


class _Page:
    """A source as it is written, line by line."""

    def __init__(self, random: Random, cities: list[City], published: date) -> None:
        self.random, self.cities, self.published = random, cities, published
        self.lines: list[str] = []
        self.told: list[Told] = []
        self._length = 0

    def line(self, words: str) -> tuple[int, int]:
        start = self._length
        self.lines.append(words)
        self._length += len(words) + 1
        return start, start + len(words)

    def say(self, pair: Pair, what: Happening, part: str) -> None:
        modality = self._modality(what)
        dated, words = self._date(what.day)
        a, b = (self.cities[at].name for at in (pair.places if what.side != 1 else pair.places[::-1]))
        sentence = _SENTENCES[what.event].format(
            a=a, b=b, i=_INSTRUMENTS.get(what.instrument or "", "همکاری"), d=f"، {words}" if words else ""
        )
        start, stop = self.line(_SOON[modality] + sentence + self._speaker(a, b))
        sides = (what.side,) if what.side is not None and what.event in ("suspension", "termination") else (0, 1)
        self.told.append(
            Told(
                places=pair.places,
                part=part,
                start=start,
                stop=stop,
                event=what.event,
                modality=modality,
                instrument=what.instrument,
                date=dated,
                authority="city_council" if what.event == "approval" else None,
                acts=(what.side,) if what.side is not None else (),
                sides=sides,
                channel="official",
                code="END3" if what.event == "suspension" else None,
            )
        )

    def _speaker(self, a: str, b: str) -> str:
        who = " ".join("".join(self.random.choices(_SYLLABLES, k=3)) for _ in range(2))
        words = self.random.choice(_SPEAKERS).format(who=who, a=a, b=b)
        return f" {words}." if words else ""

    def _modality(self, what: Happening) -> str:
        if what.day > self.published:
            return "planned" if self.random.random() < 0.8 else "wished"
        return "denied" if self.random.random() < 0.01 else "done"

    def _date(self, day: date) -> tuple[str | None, str]:
        """The date as much as is said of it, and in words."""
        manner = self.random.random()
        if manner < 0.5:
            return day.isoformat(), f"در {day.isoformat()}"
        if manner < 0.65:
            return f"{day:%Y-%m}", f"در ماه {day.month} سال {day.year}"
        if manner < 0.75:
            return f"{day.year}", f"در سال {day.year}"
        return None, ""

    def article(self, kind: str, pair: Pair, luck: float) -> Article:
        area = count = None
        if self.random.random() < 0.1:
            code = self.random.choice(_AREAS)
            area = (code, *self.line(f"زمینهٔ همکاری: {code}"))
        if self.random.random() < 0.002:
            n = self.random.randrange(2, 20)
            words = f"{self.cities[pair.places[1]].name} شهر خواهرخواندهٔ شمارهٔ {n} است."
            count = (n, pair.places[0], *self.line(words))
        number = self.random.getrandbits(48)
        fate = "accepted" if luck > 0.04 else "rejected" if luck > 0.03 else "open"
        odd = tuple((at, "rejected" if luck * at % 1 < 0.7 else "withdrawn") for at in range(len(self.told)))
        return Article(
            name=f"khabar-{number:012x}.txt",
            title=self.lines[0],
            publisher=f"خبرگزاری {number % 200}",
            published=self.published.isoformat() if self.random.random() < 0.95 else None,
            kind=kind,
            text="\n".join([*self.lines, f"شناسهٔ خبر: {number}"]),
            told=tuple(self.told),
            fate=fate,
            odd=tuple(one for one in odd if self.random.random() < 0.015),
            area=area,
            count=count,
        )


def _lists(random: Random, pairs: list[Pair], cities: list[City], statements: int) -> Iterator[Article]:
    """Lists that name the partners of cities, a year now and then, and no proof."""
    left = statements
    while left > 0:
        page = _Page(random, cities, _LAST_DAY - timedelta(days=random.randrange(5_000)))
        page.line("city,partner,since")
        for _ in range(min(_ROWS_IN_A_LIST, left)):
            pair = random.choice(pairs)
            since = str(random.randrange(1960, 2024)) if random.random() < 0.2 else None
            start, stop = page.line(f"{cities[pair.places[0]].name},{cities[pair.places[1]].name},{since or ''}")
            told = Told(
                pair.places,
                "body",
                start,
                stop,
                "standing",
                "done",
                "sister_city",
                since,
                None,
                (),
                (0, 1),
                "official",
                None,
            )
            page.told.append(told)
        article = page.article("dataset_row", pair, random.random())
        left -= len(article.told)
        yield article._replace(area=None, count=None)
