from __future__ import annotations

from email.message import EmailMessage

import pytest

from peyvand.adapters.inputs.items import Item
from peyvand.adapters.inputs.mail import open_message
from peyvand.adapters.sources import Captured, Limits, UnreadableSource

TEXT = "شهرداران دو شهر پیمان دوستی را می‌بندند."


def message(text: str | None = TEXT, page: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "دعوت به رودبار"
    made["From"] = "دفتر شهردار لوکا <office@lucca.example>"
    made["Date"] = "Mon, 07 Apr 2025 09:00:00 +0330"
    if text is not None:
        made.set_content(text, charset="utf-8")
    if page is not None:
        made.add_alternative(page, subtype="html") if text is not None else made.set_content(page, subtype="html")
    return made


def opened(made: EmailMessage | bytes, limits: Limits | None = None) -> tuple[Captured | UnreadableSource, list[Item]]:
    data = made if isinstance(made, bytes) else made.as_bytes()
    return open_message(Item("n.eml", data), limits or Limits())


def own(made: EmailMessage | bytes) -> Captured:
    captured, _ = opened(made)
    assert isinstance(captured, Captured)
    return captured


def test_a_message_is_its_text_under_its_subject() -> None:
    captured = own(message())

    assert captured.text == f"دعوت به رودبار\n\n{TEXT}\n"
    assert (captured.title, captured.author, captured.published) == ("دعوت به رودبار", "دفتر شهردار لوکا", "2025-04-07")


def test_plain_text_is_preferred_and_a_page_is_read_where_it_is_alone() -> None:
    page = f"<p>{TEXT}</p><p>{TEXT}</p>"

    assert own(message(page="<p>دیگر</p>")).text == own(message()).text
    assert own(message(None, page)).text.endswith(f"{TEXT}\n\n{TEXT}")


def test_attachments_and_messages_within_come_as_items() -> None:
    made = message()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="نامه.pdf")
    made.add_attachment(message())

    _, attached = opened(made)

    assert [one.name for one in attached] == ["n.eml » نامه.pdf", "n.eml » دعوت به رودبار"]
    assert (attached[0].data, b"Subject:" in attached[1].data) == (b"%PDF-1.4", True)


def test_a_message_of_attachments_alone_has_no_text_of_its_own() -> None:
    made = EmailMessage()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")

    refused, attached = opened(made)

    assert isinstance(refused, UnreadableSource)
    assert (refused.code, len(attached)) == ("empty", 1)


def test_unknown_encodings_are_guessed() -> None:
    data = (
        b"From: a@b.example\nSubject: =?no-such?B?2Ko=?=\nContent-Type: text/plain; charset=no-such\n\n" + TEXT.encode()
    )

    assert own(data).text.endswith(TEXT)


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n"
        + b"".join(b"--a\nContent-Type: multipart/mixed; boundary=a%d\n\n--a%d\n" % (n, n) for n in range(300)),
        b"From: a@b\nSubject: x\nContent-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 2_000,
        b"From: a@b\nSubject: x\n" + b"X-A: boundary=a\n" * 100 + b"\n" + b"x\n" * 200_000,
    ],
)
def test_a_crowd_of_parts_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource) as refused:
        opened(data)

    assert refused.value.code == "crowded"


def test_a_field_without_end_is_cut() -> None:
    assert len(own(b"From: a@b\nSubject: " + b"x" * 1_000_000 + b"\n\n" + TEXT.encode()).title or "") == 2_000


@pytest.mark.parametrize(
    "data", [b"From: a@b\nContent-Type: multipart/mixed\n\nx", b"From: a@b\nDate: x\n\n\xff\xfe\x00"]
)
def test_broken_messages_end_in_a_reason(data: bytes) -> None:
    captured, _ = opened(data)

    assert isinstance(captured, Captured | UnreadableSource)
