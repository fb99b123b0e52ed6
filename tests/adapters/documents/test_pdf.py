from __future__ import annotations

import zlib

import pytest
from tests.factories.documents import pdf

from peyvand.adapters.documents.pdf import pdf_text
from peyvand.adapters.sources import Limits, UnreadableSource

# Drawn from left to right, as paper has it.
LINES = ("۱۴۰۲/۷/۵ :خیرات", "دندرک اضما تسود رهش ود نارادرهش ار نامیپ")


def refusal(data: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableSource) as refused:
        pdf_text(data, "n.pdf", Limits(**limits))
    return refused.value.code


def test_the_text_layer_is_read_in_the_order_of_reading() -> None:
    assert pdf_text(pdf(LINES), "n.pdf", Limits()) == "تاریخ: ۱۴۰۲/۷/۵\n\nپیمان را شهرداران دو شهر دوست امضا کردند"


def test_a_document_of_pictures_says_so() -> None:
    assert refusal(pdf(LINES, scanned=True)) == "no_text_layer"


def test_a_broken_document_says_so() -> None:
    assert {refusal(b"%PDF-1.7\n"), refusal(pdf(LINES)[:300]), refusal(b"%PDF-1.7\n" + b"<<" * 50_000)} <= {
        "broken_document",
        "no_text_layer",
    }


def test_a_page_that_inflates_without_end_is_stopped() -> None:
    bomb = zlib.compress(b"BT " * 60_000_000, 9)

    assert refusal(pdf(LINES, packed=bomb), seconds=2, memory=200_000_000) in ("too_hungry", "too_slow")


def test_a_page_that_draws_without_end_is_stopped() -> None:
    drawing = zlib.compress(b"BT /F 12 Tf (ab) Tj ET\n" * 3_000_000, 9)

    assert refusal(pdf(LINES, packed=drawing), seconds=1) in ("too_hungry", "too_slow")
