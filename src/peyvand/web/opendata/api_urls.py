"""Addresses for programs, without a language."""

from __future__ import annotations

from django.urls import path

from peyvand.web.opendata import api

app_name = "api"
urlpatterns = [path("search/", api.found, name="search")]
