"""Addresses of the office, under each language."""

from __future__ import annotations

from django.urls import path

from peyvand.web.office.views import correction, desk, inbox, session

app_name = "office"
urlpatterns = [
    path("", inbox.door, name="door"),
    path("sign-in/", session.sign_in, name="sign_in"),
    path("sign-out/", session.sign_out, name="sign_out"),
    path("inbox/", inbox.inbox, name="inbox"),
    path("paste/", inbox.paste, name="paste"),
    path("inbox/<str:capture>/", desk.desk, name="desk"),
    path("inbox/<str:capture>/<str:key>/judge/", desk.judge, name="judge"),
    path("inbox/<str:capture>/<str:key>/correct/", correction.correct, name="correct"),
]
