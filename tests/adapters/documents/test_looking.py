from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image
from tests.factories.documents import docx, packed, paragraph, pdf
from tests.factories.pictures import picture, vast_png

from peyvand.adapters.documents import looking
from peyvand.adapters.documents.looking import LIMITS, FileType, look, type_of
from peyvand.adapters.sources import Limits, UnreadableSource

LINES = ("۱۴۰۲/۷/۵ :خیرات",)


def refusal(data: bytes, limits: Limits = LIMITS) -> str:
    with pytest.raises(UnreadableSource) as refused:
        look(data, "scan", limits)
    return refused.value.code


def size(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as drawn:
        return drawn.size


@pytest.mark.parametrize(
    ("form", "mode", "kind"),
    [
        ("JPEG", "RGB", FileType.JPEG),
        ("JPEG", "CMYK", FileType.JPEG),
        ("PNG", "RGBA", FileType.PNG),
        ("PNG", "P", FileType.PNG),
        ("PNG", "I;16", FileType.PNG),
        ("TIFF", "1", FileType.TIFF),
        ("WEBP", "RGB", FileType.WEBP),
    ],
)
def test_a_picture_is_known_by_its_bytes_and_drawn_anew(form: str, mode: str, kind: FileType) -> None:
    looked = look(picture(form=form, mode=mode), "letter.exe")

    assert (looked.kind, looked.pages, looked.text) == (kind, 1, "")
    assert (size(looked.page), size(looked.small)) == ((620, 877), (255, 360))
    assert b"scanner" not in looked.page + looked.small


def test_a_picture_is_turned_as_it_was_held() -> None:
    assert size(look(picture((800, 400), turned=6), "x").page) == (400, 800)


def test_the_pages_of_a_scan_are_counted() -> None:
    assert look(picture(form="TIFF", more=2), "x").pages == 3
    assert refusal(picture(form="TIFF", more=2), Limits(memory=LIMITS.memory, pages=2)) == "too_many_pages"


def test_of_a_pdf_the_first_page_is_drawn_and_the_words_are_read() -> None:
    looked = look(pdf(LINES), "x")

    assert (looked.kind, looked.pages, looked.text) == (FileType.PDF, 1, "تاریخ: ۱۴۰۲/۷/۵")
    assert max(size(looked.page)) == 1400


def test_a_pdf_of_pictures_has_no_words() -> None:
    assert look(pdf(LINES, scanned=True), "x").text == ""


def test_a_word_document_has_words_and_no_picture() -> None:
    looked = look(docx(paragraph("نامه شهردار")), "x")

    assert (looked.kind, looked.text, looked.page, looked.kind.suffix) == (FileType.DOCX, "نامه شهردار", b"", "docx")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b" \n", "empty"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "not_kept"),
        (b"<!doctype html><script>alert(1)</script>%PDF-1.7", "not_kept"),
        (b"MZ\x90\x00", "not_kept"),
        (b"GIF89a" + bytes(40), "not_kept"),
        (packed({"a.txt": "a"}), "not_kept"),
        (docx(parts={"word/vbaProject.bin": b"x"}), "macros"),
        (docx(parts={"../word/evil.xml": b"x"}), "unsafe_part"),
        (b"%PDF-1.7\nnothing", "broken_document"),
        (b"\xff\xd8\xff\xe0" + bytes(400), "broken_document"),
        (picture()[:-300], "broken_document"),
        (vast_png(30_000, 30_000), "too_many_pixels"),
        (vast_png(8_000, 8_000), "broken_document"),
    ],
)
def test_what_is_no_document_or_harms_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    assert refusal(picture(), Limits(bytes=100)) == "too_large"


def test_a_page_that_draws_without_end_is_stopped() -> None:
    drawing = zlib.compress(b"BT /F 12 Tf (ab) Tj ET\n" * 3_000_000, 9)

    assert refusal(pdf(LINES, packed=drawing), Limits(seconds=1, memory=250_000_000)) in ("too_hungry", "too_slow")


def test_a_file_whose_words_are_too_much_work_is_kept_without_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def tired(data: bytes, name: str, limits: Limits) -> str:
        raise UnreadableSource(name, "too_slow", limit=limits.seconds)

    monkeypatch.setattr(looking, "pdf_text", tired)

    assert (look(pdf(LINES), "x").text, look(pdf(LINES), "x").pages) == ("", 1)


def test_the_name_of_a_file_says_nothing_of_its_type() -> None:
    assert type_of(picture(form="PNG"), "contract.pdf") is FileType.PNG
