"""Files that members brought, handed over to whoever may see their documents; each time it is asked anew who that is.

They never stand in a page of ours: a file is an attachment that a browser saves, and what is shown of it is a picture
that this house drew itself.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from peyvand.records.documents import queries
from peyvand.web.shared.middleware import SANDBOX_POLICY
from peyvand.web.shared.policy import member_of, public
from peyvand.web.shared.seeing import about


@public()
def file(request: HttpRequest, key: str) -> HttpResponse:
    """The file as it was brought, byte for byte."""
    found = queries.fetch(key, member_of(request))
    if found is None:
        raise Http404
    about(request, found.places)
    answer = _handed(found.data, found.kind)
    # Never empty: a name is always said.
    answer.headers["Content-Disposition"] = str(content_disposition_header(True, found.name))
    return answer


@public()
def page_picture(request: HttpRequest, key: str) -> HttpResponse:
    """The first page, large enough to be read."""
    return _picture(request, key, small=False)


@public()
def small_picture(request: HttpRequest, key: str) -> HttpResponse:
    """The first page, as a list shows it."""
    return _picture(request, key, small=True)


def _picture(request: HttpRequest, key: str, *, small: bool) -> HttpResponse:
    data = queries.picture(key, member_of(request), small=small)
    if data is None:
        raise Http404
    return _handed(data, "image/jpeg")


def _handed(data: bytes, kind: str) -> HttpResponse:
    # Servers take plain words for headers, and no member of an enumeration.
    answer = HttpResponse(data, content_type=str(kind))
    answer.headers["Content-Security-Policy"] = SANDBOX_POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
