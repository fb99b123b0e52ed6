from __future__ import annotations

from defusedxml.ElementTree import fromstring

from peyvand.adapters.factors.pictures import qr_picture


def test_a_picture_stands_inside_a_page_that_lets_no_style_in() -> None:
    picture = qr_picture("otpauth://totp/x?secret=ABC", title="a < b")
    root = fromstring(picture)

    assert (root.tag, root[0].text) == ("svg", "a < b")
    assert "style" not in picture
