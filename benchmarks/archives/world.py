"""A web archive as a crawl of news sites leaves it: mostly pages of no matter, some articles on ties of cities.

Everything follows from one number, so that two runs make the same bytes.
"""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from pathlib import Path

GOLDEN = Path(__file__).parents[2] / "tests" / "golden" / "reading"
_MARKS = re.compile(r"⟦|⟧(?:\([\d ]{1,9}\))?")
_CITIES = {
    "یزد": ("شیراز", "تبریز", "اصفهان", "کرمان", "رشت", "همدان", "اهواز", "قزوین"),
    "لیون": ("کازان", "باکو", "ایروان", "دوشنبه", "مسکو", "بغداد", "لاهور", "فلورانس"),
}
_PAIRS = (("Bursa", "Plovdiv"), ("Lyon", "Gyumri"), ("Freiburg", "Padua"), ("Nantes", "Tbilisi"), ("Graz", "Pécs"))
_ENGLISH = (
    "{a} and {b} signed a sister city agreement in the town hall of {a} on 14 May 2021. The mayors of the two cities"
    " said that schools and museums will be the first to gain from it. Next year a delegation from {b} will visit {a}.",
    "The city council of {a} approved a friendship agreement with {b} on 3 March 2020. The mayor of {a} hopes that the"
    " memorandum of understanding will be signed in autumn, when guests from {b} come for the trade fair.",
)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_PERSIAN_WORDS = _words(
    """تیم بازیکن دقیقه گل داور مربی لیگ هفته مسابقه پیروزی بازار قیمت سکه دلار کاهش افزایش تورم کالا خرید
فروش کشاورز گندم باران برف دما هوا جاده ترافیک راننده خودرو پلیس حادثه آتش بیمارستان پزشک بیمار دارو واکسن دانش‌آموز
معلم کتاب کلاس آزمون فیلم کارگردان بازیگر سینما جشن موسیقی خواننده نمایش تئاتر اینترنت گوشی برنامه کاربر شرکت کارگر
دستمزد قانون لایحه بودجه انرژی برق گاز نفت آب سد رودخانه جنگل حیوان خانه مسکن اجاره وام بانک سود سهام"""
)
_PERSIAN_ENDS = ("اعلام شد", "ادامه دارد", "بیشتر شد", "را دید", "می‌رود", "خواهد بود", "نیست", "گزارش داد")
_ENGLISH_WORDS = _words(
    """team player minute goal coach league week match market price gold dollar inflation goods farmer wheat rain
snow weather road traffic driver car police fire hospital doctor patient vaccine pupil teacher book class film
actor cinema music singer stage internet phone user company worker wage law budget energy power gas oil water river
forest house rent loan bank profit share"""
)
_MENU = "".join(
    f"<li><a href='/s{n}'>{name}</a></li>" for n, name in enumerate(("خانه", "ورزش", "بازار", "فرهنگ", "جامعه"))
)
_SCRIPT = (
    "<script>window.data=window.data||[];function track(a){data.push(a)};track('view');"
    + "var x=0;" * 120
    + "</script>"
)
_STYLE = "<style>" + ".box{margin:0;padding:4px;color:#333}" * 60 + "</style>"


def pages(count: int, seed: int = 1, share: float = 0.02) -> Iterator[tuple[str, bytes]]:
    """Addresses and bytes of so many pages, of which about ``share`` tell of cities' ties."""
    chance = random.Random(seed)
    articles = [_plain(path) for path in sorted(GOLDEN.glob("*.txt"))]
    for number in range(count):
        matters, is_persian = chance.random() < share, chance.random() < 0.75
        if matters:
            title, body = _persian(chance, articles) if is_persian else _english(chance)
        else:
            title, body = _no_matter(chance, is_persian)
        yield f"https://news{number % 40}.example.org/{number}", _page(chance, title, body, is_persian).encode()


def write(path: Path, count: int, seed: int = 1) -> int:
    """Write an archive of so many pages; the bytes of the pages themselves."""
    size = 0
    with path.open("wb") as file:
        for address, page in pages(count, seed):
            size += len(page)
            file.write(gzip.compress(_record(address, page), 6, mtime=0))
    return size


def _record(address: str, page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-04-07T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _plain(path: Path) -> str:
    """A golden article without what was drawn on it."""
    text = path.read_text("utf-8").split("\n———")[0].partition("\n\n")[2]
    return _MARKS.sub("", text)


def _persian(chance: random.Random, articles: list[str]) -> tuple[str, list[str]]:
    text = chance.choice(articles)
    for name, others in _CITIES.items():
        text = text.replace(name, chance.choice(others))
    title, *body = [line for line in text.split("\n") if line.strip()]
    return title, body


def _english(chance: random.Random) -> tuple[str, list[str]]:
    first, second = chance.choice(_PAIRS)
    return f"News from {first}", [chance.choice(_ENGLISH).format(a=first, b=second), *_sentences(chance, False, 3)]


def _no_matter(chance: random.Random, is_persian: bool) -> tuple[str, list[str]]:
    words = _PERSIAN_WORDS if is_persian else _ENGLISH_WORDS
    return " ".join(chance.choices(words, k=6)), _sentences(chance, is_persian, chance.randint(6, 20))


def _sentences(chance: random.Random, is_persian: bool, paragraphs: int) -> list[str]:
    words = _PERSIAN_WORDS if is_persian else _ENGLISH_WORDS
    made = []
    for _ in range(paragraphs):
        lines = (" ".join(chance.choices(words, k=chance.randint(8, 22))) for _ in range(4))
        made.append(" ".join(f"{line} {chance.choice(_PERSIAN_ENDS) if is_persian else 'was seen'}." for line in lines))
    return made


def _page(chance: random.Random, title: str, body: list[str], is_persian: bool) -> str:
    words = "".join(f"<p>{line}</p>" for line in body)
    links = "".join(f"<li><a href='/l{n}'>{' '.join(chance.choices(_PERSIAN_WORDS, k=7))}</a></li>" for n in range(12))
    language = "fa" if is_persian else "en"
    return (
        f"<!DOCTYPE html><html lang={language}><head><meta charset=utf-8><title>{title}</title>"
        f"{_STYLE}{_SCRIPT}</head><body>"
        f"<nav><ul>{_MENU}</ul></nav><main><article><h1>{title}</h1><div class=body>{words}</div></article>"
        f"<aside><h4>آخرین اخبار</h4><ul>{links}</ul></aside></main><footer>{_SCRIPT}</footer></body></html>"
    )
