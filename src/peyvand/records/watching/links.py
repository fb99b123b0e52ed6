"""The articles that a listing page leads to: links with headlines, on the page's own site."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.adapters.sources import LIMITS, UnreadableSource
from peyvand.adapters.sources.decoding import decode
from peyvand.adapters.sources.markup import Cut, TooManyTags, pieces
from peyvand.adapters.web.naming import address_of

# A headline is longer than the names of sections and buttons; a listing page shows no more articles than this.
_HEADLINE, _MOST = 25, 60


def article_links(data: bytes, address: str) -> list[str]:
    """Addresses of articles that a page names, in its order, each once. A page that is none leads nowhere."""
    base = address_of(address)
    found: dict[str, None] = {}
    for written, words in _links(data, address):
        if len(" ".join(words.split())) < _HEADLINE or len(found) >= _MOST:
            continue
        try:
            linked = address_of(written, base)
        except UnreadableSource:
            continue
        if linked.host == base.host and str(linked) != str(base):
            found.setdefault(str(linked))
    return list(found)


def _links(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Where links of a page lead, with the words that they are made of."""
    try:
        target, words = "", ""
        for piece in pieces(decode(data, name, is_page=True), LIMITS):
            if piece.cut is Cut.START and piece.name == "a":
                target, words = piece.attributes.get("href", ""), ""
            elif piece.cut is Cut.WORDS and target:
                words += piece.name
            elif piece.cut is Cut.END and piece.name == "a" and target:
                yield target, words
                target = ""
    except (UnreadableSource, TooManyTags):
        return
