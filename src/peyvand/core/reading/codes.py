"""The closed vocabularies of a Reading beside those of statements: fields of cooperation, bodies, and roles."""

from __future__ import annotations

AREAS = (
    "agriculture", "culture", "economy", "education", "emergency", "energy", "environment", "food", "handicrafts",
    "health", "heritage", "housing", "industry", "media", "quality_of_life", "religion", "science", "sport",
    "sustainable_development", "technology", "tourism", "trade", "transport", "urban_management", "urban_services",
    "waste", "water", "youth",
)  # fmt: skip
# Any other body is ``other:`` with its English name.
AUTHORITIES = (
    "city_council", "interior_ministry", "foreign_ministry", "president", "governor", "government", "parliament",
    "province", "municipality", "ministry",
)  # fmt: skip
OTHER_AUTHORITY = "other:"
OTHER_ROLE = "other"
ROLES = (
    "mayor", "deputy_mayor", "council_chair", "council_vice_chair", "council_member", "council_speaker",
    "international_director", "governor", "deputy_governor", "minister", "deputy_minister", "ambassador", "consul",
    "president", "deputy", "head", "director", "member", "spokesperson", "expert", OTHER_ROLE,
)  # fmt: skip
