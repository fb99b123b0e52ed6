"""Every address of the site."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("", include("peyvand.web.shared.urls")),
    path("office/", include("peyvand.web.office.urls")),
    *i18n_patterns(path("", include("peyvand.web.portal.urls"))),
]
