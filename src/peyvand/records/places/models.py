"""The addresses of places. What a place is, the gazetteer knows."""

from __future__ import annotations

from django.db import models

from peyvand.adapters.engines import AppendOnly


class PlaceSlug(models.Model):
    """A place's word in addresses. Rows are only added: an address once published never changes its meaning."""

    place_id = models.CharField(max_length=60, primary_key=True)
    slug = models.CharField(max_length=120, unique=True)

    def __str__(self) -> str:
        return self.slug


GUARDS = (AppendOnly("places_placeslug", ("place_id", "slug")),)
