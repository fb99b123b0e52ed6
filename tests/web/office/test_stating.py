"""A statement by hand, and what a decision would change before it is taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN, Said
from tests.web.conftest import Accept

from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake.queries import desk
from peyvand.records.ledger.models import Entry, Source
from peyvand.records.register import queries

SIGNING = Said(words="اصفهان و فرایبورگ خواهرخوانده شدند.", places=(ISFAHAN, FREIBURG), date="2000-10-27")
RESOLUTION = "شورای فرایبورگ تماس رسمی را متوقف کرد."
FORM = {
    "quote": RESOLUTION, "first": "Freiburg", "first_place": FREIBURG.id, "second": "Isfahan",
    "second_place": ISFAHAN.id, "event": "suspension", "modality": "done", "date": "2023-01-31", "concerns": "first",
    "acts": "first", "channel": "official", "authority": "city_council", "code": "END4",
}  # fmt: skip


@pytest.fixture
def resolution(accept: Accept) -> str:
    """The source of a resolution of which the reader has read nothing."""
    accept(SIGNING)
    return accept(title=RESOLUTION, kind=SourceKind.RESOLUTION, published="2023-02-01")


def states() -> list[str]:
    view = queries.bond((FREIBURG.id, ISFAHAN.id))
    assert view
    return [str(side.standing.state) for side in view.bond.sides]


def send(client: Client, capture: str, **form: str):  # type: ignore[no-untyped-def]
    return client.post(f"/en/office/inbox/{capture}/state/", {**FORM, **form})


def test_a_statement_by_hand_is_entered_and_accepted(resolution: str, officer: Member, signed_in: Client) -> None:
    answer = send(signed_in, resolution, reason="متن آلمانی دیده شد")

    assert answer.headers["Location"] == f"/en/office/inbox/{resolution}/#card-1"
    assert sorted(states()) == ["citizens_only", "in_force"]
    found = desk(officer, resolution)
    assert found
    assert found.proposals[0].item.judged.reason == "متن آلمانی دیده شد"


def test_what_it_would_change_is_shown_first(resolution: str, signed_in: Client) -> None:
    before = Entry.objects.count()
    page = send(signed_in, resolution, preview="1").content.decode()

    assert "What it would change" in page
    assert "citizens" in page
    assert 'name="code" value="END4"' in page
    assert (Entry.objects.count(), states()) == (before, ["in_force", "in_force"])


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"quote": "هرگز نگفت"}, "The source does not have these words."),
        ({"first": "Nowherestan", "first_place": ""}, "No place of this name is known."),
        ({"second": "Freiburg", "second_place": FREIBURG.id}, "A bond is between two places."),
        ({"date": "soon"}, "This is no date."),
        ({"event": "coronation"}, "Choose one of the list."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    resolution: str, signed_in: Client, form: dict[str, str], told: str
) -> None:
    answer = send(signed_in, resolution, **form)

    assert (answer.status_code, told in answer.content.decode()) == (422, True)


def test_the_same_twice_is_answered_with_what_stands(resolution: str, signed_in: Client) -> None:
    send(signed_in, resolution)

    assert send(signed_in, resolution).status_code == 409


def test_a_decision_is_shown_before_it_is_taken(accept: Accept, signed_in: Client) -> None:
    accept(SIGNING, Said(places=(ISFAHAN, KAZAN)))
    form = {"on": FREIBURG.id, "other": KAZAN.id, "preview": "1", "next": "/en/cities/freiburg/"}

    page = signed_in.post("/en/office/decide/same/", form).content.decode()

    assert "by the rule “any signed text”" in page
    assert queries.city(KAZAN.id) is not None
    again = signed_in.post("/en/office/decide/same/", {**form, "preview": ""})
    assert again.headers["Location"] == "/en/cities/freiburg/"
    assert queries.bond((ISFAHAN.id, KAZAN.id)) is not None


def test_who_may_not_judge_may_not_state(resolution: str, as_role: Callable[[Role], Client]) -> None:
    assert as_role(Role.PRESS).get(f"/en/office/inbox/{resolution}/state/").status_code == 403


def test_words_that_stand_twice_are_those_that_were_marked(accept: Accept, officer: Member, signed_in: Client) -> None:
    capture = accept(Said(words="دیدار شد."), Said(words="کسی آمد. دیدار شد."), title="خبر")
    text = Source.objects.get(capture=capture).text
    last = text.rindex("دیدار شد.")
    address = f"/en/office/inbox/{capture}/state/"
    assert f'name="at" value="{last}"' in signed_in.get(f"{address}?at={last}&until={last + 9}").content.decode()
    send(signed_in, capture, quote="دیدار شد.", at=str(last))

    found = desk(officer, capture)
    assert found
    assert last in {one.item.span.start for one in found.proposals}
