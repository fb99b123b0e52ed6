"""Addresses of the files to take away, under each language."""

from __future__ import annotations

from django.urls import path

from peyvand.web.opendata import views

app_name = "opendata"
urlpatterns = [
    path("data/", views.data, name="data"),
    path("data/ledger/", views.ledger, name="ledger"),
    path("data/<slug:form>/", views.register, name="register"),
    path("cities/<slug:slug>/data/<slug:form>/", views.city, name="city"),
]
