"""Files that come with a form: taken as bytes, or refused in words."""

from __future__ import annotations

from django.http import HttpRequest

from peyvand.adapters.documents.looking import LIMITS, FileType
from peyvand.adapters.sources import UnreadableSource
from peyvand.web.shared.direction import foreign
from peyvand.web.shared.words import UNREADABLE, word

# The name of the field; where no file was chosen, browsers send an empty word under it.
FIELD = "scan"
# What a browser offers to choose from; what a file really is, its bytes say.
ACCEPTED = ",".join((*(f".{kind.suffix}" for kind in FileType), ".jpeg", ".tiff"))


def brought(request: HttpRequest) -> tuple[bytes, str] | None:
    """The file of a form with its name; None where none was chosen. Raises `UnreadableSource` for one that is too
    large."""
    file = request.FILES.get(FIELD)
    if file is None or file.name is None:
        return None
    if (file.size or 0) > LIMITS.bytes:
        raise UnreadableSource(file.name, "too_large", limit=LIMITS.bytes)
    return file.read(), file.name


def refusal(fault: UnreadableSource) -> str:
    """Why a file is not taken, in the language of the page."""
    details = {name: foreign(value) if isinstance(value, str) else value for name, value in fault.details.items()}
    return word(UNREADABLE, fault.code).format(**details)
