from __future__ import annotations

import pytest
from tests.factories.documents import docx, header, packed, paragraph

from peyvand.adapters.documents.docx import Document, is_docx, read_docx
from peyvand.adapters.documents.packed import Packed
from peyvand.adapters.sources import Limits, UnreadableSource


def read(data: bytes) -> Document:
    return read_docx(Packed(data, "n.docx", Limits()), Limits())


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as refused:
        read(data)
    return refused.value.code


def test_paragraphs_are_lines_and_half_spaces_stay() -> None:
    assert (
        read(docx(paragraph("پیمان می‌", "بندند"), paragraph(), paragraph("دو شهر"))).text == "پیمان می‌بندند\n\nدو شهر"
    )


def test_a_letterhead_stands_first_and_once() -> None:
    head = header(paragraph("شهرداری رودبار"))
    parts = {"word/header1.xml": head, "word/header2.xml": head}

    assert read(docx(paragraph("متن"), parts=parts)).text == "شهرداری رودبار\n\nمتن"


def test_a_row_of_a_table_is_a_line() -> None:
    row = f"<w:tr><w:tc>{paragraph('لوکا')}</w:tc><w:tc>{paragraph('۱۴۰۲')}</w:tc></w:tr>"

    assert read(docx(f"<w:tbl>{row}{row}</w:tbl>")).text == "لوکا | ۱۴۰۲\n\nلوکا | ۱۴۰۲"


def test_what_was_struck_out_is_no_text() -> None:
    old = "<w:del><w:r><w:delText>امضا شد</w:delText></w:r></w:del>"
    new = "<w:ins><w:r><w:t>امضا می‌شود</w:t></w:r></w:ins>"

    assert read(docx(f"<w:p>{old}{new}</w:p>")).text == "امضا می‌شود"


def test_signs_between_words_are_kept() -> None:
    broken = "<w:p><w:r><w:t>یک</w:t><w:br/><w:t>دو</w:t><w:tab/><w:t>سه</w:t></w:r></w:p>"

    assert read(docx(broken)).text == "یک\n\nدو\tسه"


def test_properties_give_title_and_author() -> None:
    core = "<c xmlns:d='urn:d'><d:title>نامه</d:title><d:creator>ن. پارسا</d:creator></c>"

    document = read(docx(paragraph("متن"), parts={"docProps/core.xml": core}))
    assert (document.title, document.author) == ("نامه", "ن. پارسا")


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE x [<!ENTITY a "aa">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    ],
)
def test_entities_are_refused(before: str) -> None:
    assert refusal(docx(paragraph("متن"), before=before)) == "entities"


def test_nesting_without_end_is_refused() -> None:
    assert refusal(docx("<w:p>" * 5_000 + "</w:p>" * 5_000)) == "too_complex"


def test_broken_xml_says_so() -> None:
    assert refusal(docx("<w:p>")) == "broken_document"


def test_other_packed_files_are_no_documents() -> None:
    assert not is_docx(Packed(packed({"xl/workbook.xml": b"<x/>"}), "n", Limits()))
