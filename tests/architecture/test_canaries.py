"""What is hidden answers as what is missing: a canary in each private word, and a crawler that asks for everything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import LazySettings
from django.db.models import Field
from django.test import Client
from django.utils import timezone
from tests.factories.house import CANARIES, NOBODY, PAIR, House, full_house, opens, public_part
from tests.factories.members import member
from tests.web.addresses import addresses
from tests.web.crawling import asked, crawl, lists, seeds
from tests.web.visitors import VISITORS

from peyvand.records.accounts.grants import Scope
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.agenda.actions import new_calendar
from peyvand.records.agenda.digests import write_digests
from peyvand.records.agenda.models import Digest

pytestmark = pytest.mark.django_db
# Canaries that stand on no page of anybody's: they are looked for all the same.
UNSHOWN = {"qzpasskeynamezq", "qzsittingagentzq"}
WORDLESS = Path(__file__).with_name("wordless.txt")
_WORDS = frozenset({"CharField", "TextField", "JSONField", "EmailField"})
NEVER_TWICE_THE_SAME = frozenset({"/fa/office/account/factors/"})
# How long the ledger is, and its seal, everybody may know: by them it is held to what it said.
_LEDGER = re.compile(r"دفتر \S+ برگ دارد؛ مُهر آن <bdi.*?</bdi>")


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> None:
    settings.HOME = tmp_path


@pytest.fixture
def house() -> House:
    maker = member("maker")
    public_part(maker)
    return full_house(maker)


def leaks(member: Member | None, answers: dict[str, bytes]) -> dict[str, list[str]]:
    """The canaries that somebody found and may not, with the addresses where."""
    return {
        canary: paths
        for canary in CANARIES
        if not opens(member, canary)
        and (paths := [path for path, body in answers.items() if canary.encode() in body and canary not in path])
    }


@pytest.mark.parametrize("who", VISITORS)
def test_nobody_finds_what_is_not_theirs(house: House, who: str) -> None:
    client, somebody = VISITORS[who]()

    assert leaks(somebody, crawl(client, seeds(house))) == {}


@pytest.mark.parametrize("who", VISITORS)
def test_letters_and_calendars_tell_no_more_than_pages(house: House, who: str) -> None:
    assert house
    _, somebody = VISITORS[who]()
    if somebody is None:
        return
    Member.objects.filter(pk=somebody.pk).update(email="somebody@example.org")
    calendar = Client().get(f"/calendar/{new_calendar(by=somebody)}.ics").content

    write_digests(timezone.localdate())

    letters = Digest.objects.filter(member=somebody).values_list("subject", "body")
    assert leaks(somebody, {"calendar": calendar, "letters": " ".join(map(" ".join, letters)).encode()}) == {}


def test_whoever_may_does_find_it(house: House) -> None:
    client, _ = VISITORS["administrator"]()

    answers = b"".join(crawl(client, seeds(house)).values())

    unseen = {one for one, (needed, _) in CANARIES.items() if needed != NOBODY and one.encode() not in answers}
    assert unseen == UNSHOWN


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("partner of the bond", {"partnerfile", "partnerscan", "partnertitle"}),
        ("officer of the city", {"casereason", "contactname", "internaltitle", "lettertext", "proposedtext", "sender"}),
    ],
)
def test_a_part_of_the_office_is_whole_for_whom_it_is_open(house: House, who: str, expected: set[str]) -> None:
    client, _ = VISITORS[who]()

    answers = b"".join(crawl(client, seeds(house)).values())

    found = {word for word in CANARIES if word.encode() in answers}
    assert {f"qz{name}zq" for name in expected} <= found
    assert who != "partner of the bond" or len(found) == len(expected)


STRANGERS = ("nobody", "council_reader", "officer of another city", "head of another city", "partner of another bond")


@pytest.mark.parametrize("who", STRANGERS)
def test_what_is_hidden_is_byte_for_byte_what_is_missing(house: House, who: str) -> None:
    client, somebody = VISITORS[who]()
    differing = {}
    for address in addresses():
        if "<" not in address.route or "GET" not in address.view.policy.methods:
            continue
        missing = asked(client, address.path)
        for path in address.paths(hidden_from(somebody, house)):
            if asked(client, path).replace(path.encode(), address.path.encode()) != missing:
                differing[path] = address.name

    assert differing == {}


def hidden_from(somebody: Member | None, house: House) -> dict[str, Sequence[str]]:
    """The numbers and keys of what somebody may not see."""
    if somebody and may(somebody, "source.see_internal", places=PAIR):
        return {"capture": (house.proposed,), "key": house.keys}
    members = somebody and may(somebody, "member.see")
    numbers = {house.case.pk, house.contact.pk, house.registered.pk, house.watch.pk} - {somebody and somebody.pk}
    return {
        "slug": ("freiburg--isfahan", "freiburg"),
        "capture": (house.letter, house.proposed, house.upload),
        "key": (*house.keys, house.document.key, house.shared.key),
        "number": () if members else tuple(map(str, numbers)),
        "grant": (str(house.numbers.grant),),
    }


@pytest.mark.parametrize("who", ["nobody", "officer of another city", "partner of another bond", "partner"])
def test_what_is_hidden_changes_no_list_and_no_count(who: str) -> None:
    maker = member("maker")
    public_part(maker)
    client, _ = VISITORS[who]()
    before = {path: told(client, path) for path in lists() if path not in NEVER_TWICE_THE_SAME}

    full_house(maker)

    assert {path for path, answer in before.items() if told(client, path) != answer} == set()


def told(client: Client, path: str) -> str:
    return _LEDGER.sub("", asked(client, path).decode("utf-8", "replace"))


def test_the_crawl_would_see_a_check_that_is_missing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    client, somebody = VISITORS["officer of another city"]()
    monkeypatch.setattr(Scope, "covers", lambda *_: True)
    found = crawl(client, seeds(house))
    monkeypatch.undo()

    assert len(leaks(somebody, found)) > 3


def test_every_column_of_words_has_a_canary_or_holds_no_words(house: House) -> None:
    """A new table has to bring its canaries, or a line in `wordless.txt` that says that it holds none."""
    assert house
    bare = {name for name, values in _columns() if not any(canary in values for canary in CANARIES)}

    assert bare == set(WORDLESS.read_text("utf-8").split())


def _columns() -> Iterator[tuple[str, str]]:
    """Each column that could hold words, with all that stands in it."""
    for model in apps.get_models():
        if model.__module__.startswith("peyvand"):
            for field in model._meta.get_fields():
                if isinstance(field, Field) and field.get_internal_type() in _WORDS:
                    values = model._default_manager.values_list(field.attname, flat=True)
                    yield f"{model._meta.label}.{field.name}", " ".join(map(_written, values))


def _written(value: object) -> str:
    return str(value)
