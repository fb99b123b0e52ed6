from __future__ import annotations

from peyvand.core.gazetteer import Level, PlaceMention, Role
from peyvand.core.text import Span


def test_mention_stands_for_itself_unless_told_otherwise() -> None:
    mention = PlaceMention(
        span=Span(0, 3), name="یزد", place=None, candidates=(), level=Level.CITY, reason="unknown:ایران"
    )

    assert (mention.role, mention.country_span) == (Role.PLAIN, None)
