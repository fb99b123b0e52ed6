"""Statements in the source's own words; with ``evidence``, ``acting``, ``venue`` and ``speakers``."""

from __future__ import annotations

import pytest
from tests.factories.towns import cast, hits, only, page, reading, sentence, words

from peyvand.core.ledger.words import Event
from peyvand.core.reading.acting import acts_of, sides_of
from peyvand.core.reading.drafting import drafts_of
from peyvand.core.reading.evidence import LONGEST, evidence_of
from peyvand.core.reading.persons.speakers import says, speakers_of
from peyvand.core.reading.proposing import propose
from peyvand.core.reading.venue import venue_of

LONG = (
    "شهردار کاشمر که "
    + "بسیار " * 40
    + "خندید گفت: پیمان خواهرخواندگی کاشمر "
    + "و دیگر چیزها " * 12
    + "و اوش امضا شد."
)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("کاشمر و اوش خواهرخوانده شدند.", "کاشمر و اوش خواهرخوانده شدند"),
        ("و کاشمر با اوش خواهرخوانده شد.", "کاشمر با اوش خواهرخوانده شد"),
        ("شهردار آمد و کاشمر با اوش خواهرخوانده شد.", "کاشمر با اوش خواهرخوانده شد"),
        ("كاشمر با اوش خواهر خوانده شد، آري.", "كاشمر با اوش خواهر خوانده شد"),
    ],
)
def test_evidence_is_the_clause_verbatim(text: str, evidence: str) -> None:
    assert only(text).evidence.text == evidence


def test_evidence_is_short() -> None:
    (hit,) = hits(LONG)
    span = evidence_of(hit.trigger, page(LONG).folded)
    assert span.stop - span.start <= LONGEST
    assert "امضا شد" in span.of(LONG)


@pytest.mark.parametrize(
    ("text", "acts", "sides"),
    [
        ("کاشمر و اوش خواهرخوانده شدند.", (0, 1), (0, 1)),
        ("شورای شهر کاشمر خواهرخواندگی با اوش را تصویب کرد.", (0,), (0,)),
        ("شهردار اوش به شهردار کاشمر پیشنهاد خواهرخواندگی داد.", (1,), (0, 1)),
        ("شهردار کاشمر به اوش سفر کرد.", (0,), (0, 1)),
        ("کاشمر و اوش خواهرخوانده‌اند.", (), (0, 1)),
    ],
)
def test_who_acts_and_whose_standing_it_is(text: str, acts: tuple[int, ...], sides: tuple[int, ...]) -> None:
    statement = only(text).statement
    assert (statement.acts, statement.sides) == (acts, sides)


def test_what_one_side_does_alone_is_its_own() -> None:
    (hit,) = hits("پیمان خواهرخواندگی کاشمر و اوش لغو شد.")
    assert acts_of(hit.trigger, hit.pair, None) == ()
    assert [sides_of(event, (1,)) for event in (Event.TERMINATION, Event.SIGNING)] == [(1,), (0, 1)]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("پیمان خواهرخواندگی کاشمر و اوش در تالار شهر امضا شد.", "تالار شهر"),
        ("پیمان خواهرخواندگی کاشمر و اوش در کاخ سپید امضا شد.", "کاخ سپید"),
        ("پیمان خواهرخواندگی کاشمر و اوش امضا شد.", None),
        ("پیمان خواهرخواندگی کاشمر و اوش درباره تالار شهر امضا شد.", None),
    ],
)
def test_where_it_took_place_is_told_in_the_texts_words(text: str, venue: str | None) -> None:
    (hit,) = hits(text)
    span = venue_of(hit.trigger)
    assert (page(text).folded.quote(span) if span else None) == venue


def speakers(text: str) -> list[str | None]:
    return [proposal.statement.speaker for proposal in reading(text).statements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("پرویز ایلخانی، شهردار کاشمر، گفت: با اوش پیمان خواهرخواندگی بستیم.", ["پرویز ایلخانی"]),
        ("پرویز ایلخانی، شهردار کاشمر، آمد. وی گفت: با اوش پیمان خواهرخواندگی بستیم.", [None]),
        ("پرویز ایلخانی، شهردار کاشمر، گفت: خوش آمدید. وی افزود: با اوش پیمان خواهرخواندگی بستیم.", ["پرویز ایلخانی"]),
        ("کاشمر با اوش خواهرخوانده شد و پرویز ایلخانی، شهردار کاشمر، گفت: خوشحالم.", [None]),
    ],
)
def test_who_says_it(text: str, found: list[str | None]) -> None:
    assert speakers(text) == found


@pytest.mark.parametrize(("text", "introduces"), [("او گفت.", True), ("او اعلام کرد.", True), ("او رفت.", False)])
def test_predicates_that_introduce_words(text: str, introduces: bool) -> None:
    said = sentence(text)
    assert says(said.verbs[0], said) is introduces


def test_speech_carries_on_in_its_paragraph_alone() -> None:
    text = "پرویز ایلخانی، شهردار کاشمر، گفت: خوش آمدید. باران می‌بارد.\n\nباد می‌وزد."
    people = reading(text).people
    read = page(text)
    spoken = speakers_of(read.sentences, people, read.folded)
    assert [spoken.get(one.at, (0, ""))[1] for one in read.sentences] == ["پرویز ایلخانی", "پرویز ایلخانی", ""]


def test_a_proposal_tells_why() -> None:
    proposal = only("کاشمر و اوش خواهرخوانده شدند.")
    assert dict(proposal.reasons) == {
        "step": "خواهرخوانده", "verb": "شدند", "modality": "past", "pair": "named",
    }  # fmt: skip


def test_a_council_is_that_of_the_city_that_acts() -> None:
    proposal = only("شورای شهر کاشمر خواهرخواندگی با اوش را تصویب کرد.")
    assert proposal.authority_place is not None
    assert proposal.authority_place.name == "Kashmar"
    assert proposal.statement.authority == "city_council"
    ministry = only("وزارت کشور با خواهرخواندگی کاشمر و اوش موافقت کرد.")
    assert ministry.authority_place is None


def test_places_are_said_as_in_the_text() -> None:
    text = "شهرداريهاي كاشمر و باتومي خواهرخوانده شدند."
    read, who = page(text), cast(text)
    (draft,) = drafts_of(read, hits(text), who, words().authorities, None)
    proposal = propose(read, draft, who, "capture", {0: (0, "پرویز")})
    assert proposal.statement.places == ("كاشمر", "باتومي")
    assert (proposal.statement.capture, proposal.statement.speaker) == ("capture", "پرویز")
