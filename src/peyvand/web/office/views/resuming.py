"""What a member had typed when they had to sign in or to show who they are, offered once they have."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from peyvand.web.shared.forms import typed
from peyvand.web.shared.kept import forget_form, kept_form
from peyvand.web.shared.policy import needs, signed_in
from peyvand.web.shared.rendering import page


@needs("office.enter", "GET", "HEAD", "POST")
def resume(request: HttpRequest) -> HttpResponse:
    """The form once more, to be sent or given up; the office's door where none waits."""
    if request.method == "POST":
        typed(request)
        forget_form(request)
    kept = kept_form(request, signed_in(request).pk)
    if kept is None:
        return HttpResponseRedirect(reverse("office:door"))
    return page(request, "office/resume.html", {"kept": kept})
