"""Addresses of the office that other programs ask for, without a language and without signing in."""

from __future__ import annotations

from django.urls import path

from peyvand.web.office.views.agenda import calendar

app_name = "outside"
urlpatterns = [path("calendar/<str:secret>.ics", calendar, name="calendar")]
