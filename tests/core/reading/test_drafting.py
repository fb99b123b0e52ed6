"""From steps to drafts; with ``instruments`` and ``leave``, for what each is about and who gives leave."""

from __future__ import annotations

import pytest
from tests.factories.towns import cast, hits, page, words

from peyvand.core.ledger.words import Instrument
from peyvand.core.reading.drafting import Draft, drafts_of
from peyvand.core.reading.instruments import instrument_of, tells_instrument
from peyvand.core.reading.leave import authorities_of


def drafts(text: str) -> list[Draft]:
    return list(drafts_of(page(text), hits(text), cast(text), words().authorities, None))


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("پیمان خواهرخواندگی کاشمر و اوش امضا شد.", "sister_city"),
        ("پیمان خواهرشهری کاشمر و اوش امضا شد.", "sister_city"),
        ("تفاهم‌نامه خواهرخواندگی کاشمر و اوش امضا شد.", "sister_city"),
        ("قرارداد دوستی کاشمر و اوش امضا شد.", "friendship"),
        ("یادداشت تفاهم شهرداری‌های کاشمر و اوش امضا شد.", "mou"),
        ("هیئت شهرداری کاشمر به اوش سفر کرد.", None),
    ],
)
def test_the_instrument_is_the_texts_own_word(text: str, instrument: str | None) -> None:
    assert [draft.instrument for draft in drafts(text)] == [instrument]


def test_a_pointing_word_means_the_tie_of_the_pair() -> None:
    first, second = drafts("قرارداد دوستی کاشمر و اوش امضا شد. این سند تمدید می‌شود.")
    assert (first.instrument, second.instrument) == ("friendship", "friendship")
    assert tells_instrument(first.instrument_word)
    assert not tells_instrument(second.instrument_word)


def test_an_instrument_may_be_carried_or_follow_from_the_article() -> None:
    (hit,) = hits("شهرداران کاشمر و اوش سند را امضا کردند.")
    assert instrument_of(hit.trigger, None, is_sisters=True)[0] is Instrument.SISTER_CITY
    assert instrument_of(hit.trigger, Instrument.FRIENDSHIP, is_sisters=True)[0] is Instrument.FRIENDSHIP
    assert instrument_of(hit.trigger, None, is_sisters=False)[0] is Instrument.MOU


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("شورای شهر کاشمر خواهرخواندگی با اوش را تصویب کرد.", ["city_council"]),
        ("وزارت کشور با خواهرخواندگی کاشمر و اوش موافقت کرد.", ["interior_ministry"]),
        ("وزارت کشور و وزارت امور خارجه با خواهرخواندگی کاشمر و اوش موافقت کردند.",
         ["interior_ministry", "foreign_ministry"]),
        ("لایحه خواهرخواندگی کاشمر و اوش تصویب شد.", ["city_council"]),
        ("خواهرخواندگی کاشمر و اوش تصویب شد.", [None]),
    ],
)  # fmt: skip
def test_each_body_gives_its_own_leave(text: str, bodies: list[str | None]) -> None:
    found = drafts(text)
    assert [draft.authority.type if draft.authority else None for draft in found] == bodies


def test_bodies_are_looked_for_in_the_clause_then_before_it() -> None:
    text = "وزارت کشور نامه را خواند و با خواهرخواندگی کاشمر و اوش موافقت کرد."
    (hit,) = hits(text)
    (body,) = authorities_of(hit.trigger, page(text).folded, words().authorities)
    assert body is not None
    assert body.type == "interior_ministry"


def test_a_draft_knows_its_pair_and_its_part() -> None:
    (draft,) = drafts("کاشمر و اوش خواهرخوانده شدند.")
    assert [place.name for place in draft.places] == ["Kashmar", "Osh"]
    assert draft.ids == {place.id for place in draft.places}
    assert (draft.event, draft.modality, draft.force.name, draft.is_title) == ("signing", "done", "STATED", False)
