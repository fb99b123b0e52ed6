"""What the tests of letters, documents and contacts have in common."""

from __future__ import annotations

import html
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from tests.factories.pictures import picture
from tests.factories.readings import ISFAHAN, KAZAN

PAIR = (ISFAHAN.id, KAZAN.id)
OF_BOND = {"own": "Isfahan", "own_place": ISFAHAN.id, "partner": "Kazan", "partner_place": KAZAN.id}


def words(answer: HttpResponse) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def scan(data: bytes = b"", name: str = "scan.jpg") -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, data or picture((40, 60)), content_type="text/html")
