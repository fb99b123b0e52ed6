"""What waits, as lines of the inbox and cards of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.core.ledger.verdict import Status
from peyvand.records.intake.queries import Desk, Item, ProposalView, Waiting
from peyvand.records.register.shown import ClaimShown, StatementShown
from peyvand.web.shared.dates import When, day, when
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import foreign, runs_rtl, spell_controls
from peyvand.web.shared.marks import Marked, Note, Paragraph, anchor_of, paragraphs
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.parts import parts_of
from peyvand.web.shared.quoting import around
from peyvand.web.shared.saying import claim_words, statement_words
from peyvand.web.shared.words import AREAS, MODALITIES, PARTS, word

STATUSES = {
    Status.OPEN: gettext_lazy("Waits for a verdict"),
    Status.ACCEPTED: gettext_lazy("Accepted"),
    Status.REJECTED: gettext_lazy("Rejected"),
    Status.WITHDRAWN: gettext_lazy("Verdict taken back; waits again"),
    Status.FORKED: gettext_lazy("Verdicts stand against each other"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    title: str
    publisher: str
    href: str
    waiting: int
    items: int
    received: When


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a member typed on a card, kept when it could not be done; ``fault`` says why not."""

    reason: str = ""
    fault: str = ""
    rejecting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One statement or claim to judge, with its words. ``follows`` is the verdict that the next one answers."""

    key: str
    number: int
    title: str
    state: str
    state_word: str
    facts: tuple[str, ...]
    when: When | None
    quote: tuple[str, str, str]
    anchor: str
    status: Status
    status_words: str
    waits: bool
    follows: str
    judge: str
    correct: str
    typed: Typed = Typed()
    # Numbers of the cards that say something else of the same event over the same words.
    replaces: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    title: str
    publisher: str
    published: When | None
    language: str
    rtl: bool
    capture: str
    public: bool
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]

    @property
    def waiting(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.waits)

    def after(self, key: str) -> Card | None:
        """The next card that waits, from this one on and then from the top."""
        at = next((at for at, card in enumerate(self.cards) if card.key == key), 0)
        return next((card for card in (*self.cards[at + 1 :], *self.cards[:at]) if card.waits), None)


def waiting_lines(waiting: Iterable[Waiting], language: str) -> tuple[WaitingLine, ...]:
    """The inbox, line by line."""
    return tuple(
        WaitingLine(
            title=spell_controls(one.source.title or one.source.name),
            publisher=spell_controls(one.source.publisher),
            href=reverse("office:desk", args=[one.source.capture]),
            waiting=one.waiting,
            items=one.items,
            received=day(one.source.received_at.date(), language),
        )
        for one in waiting
    )


def desk_page(desk: Desk, naming: Naming, typed: dict[str, Typed] | None = None) -> DeskPage:
    """A source to judge. ``typed`` is what members typed on cards, by key."""
    source = desk.source
    rtl = runs_rtl(desk.text, source.language)
    numbers = {proposal.item.key: at for at, proposal in enumerate(desk.proposals, start=1)}
    cards = tuple(_card(one, desk, numbers, naming, (typed or {}).get(one.item.key)) for one in desk.proposals)
    marked = [Marked(span=one.item.span, note=_note(numbers[one.item.key], naming)) for one in desk.proposals]
    return DeskPage(
        title=spell_controls(source.title or source.name),
        publisher=spell_controls(source.publisher),
        published=day(source.published, naming.language) if source.published else None,
        language=source.language or ("fa" if rtl else "en"),
        rtl=rtl,
        capture=source.capture,
        public=source.public,
        paragraphs=paragraphs(desk.text, marked, parts_of(desk.text, source.language)),
        cards=cards,
    )


def _note(number: int, naming: Naming) -> Note:
    return Note(anchor="", words="", state="open", state_word="", label=in_language(number, naming.language))


def _card(proposal: ProposalView, desk: Desk, numbers: dict[str, int], naming: Naming, typed: Typed | None) -> Card:
    item = proposal.item
    title, state, state_word = _says(item, naming)
    judged = item.judged
    return Card(
        key=item.key,
        number=numbers[item.key],
        title=title,
        state=state,
        state_word=state_word,
        facts=tuple(_facts(proposal, naming)),
        when=_when(item, naming.language),
        quote=around(desk.text, item.span),
        anchor=anchor_of(item.span),
        status=judged.status,
        status_words=_status_words(item, naming),
        waits=proposal.waits,
        follows=judged.follows or "",
        judge=reverse("office:judge", args=[desk.source.capture, item.key]),
        correct=reverse("office:correct", args=[desk.source.capture, item.key])
        if isinstance(item, StatementShown)
        else "",
        typed=typed or Typed(),
        replaces=tuple(numbers[key] for key in proposal.replaces if key in numbers),
    )


def _says(item: Item, naming: Naming) -> tuple[str, str, str]:
    if isinstance(item, StatementShown):
        modality = item.statement.modality
        return statement_words(item.statement), str(modality), word(MODALITIES, modality)
    if isinstance(item, ClaimShown):
        return claim_words(item, naming), "contested", _("a claim on a count")
    return word(AREAS, item.claim.area), "open", _("area of cooperation")


def _facts(proposal: ProposalView, naming: Naming) -> Iterator[str]:
    yield naming.listed(tuple(place.id for place in proposal.places))
    item = proposal.item
    if not isinstance(item, StatementShown):
        return
    said = item.statement
    if said.speaker:
        yield _("said by {speaker}").format(speaker=foreign(said.speaker))
    if len(said.acts) == 1:
        yield _("by {place}").format(place=naming.place(item.resolution.places[said.acts[0]]))
    if said.date_text:
        yield _("date as said: “{words}”").format(words=foreign(said.date_text))
    yield word(PARTS, said.part)


def _when(item: Item, language: str) -> When | None:
    if isinstance(item, StatementShown) and item.resolution.date:
        return when(item.resolution.date, language)
    return None


def _status_words(item: Item, naming: Naming) -> str:
    judged = item.judged
    words = str(STATUSES[judged.status])
    if judged.by and judged.at:
        words = _("{status}: {member}, {day}").format(
            status=words, member=foreign(judged.by), day=day(judged.at.date(), naming.language).main
        )
    reason = judged.reason.removeprefix("corrected:").strip()
    if judged.reason.startswith("corrected:"):
        _pointer, _space, reason = reason.partition(" ")
        words = _("{words} (corrected)").format(words=words)
    return _("{words} – {reason}").format(words=words, reason=foreign(reason)) if reason else words
