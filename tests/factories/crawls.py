"""A small crawl: pages of no matter, articles on a tie, and pages that are a burden."""

from __future__ import annotations

from pathlib import Path

from tests.factories.archives import warc

SIGNED = "شهرداران اصفهان و کازان روز ۲۰ فروردین ۱۴۰۴ پیمان خواهرخواندگی دو شهر را در کاخ چهلستون امضا کردند."
WEATHER = (
    "امروز در بیشتر استان‌ها باران می‌بارد و دمای هوا تا پنج درجه پایین می‌آید. رانندگان زنجیر چرخ همراه داشته باشند."
)


def page(text: str, title: str = "خبر روز") -> bytes:
    return (
        f"<html lang=fa><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>".encode()
    )


def crawl(count: int = 40) -> list[tuple[str, bytes]]:
    """So many pages, of which every tenth tells of a tie."""
    return [
        (f"https://a.example/{n}", page(SIGNED, f"پیمان شمارهٔ {n}") if n % 10 == 0 else page(WEATHER))
        for n in range(count)
    ]


def write_crawl(path: Path, count: int = 40) -> Path:
    path.write_bytes(warc(crawl(count)))
    return path


def told(folder: Path) -> dict[str, str]:
    """The files of finished outputs with what is in them, whatever the outputs are called."""
    return {
        f"{path.parent.name.rsplit('-', 1)[0]}/{path.name}": path.read_text("utf-8")
        for path in sorted(folder.glob("[!.]*/*.jsonl"))
    }
