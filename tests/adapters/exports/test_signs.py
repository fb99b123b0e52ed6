from __future__ import annotations

from peyvand.adapters.exports.signs import for_xml


def test_letters_that_xml_cannot_hold_give_way() -> None:
    assert for_xml("a\x00\x0bb\ud800c\ufffe") == "a\ufffd\ufffdb\ufffdc\ufffd"
    assert for_xml("سطر\nتب\t😀\u200c") == "سطر\nتب\t😀\u200c"
