"""Every address of the site."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("", include("peyvand.web.shared.urls")),
    path("", include("peyvand.web.office.outside")),
    path("api/v1/", include("peyvand.web.opendata.api_urls")),
    *i18n_patterns(
        path("", include("peyvand.web.portal.urls")),
        path("", include("peyvand.web.opendata.urls")),
        path("office/", include("peyvand.web.office.urls")),
    ),
]

handler400 = "peyvand.web.shared.errors.bad_request"
handler403 = "peyvand.web.shared.errors.refused"
handler404 = "peyvand.web.shared.errors.not_found"
handler500 = "peyvand.web.shared.errors.failed"
