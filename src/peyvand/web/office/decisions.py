"""A member's decision as it was typed on a page, and what it comes to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.words import SourceKind
from peyvand.lexicon.asking import places_named
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.drafts import SourceDraft
from peyvand.records.ledger.redacting import CannotRedact
from peyvand.records.places.queries import place_of
from peyvand.records.register import deciding
from peyvand.records.register.deciding import CannotDecide
from peyvand.records.register.redacting import redact
from peyvand.web.shared.dates import typed_extent
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import Words

_LONGEST = 1000
_LONGEST_TEXT = 200_000
_MOST_NAMESAKES = 8


class Several(CannotDecide):
    """A name that several places bear; ``places`` are they."""

    def __init__(self, name: str, places: tuple[Place, ...]) -> None:
        super().__init__(_("Several places bear this name. Choose one."))
        self.name = name
        self.places = places


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of a form, read with what is wrong in them as `CannotDecide`."""

    form: QueryDict
    naming: Naming
    by: Member
    reason: str

    def word(self, name: str) -> str:
        """What was typed in one field."""
        return self.form.get(name, "").strip()[:_LONGEST]

    def on(self) -> list[str]:
        """The ids of the places that the page is on."""
        return self.form.getlist("on")[:2]

    def place(self, name: str) -> str:
        """The id of the place that was typed by its name, address or id, or chosen among namesakes."""
        if chosen := self.word(f"{name}_place"):
            return chosen
        typed = self.word(name)
        found = places_named(place_of(typed) or typed, self.naming.gazetteer)[:_MOST_NAMESAKES]
        if not found:
            raise CannotDecide(_("No place of this name is known."))
        if len(found) > 1:
            raise Several(name, found)
        return found[0].id

    def date(self, name: str) -> str | None:
        """A date as EDTF, None where nothing was typed."""
        typed = self.word(name)
        extent = typed_extent(typed) if typed else None
        if typed and extent is None:
            raise CannotDecide(_("This is no date."))
        return extent


def places_of_form(what: str, form: QueryDict, naming: Naming, by: Member) -> list[str]:
    """The ids of the places whose pages a form of this name may change. Raises `CannotDecide`."""
    typed = Typed(form, naming, by, "")
    named = [typed.place("other")] if any(name == "other" for name, _label in FORMS[what].fields) else []
    return [*typed.on(), *named]


def decide(what: str, form: QueryDict, naming: Naming, by: Member) -> None:
    """Do what the form of this name asks for. Raises `CannotDecide` or `NotAllowed`."""
    FORMS[what].act(Typed(form, naming, by, form.get("reason", "").strip()[:_LONGEST]))


def _settle(typed: Typed) -> None:
    deciding.settle(typed.word("mark"), typed.on(), by=typed.by, reason=typed.reason)


def _regroup(typed: Typed) -> None:
    act = deciding.split_event if typed.word("how") == "split" else deciding.merge_events
    act(typed.form.getlist("statement"), by=typed.by, reason=typed.reason)


def _revoke(typed: Typed) -> None:
    deciding.revoke(typed.word("key"), by=typed.by, reason=typed.reason)


def _same(typed: Typed) -> None:
    deciding.same_place(typed.place("other"), _here(typed), by=typed.by, reason=typed.reason)


def _successor(typed: Typed) -> None:
    date = typed.date("date")
    if date is None:
        raise CannotDecide(_("This is no date."))
    deciding.succession(_here(typed), typed.place("other"), date, by=typed.by, reason=typed.reason)


def _renamed(typed: Typed) -> None:
    deciding.former_name(
        _here(typed),
        typed.word("name"),
        language=typed.naming.language,
        until=typed.date("until"),
        by=typed.by,
        reason=typed.reason,
    )


def _network(typed: Typed) -> None:
    deciding.name_network({"fa": typed.word("fa"), "en": typed.word("en")}, by=typed.by, reason=typed.reason)


def _membership(typed: Typed) -> None:
    quote = typed.word("quote")
    text = typed.form.get("text", "").replace("\r\n", "\n").replace("\r", "\n").strip()[:_LONGEST_TEXT] or quote
    title = typed.word("title")
    source = SourceDraft(text=text, name=title, title=title, kind=SourceKind.ARTICLE, public=True)
    deciding.change_membership(
        typed.word("network"),
        typed.place("other"),
        typed.word("change"),
        by=typed.by,
        quote=quote,
        source=source,
        date=typed.date("date"),
        reason=typed.reason,
    )


def _redact(typed: Typed) -> None:
    if not typed.form.get("sure"):
        raise CannotDecide(_("What is struck out never comes back. Say that you know it."))
    try:
        redact(typed.word("capture"), typed.word("words"), by=typed.by, reason=typed.reason)
    except CannotRedact as fault:
        raise CannotDecide(str(fault)) from fault


def _here(typed: Typed) -> str:
    return next(iter(typed.on()), "")


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the permission that it needs, what it does, and the fields that are shown again, each with its label,
    where that could not be done."""

    permission: str
    act: Callable[[Typed], None]
    fields: tuple[tuple[str, Words], ...]

    @property
    def known(self) -> tuple[str, ...]:
        """Every field that the form may have: those that are shown, and what its page says with it."""
        return (*(name for name, _label in self.fields), *_SAID_BY_PAGES)


# What pages send along: where they are, what is chosen on them, and whether to show first what would change.
_SAID_BY_PAGES = (
    *("on", "next", "preview", "reason", "sure", "other_place"),
    *("mark", "statement", "how", "key", "network", "change", "capture"),
)
_REASON: tuple[str, Words] = ("reason", gettext_lazy("Reason"))
_DATE: tuple[str, Words] = ("date", gettext_lazy("Date"))
FORMS = {
    "settle": Form("finding.settle", _settle, (_REASON,)),
    "regroup": Form("event.regroup", _regroup, (_REASON,)),
    # Who may take which decision back is asked when it is known which.
    "revoke": Form("statement.see_proposed", _revoke, (_REASON,)),
    "same": Form("place.identify", _same, (("other", gettext_lazy("The other entry’s name, address or id")), _REASON)),
    "successor": Form(
        "place.identify", _successor, (("other", gettext_lazy("The place that followed")), _DATE, _REASON)
    ),
    "renamed": Form(
        "place.identify",
        _renamed,
        (("name", gettext_lazy("Former name")), ("until", gettext_lazy("Until (may be empty)")), _REASON),
    ),
    "network": Form(
        "network.keep",
        _network,
        (("fa", gettext_lazy("Name in Persian")), ("en", gettext_lazy("Name in English")), _REASON),
    ),
    "redact": Form("personal.erase", _redact, (("words", gettext_lazy("The name as it is written")), _REASON)),
    "membership": Form(
        "network.keep",
        _membership,
        (
            ("other", gettext_lazy("Place")),
            _DATE,
            ("title", gettext_lazy("Title of the source")),
            ("quote", gettext_lazy("The source’s own words that say it")),
            ("text", gettext_lazy("The source’s text (empty: these words alone)")),
        ),
    ),
}
