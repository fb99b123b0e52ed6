from __future__ import annotations

from django.urls import path

from peyvand.web.shared import views

app_name = "shared"
urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
]
