"""A captured source, and the refusal of one that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from peyvand.core.ledger.words import SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """A source as it will be kept: ``text`` is what all offsets count in and never changes.

    One block a line, line ends ``\\n``. What the page says of itself in its head is None where it does not say:
    ``published`` is an ISO Gregorian day.
    """

    name: str
    text: str = field(repr=False)
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    kind: SourceKind = SourceKind.ARTICLE


# One sentence for each way in which a source can be unreadable.
REASONS = {
    "missing": "There is no such file.",
    "not_a_file": "This is not a file.",
    "forbidden": "The file cannot be opened: {cause}.",
    "empty": "There is no text in it.",
    "binary": "This is not text: it looks like {what}.",
    "too_large": "It is larger than the {limit:,} bytes that are read.",
    "too_long": "Its text is longer than any article: {found:,} characters, and {limit:,} are read.",
    "too_complex": "The page has more than {limit:,} tags.",
    "broken_encoding": "The text is not valid {encoding}: byte {offset} cannot be read.",
    "no_article": "No article was found in the page.",
    "encrypted": "The document is locked with a password.",
    "broken_document": "The document is damaged: {cause}.",
    "no_text_layer": "The document holds pictures of its pages and no text. It has to be recognised (OCR) first.",
    "inflated": "Unpacked it is larger than the {limit:,} bytes that are read.",
    "crowded": "It has more than the {limit:,} parts that are read.",
    "unsafe_part": "It holds a part with a name that no document has: {part}.",
    "entities": "It declares a document type or entities of its own. Such files are not read.",
    "too_slow": "Reading it took longer than {limit} seconds.",
    "too_hungry": "Reading it took more than {limit:,} bytes of memory.",
    "unknown_kind": "This is no document that is read: PDF, Word (DOCX), e-mail, feeds, WARC, pages and texts are.",
    "not_kept": "Only PDF, JPEG, PNG, TIFF, WebP and Word (DOCX) files are kept.",
    "macros": "It holds a program (macros). Save it without and bring it again.",
    "too_many_pixels": "The picture has more than {limit:,} pixels.",
    "too_many_pages": "It has more than {limit:,} pages.",
    "broken_feed": "The feed is damaged: {cause}.",
    "no_entries": "Nothing to read was found in it.",
    "nested": "It holds messages in messages, more than {limit} deep.",
    "broken_archive": "The archive is damaged behind page {page}: {cause}.",
    "broken_reader": "The reader broke on it: {cause}.",
    "broken_off": "The process that read it ended, twice.",
    "no_proposer": "Who put this page on the list may propose no more.",
    "bad_address": "Only addresses of pages, with http or https and nothing but a host and a path, are fetched.",
    "not_public": "The host {host} is no public address. Such addresses are never asked.",
    "unknown_host": "There is no host {host}.",
    "unreachable": "The host {host} does not answer: {cause}.",
    "slow_host": "The host {host} took longer than {limit} seconds.",
    "redirected": "The page leads on to other addresses, more than {limit} times.",
    "robots": "The site asks programs to stay away from this page (robots.txt).",
    "answered": "The site answers with status {status}.",
}


class UnreadableSource(ValueError):
    """A source that cannot be read: ``code`` is a key of `REASONS`, ``reason`` its sentence with the details."""

    def __init__(self, name: str, code: str, **details: object) -> None:
        self.name = name
        self.code = code
        self.details = details
        self.reason = REASONS[code].format(**details)
        super().__init__(f"{name}: {self.reason}")

    def __reduce__(self) -> tuple[object, ...]:
        """Exceptions with keywords travel between processes only when told how."""
        return _rebuilt, (self.name, self.code, self.details)


def _rebuilt(name: str, code: str, details: dict[str, object]) -> UnreadableSource:
    return UnreadableSource(name, code, **details)
