"""PDF and Word documents made by hand, byte for byte."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from html import escape

_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
256 beginbfrange %s endbfrange endcmap end end"""


def pdf(lines: Sequence[str], *, scanned: bool = False, packed: bytes | None = None) -> bytes:
    """A page on which each line is drawn from left to right, letter by letter, as it is given."""
    rows = b"".join(
        b"BT /F 12 Tf 1 0 0 1 50 %d Tm <%s> Tj ET\n" % (780 - 30 * at, line.encode("utf-16-be").hex().encode())
        for at, line in enumerate(lines)
    )
    drawn = b"" if scanned else rows
    ranges = b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in range(256))
    content = zlib.compress(drawn) if packed is None else packed
    return _assembled(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/DW 500/FontDescriptor 8 0 R"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
            _stream(_MAP % ranges),
            b"<</Type/FontDescriptor/FontName/A/Flags 4/Ascent 800/Descent -200/FontBBox[0 -200 1000 800]>>",
        ]
    )


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(*words: str) -> str:
    """A paragraph of runs."""
    return f"<w:p>{''.join(f'<w:r><w:t>{escape(word)}</w:t></w:r>' for word in words)}</w:p>"


def docx(*body: str, parts: Mapping[str, bytes | str] | None = None, before: str = "") -> bytes:
    """A Word document of these pieces of XML; ``parts`` are further ones, ``before`` stands before its XML."""
    document = f"{before}<w:document {_WORD}><w:body>{''.join(body)}</w:body></w:document>"
    return packed({"word/document.xml": document, **(parts or {})})


def header(*body: str) -> str:
    """The XML of a letterhead."""
    return f"<w:hdr {_WORD}>{''.join(body)}</w:hdr>"


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()
