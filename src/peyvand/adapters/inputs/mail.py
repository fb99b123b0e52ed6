"""E-mail messages: their text under their subject, and the attachments that can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from peyvand.adapters.inputs.feeds import day_of
from peyvand.adapters.inputs.items import Item
from peyvand.adapters.sources import Captured, Limits, UnreadableSource, capture_bytes, capture_text
from peyvand.adapters.sources.decoding import decode

# Taking a message apart costs its lines times the parts that are open around them.
_MOST_BOUNDARIES, _MOST_WORK = 200, 10_000_000
_BOUNDARY = re.compile(rb"boundary\s{0,9}=", re.IGNORECASE)
_LONGEST_FIELD = 2_000
_PLAIN, _PAGE = "text/plain", "text/html"
_MESSAGE = "message/rfc822"
_ENCODED = re.compile(r"=\?[\w.-]{1,40}\?[bBqQ]\?")


def open_message(item: Item, limits: Limits) -> tuple[Captured | UnreadableSource, list[Item]]:
    """The message itself, and what is attached to it as further items. Raises `UnreadableSource`."""
    boundaries = len(_BOUNDARY.findall(item.data))
    if boundaries > _MOST_BOUNDARIES or boundaries * item.data.count(b"\n") > _MOST_WORK:
        raise UnreadableSource(item.name, "crowded", limit=_MOST_BOUNDARIES)
    try:
        message = message_from_bytes(item.data, policy=policy.compat32)
        return _own_text(message, item.name, limits), list(_attached(message, item.name, limits))
    except (MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError) as fault:
        if isinstance(fault, UnreadableSource):
            raise
        raise UnreadableSource(item.name, "broken_document", cause=type(fault).__name__) from fault


def _own_text(message: Message, name: str, limits: Limits) -> Captured | UnreadableSource:
    try:
        body = _body(message, name, limits)
    except UnreadableSource as fault:
        return fault
    subject = _field(message, "Subject")
    sender = _field(message, "From")
    text = f"{subject}\n\n{body}" if subject and not body.startswith(subject) else body
    try:
        captured = capture_text(text, name, limits)
    except UnreadableSource as fault:
        return fault
    return Captured(
        name=name,
        text=captured.text,
        media_type=_MESSAGE,
        title=subject or None,
        published=day_of(_field(message, "Date")),
        author=(parseaddr(sender)[0] or sender) or None,
    )


def _body(message: Message, name: str, limits: Limits) -> str:
    """The plain text of a message, else the words of its page; empty where it has neither."""
    shown = [part for part in _leaves(message, limits) if not _file_name(part)]
    for wanted in (_PLAIN, _PAGE):
        for part in shown:
            if part.get_content_type() == wanted and (text := _text(part, name)).strip():
                return text if wanted == _PLAIN else _page_text(text, name, limits)
    return ""


def _page_text(page: str, name: str, limits: Limits) -> str:
    whole = page if page.lstrip()[:5].lower() in ("<html", "<!doc") else f"<html><body>{page}</body></html>"
    return capture_bytes(whole.encode("utf-8", "replace"), name, limits).text


def _text(part: Message, name: str) -> str:
    data = _payload(part)
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(data, name, is_page=True) if data.strip() else ""


def _leaves(message: Message, limits: Limits) -> Iterator[Message]:
    """The parts that hold something, in order; a message within is one of them."""
    waiting, seen = [message], 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > limits.parts:
            raise UnreadableSource("", "crowded", limit=limits.parts)
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield part


def _attached(message: Message, name: str, limits: Limits) -> Iterator[Item]:
    for part in _leaves(message, limits):
        if part.get_content_type() == _MESSAGE:
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                yield Item(f"{name} » {_field(inner[0], 'Subject') or 'message'}", inner[0].as_bytes())
        elif file := _file_name(part):
            yield Item(f"{name} » {file}", _payload(part))


def _file_name(part: Message) -> str:
    return _decoded(part.get_filename() or "")


def _payload(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _field(message: Message, name: str) -> str:
    return _decoded(str(message.get(name, ""))[:_LONGEST_FIELD])


def _decoded(written: str) -> str:
    """The words of a header field, which travel in ASCII."""
    if not _ENCODED.search(written):
        return " ".join(written.split())
    words = []
    for part, charset in decode_header(written):
        if isinstance(part, bytes):
            try:
                words.append(part.decode(charset or "utf-8", "replace"))
            except LookupError:
                words.append(part.decode("utf-8", "replace"))
        else:
            words.append(part)
    return " ".join("".join(words).split())
