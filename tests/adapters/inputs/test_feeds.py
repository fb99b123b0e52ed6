from __future__ import annotations

import pytest

from peyvand.adapters.inputs.feeds import Entry, Feed, day_of, read_feed
from peyvand.adapters.sources import Limits, UnreadableSource

RSS = """<?xml version="1.0" encoding="utf-8"?><rss xmlns:dc="urn:dc" xmlns:content="urn:c"><channel>
<title>سرو</title><link>https://sarv.example/</link>
<item><title>رودبار و لوکا</title><link>https://sarv.example/1</link><pubDate>Mon, 07 Apr 2025 09:00:00 +0330</pubDate>
<dc:creator>ن. پارسا</dc:creator><description>کوتاه</description>
<content:encoded><![CDATA[<p>می‌بندند</p>]]></content:encoded></item>
<item><title>دوم</title><guid>https://sarv.example/2</guid><dc:date>2025-04-08T00:30:00+03:30</dc:date></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Sarv</title>
<entry><title type="html">One &lt;b&gt;city&lt;/b&gt;</title><link rel="self" href="https://sarv.example/a.xml"/>
<link href="https://sarv.example/1"/><updated>2025-04-09T10:00:00Z</updated><published>2025-04-07T10:00:00Z</published>
<author><name>N. Parsa</name></author><summary>Short</summary></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="urn:r" xmlns="urn:rss"><channel><title>Sarv</title></channel>
<item><title>One</title><link>https://sarv.example/1</link></item></rdf:RDF>"""

TEXT = "Two cities have become friends. " * 20


def feed(text: str) -> Feed:
    return read_feed(text.encode(), "n", Limits())


def refusal(text: str, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableSource) as refused:
        read_feed(text.encode(), "n", limits or Limits())
    return refused.value.code


def test_rss_entries_say_these_things() -> None:
    assert feed(RSS) == Feed(
        "سرو",
        (
            Entry(
                title="رودبار و لوکا",
                words="<p>می‌بندند</p>",
                link="https://sarv.example/1",
                published="2025-04-07",
                author="ن. پارسا",
            ),
            Entry(title="دوم", link="https://sarv.example/2", published="2025-04-08"),
        ),
    )


def test_atom_entries_say_these_things() -> None:
    assert feed(ATOM).entries == (
        Entry(
            title="One city",
            words="Short",
            link="https://sarv.example/1",
            published="2025-04-07",
            author="N. Parsa",
        ),
    )


def test_rdf_entries_stand_beside_their_channel() -> None:
    assert feed(RDF) == Feed("Sarv", (Entry(title="One", link="https://sarv.example/1"),))


def test_faults_that_many_feeds_have_are_mended() -> None:
    item = "<title>A &amp; B & C &nbsp;d&zwnj;e &unknown; \x01 &#0; &#x6F1;</title>"

    words = f"<description>{TEXT}</description>"
    assert feed(f"<rss><channel><item>{item}{words}</item></channel></rss>").entries[0].title == (
        "A & B & C d\u200ce &unknown; ۱"
    )


def test_old_encodings_are_read() -> None:
    declared = RSS.replace("utf-8", "windows-1256").replace("\u06cc", "ي").replace("ک", "ك")

    assert read_feed(declared.encode("cp1256"), "n", Limits()).title == "سرو"


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/a.dtd">',
    ],
)
def test_entities_are_refused(before: str) -> None:
    assert refusal(f"{before}<rss><channel><item><title>&a;</title></item></channel></rss>") == "entities"


def test_nesting_without_end_is_refused() -> None:
    assert refusal("<rss>" + "<a>" * 100_000) == "too_complex"


def test_broken_feeds_say_so() -> None:
    assert {refusal("<rss><channel>"), refusal("<rss></feed>"), refusal("<rss a=b>")} == {"broken_feed"}


def test_a_feed_of_many_megabytes_is_refused() -> None:
    assert refusal("<rss>" + "&" * 5_000_000) == "too_large"


def test_only_so_many_entries_are_read() -> None:
    items = "<item><title>a</title></item>" * 30

    assert len(read_feed(f"<rss>{items}</rss>".encode(), "n", Limits(entries=10)).entries) == 10


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Mon, 07 Apr 2025 23:30:00 -0500", "2025-04-07"),
        ("2025-04-07", "2025-04-07"),
        ("2025-13-07", None),
        ("دوشنبه ۱۸ فروردین", None),
        ("Mon, 99 Apr 2025 23:30:00", None),
        ("", None),
    ],
)
def test_days_are_read_in_their_own_zone(said: str, day: str | None) -> None:
    assert day_of(said) == day
