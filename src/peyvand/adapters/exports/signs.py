"""Letters that a format cannot hold."""

from __future__ import annotations

import re

# XML 1.0 has no place for these, not even escaped.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def for_xml(text: str) -> str:
    """The text with a sign in the place of each letter that XML cannot hold."""
    return _NOT_IN_XML.sub("\ufffd", text)
