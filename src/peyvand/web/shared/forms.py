"""What a form brought: the fields that it has, and nothing else."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest

TOKEN = "csrfmiddlewaretoken"


def typed(request: HttpRequest, *names: str) -> dict[str, str]:
    """The fields of a form, each once and empty where it is missing. A field that the form does not have is refused."""
    strange = set(request.POST) - {TOKEN, *names}
    if strange:
        raise BadRequest
    return {name: request.POST.get(name, "") for name in names}
