"""Presenting without a database: the bonds of `tests.factories.telling`, with names for their two places."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation
from tests.factories.telling import OURS, THEIRS

from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.web.shared.naming import Naming

_PLACES = (
    (Place(id=OURS, name="Isfahan", country="IR"), ("اصفهان", "Isfahan")),
    (Place(id=THEIRS, name="Kazan", country="RU"), ("کازان", "Kazan")),
)


@pytest.fixture
def fa() -> Iterator[Naming]:
    """A Persian page."""
    with translation.override("fa"):
        yield Naming(Gazetteer.of(_PLACES), "fa")


@pytest.fixture
def en() -> Iterator[Naming]:
    """An English page."""
    with translation.override("en"):
        yield Naming(Gazetteer.of(_PLACES), "en")
