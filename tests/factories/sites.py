"""A news site in memory, for whoever fetches pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.fetching import Fetched

SITE = "https://news.city.ir"
FEED = f"{SITE}/feed"
SIGNED = "شهرداران اصفهان و کازان روز ۲۰ فروردین ۱۴۰۴ پیمان خواهرخواندگی دو شهر را در کاخ چهلستون امضا کردند."
LONG = (
    " این نشست با حضور هموندان شورا و دبیران انجمن‌ها برگزار شد و پس از آن میهمانان از میدان نقش جهان و پل‌های تاریخی"
    " شهر دیدن کردند و دربارهٔ آموزش زبان، نمایشگاه صنایع دستی، سفر دانش‌آموزان، پژوهش‌های دانشگاهی و راه‌اندازی پرواز"
    " یکسره میان دو فرودگاه با یکدیگر گفت‌وگو کردند و قرار شد کارگروهی این برنامه‌ها را پی بگیرد."
)
WEATHER = "باران در بیشتر استان‌ها می‌بارد و هوا سردتر می‌شود."


@dataclass
class NewsSite:
    """Pages by address; an address without a page fails. ``asked`` are the addresses in the order of asking."""

    pages: dict[str, bytes] = field(default_factory=dict)
    etags: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def fetch(self, written: str, *, etag: str = "", modified: str = "") -> Fetched:
        self.asked.append(written)
        if written not in self.pages:
            raise UnreadableSource(written, "answered", status=404)
        known = self.etags.get(written, "")
        data = None if known and known in (etag, modified) else self.pages[written]
        return Fetched(address=written, data=data, etag=known)

    def publish(self, *articles: tuple[str, str]) -> None:
        """Articles (a title and its text) that the feed names, each on a page of its own."""
        items = []
        for title, text in articles:
            address = f"{SITE}/{len(self.pages)}"
            self.pages[address] = f"<html><h1>{title}</h1><p>{text}</p></html>".encode()
            items.append(f"<item><title>{title}</title><link>{address}</link></item>")
        old = self.pages.get(FEED, b"<rss><channel></channel></rss>").decode()
        self.pages[FEED] = old.replace("<channel>", "<channel>" + "".join(items)).encode()
