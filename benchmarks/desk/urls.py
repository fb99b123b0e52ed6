"""The site's addresses and the anchor's."""

from __future__ import annotations

from django.urls import path

from benchmarks.desk.plain import views
from peyvand.config.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500"]
urlpatterns = [path("plain/", views.ties), path("plain/search/", views.search), *urlpatterns]
