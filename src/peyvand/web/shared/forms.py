"""What a form brought: the fields that it has, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from django.core.exceptions import BadRequest
from django.http import HttpRequest

TOKEN = "csrfmiddlewaretoken"


def typed(request: HttpRequest, *names: str) -> dict[str, str]:
    """The fields of a form, each once and empty where it is missing. A field that the form does not have is refused."""
    refuse_others(request, names)
    # No database takes a null letter into a text, and nobody types one.
    return {name: request.POST.get(name, "").replace("\0", "") for name in names}


def refuse_others(request: HttpRequest, names: Iterable[str]) -> None:
    """Raise `BadRequest` for a field or a file that a form does not have. A name may have a ``*`` for what differs from
    row to row."""
    known = (TOKEN, *names)
    for name in (*request.POST, *request.FILES):
        if not any(fnmatchcase(name, one) for one in known):
            raise BadRequest
