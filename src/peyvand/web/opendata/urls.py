"""Addresses of the files to take away, under each language."""

from __future__ import annotations

from django.urls import path

from peyvand.web.opendata import documents, views

app_name = "opendata"
urlpatterns = [
    path("data/", views.data, name="data"),
    path("data/ledger/", views.ledger, name="ledger"),
    path("data/<slug:form>/", views.register, name="register"),
    path("documents/<str:key>/", documents.file, name="document"),
    path("documents/<str:key>/page/", documents.page_picture, name="document_page"),
    path("documents/<str:key>/small/", documents.small_picture, name="document_small"),
    path("cities/<slug:slug>/data/<slug:form>/", views.city, name="city"),
]
