"""Addresses of the public pages, under each language."""

from __future__ import annotations

from django.urls import path

from peyvand.web.portal import search, views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="suggest"),
    path("cities/", views.cities, name="cities"),
    path("cities/<slug:slug>/", views.city, name="city"),
    path("cities/<slug:slug>/sources/", views.lists, name="lists"),
    path("networks/", views.networks, name="networks"),
    path("networks/<slug:slug>/", views.network, name="network"),
    path("bonds/<slug:slug>/", views.bond, name="bond"),
    path("sources/<str:capture>/", views.source, name="source"),
    path("how/", views.how, name="how"),
]
