"""News pages in the manner of five kinds of content system, around an article with one visible date."""

from __future__ import annotations

import json
from collections.abc import Callable

TITLE = "هیئت کاشمر به کاپان می‌رود"
LEAD = (
    "معاون شهردار کاشمر گفت: هیئتی از این شهر هفته آینده برای گفت‌وگو دربارهٔ خواهرخواندگی به کاپان ارمنستان سفر می‌کند."
)
BODY = (
    "به گزارش روابط عمومی شهرداری کاشمر، معاون شهردار در جمع خبرنگاران گفت: دعوت‌نامهٔ شهردار کاپان ماه "
    "گذشته رسید و شورا با آن موافقت کرد.",
    "وی گفت: انگور و کشمش، فرش و گردشگری سه موضوعی است که در این سفر از آن گفت‌وگو می‌شود و هنوز سندی آماده نیست.",
)
NOISE = (
    "پربازدیدترین خبرها",
    "خواهرخواندگی تبریز و قازان نهایی شد",
    "آفرین به شهردار ما",
    "کلیه حقوق محفوظ است",
    "ارسال به دوستان",
)
_VISIT = "<div class=today>امروز: شنبه ۲۲ آذر ۱۴۰۴</div>"
_LINKS = (
    f"<h4>{NOISE[0]}</h4><ul><li><a href=/1>{NOISE[1]}</a> <span>۱۸ آذر ۱۴۰۴</span></li>"
    "<li><a href=/2>خبر دیگر</a></li></ul>"
)
_COMMENTS = f"<b>نظر شما</b><div><span>ناشناس</span> <span>۱۰ مهر ۱۴۰۲</span><p>{NOISE[2]}</p></div>"
_FOOT = f"<div class=footer>{NOISE[3]}</div>"


def modern(date: str) -> str:
    """A page of the present day, which says everything in its head as well."""
    said = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2023-09-27", "author": {"name": "ن. پارسا"}}
    data = json.dumps(said)
    words = "".join(f"<p>{words}</p>" for words in BODY)
    return (
        f"<html lang=fa><head><title>{TITLE} | سرو</title><script type='application/ld+json'>{data}</script></head>"
        f"<body><header>{_VISIT}<nav><a href=/>خانه</a></nav></header><main>"
        f"<article><h1>{TITLE}</h1><time>{date}</time>"
        f"<p class=lead>{LEAD}</p><div itemprop=articleBody>{words}</div></article><aside>{_LINKS}</aside>"
        f"<section id=comments>{_COMMENTS}</section></main><footer>{NOISE[3]}</footer></body></html>"
    )


def municipal(date: str) -> str:
    """A municipality's page, with the lead beside the body."""
    words = "".join(f"<div style='text-align:justify'>{words}</div><div>&nbsp;</div>" for words in BODY)
    return (
        f"<html><head><title>درگاه شهرداری</title></head><body><form>{_VISIT}<div class=news_body_con>"
        f"<div class='news_nav news_pdate_c'>{date}</div><div class=rutitr>معاون شهردار:</div>"
        f"<div class=title><h1><a href=/n>{TITLE}</a></h1></div><div class=subtitle>{LEAD}</div>"
        f"<div class=social><a href=#>{NOISE[4]}</a></div><div class=body>{words}</div></div>"
        f"<div class=comments_cont>{_COMMENTS}</div><div class=side_c>{_LINKS}</div>{_FOOT}</form></body></html>"
    )


def tables(date: str) -> str:
    """An old page, all of it in tables."""
    words = "<br><br>".join(BODY)
    return (
        f"<html><body><table><tr><td colspan=2>{_VISIT}</td></tr>"
        f"<tr><td width=180><table><tr><td>{_LINKS}</td></tr></table></td>"
        f"<td><table><tr><td><font size=4><b>{TITLE}</b></font></td></tr><tr><td><font size=1>{date}</font></td></tr>"
        f"<tr><td><b>{LEAD}</b></td></tr><tr><td>{words}</td></tr><tr><td><a href=#>{NOISE[4]}</a></td></tr></table>"
        f"<table><tr><td>{_COMMENTS}</td></tr></table></td></tr>"
        f"<tr><td colspan=2>{NOISE[3]}</td></tr></table></body></html>"
    )


def wordpress(date: str) -> str:
    """A blog's page, with the date in its head."""
    words = "".join(f"<p>{words}</p>" for words in (LEAD, *BODY))
    return (
        f"<html><head><title>{TITLE} – سرو</title>"
        f"<meta property='article:published_time' content='2023-09-27T10:12:00+03:30'>"
        f"</head><body class='single has-sidebar'><div class=site-header>{_VISIT}</div><article class='post hentry'>"
        f"<header class=entry-header><h1 class=entry-title>{TITLE}</h1><div class=entry-meta>{date}</div></header>"
        f"<div class=entry-content>{words}</div></article><div id=comments class=comments-area>{_COMMENTS}</div>"
        f"<aside class='widget sidebar'>{_LINKS}</aside><footer>{NOISE[3]}</footer></body></html>"
    )


def bare(date: str) -> str:
    """A page of boxes without names, with broken lines for paragraphs."""
    words = "<br/>".join((LEAD, *BODY))
    return (
        f"<html><body><div><div>{_VISIT}</div><div><a href=/>خانه</a> <a href=/c>تماس</a></div></div>"
        f"<div><div>{TITLE}</div><div>{date}</div><div>{words}</div></div>"
        f"<div>{_LINKS}</div><div>{_COMMENTS}</div><div>{NOISE[3]}</div></body></html>"
    )


LAYOUTS: dict[str, Callable[[str], str]] = {
    "modern": modern,
    "municipal": municipal,
    "tables": tables,
    "wordpress": wordpress,
    "bare": bare,
}
# The fifth of Mehr 1402, as sites write it.
DATES = (
    "تاریخ انتشار: ۰۵ مهر ۱۴۰۲ - ۱۰:۱۲",
    "چهارشنبه ۵ مهر ۱۴۰۲",
    "۱۴۰۲/۰۷/۰۵ - ۱۰:۱۲",
    "کد خبر: ۹۰۴۴۱۲ | تاریخ: 1402/7/5",
    "منتشر شده در تاریخ چهارشنبه 5 مهر 1402 توسط مدیر",
    "ساعت ۱۰:۱۲ - پنجم مهرماه ۱۴۰۲",
)
MORE_DATES = (
    "1402/07/05 10:12:33",
    "10:12 - 1402/07/05",
    "۵ مهر ۱۴۰۲ ساعت ۱۰:۱۲",
    "۱۴۰۲-۰۷-۰۵ ۱۰:۱۲",
    "شناسه خبر: 123 تاریخ درج: 1402/07/05 ساعت: 10:12",
    "نوشته شده توسط مدیر در ۵ مهر ۱۴۰۲",
    "چهارشنبه، ۰۵ مهر ۱۴۰۲",
    "مهر ۵, ۱۴۰۲",
    "تاریخ خبر: ۵ مهر ماه ۱۴۰۲",
    "بازدید: ۱۲۳ | ۵ مهر ۱۴۰۲ | نویسنده: مدیر",
    "Wednesday, 27 September 2023",
    "زمان انتشار: چهارشنبه ۵ مهر ۱۴۰۲ ۱۰:۱۲",
)
