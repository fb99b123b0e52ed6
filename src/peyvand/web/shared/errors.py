"""Pages for what went wrong, in the visitor's language. They say nothing of what exists."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from peyvand.web.shared.rendering import frame_of


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: byte for byte the same for what is missing and for what is hidden."""
    del exception
    return _error(request, 404, _("Nothing stands here"), _("There is no such page, or it is not open to you."))


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403 for a member whose role does not give what was asked."""
    del exception
    return _error(request, 403, _("This is not yours to open"), _("Your role does not allow this."))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that does not come from a page of ours, or from one that is too old."""
    del reason
    return _error(
        request, 403, _("The form was not accepted"), _("It was too old, or not ours. Go back, reload and try again.")
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    del exception
    return _error(request, 400, _("This request makes no sense"), _("Something in the address or the form is wrong."))


def busy(request: HttpRequest) -> HttpResponse:
    """503 for a file that others have to be served before."""
    answer = _error(request, 503, _("Please wait a little"), _("Others are taking files just now. Try again soon."))
    answer.headers["Retry-After"] = "20"
    return answer


def too_long(request: HttpRequest, limit: int) -> HttpResponse:
    """422 for a file in a format that has no room for so many rows."""
    words = _("This format holds no more than {limit:,} rows; take another one, or one city at a time.")
    return _error(request, 422, _("Too much for this format"), words.format(limit=limit))


def failed(request: HttpRequest) -> HttpResponse:
    """500: made without the database, which may be what failed."""
    return _error(request, 500, _("Something broke on our side"), _("Nothing was changed. Please try again later."))


def _error(request: HttpRequest, status: int, title: str, words: str) -> HttpResponse:
    frame = frame_of(request)
    with translation.override(str(frame["other_language"])):
        # The address of what is missing would tell a hidden page from a missing one.
        frame["other_address"] = reverse("portal:home")
    context = {**frame, "status": status, "heading": title, "words": words}
    response = HttpResponse(render_to_string("shared/error.html", context, using="jinja2"), status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response
