"""What waits, as lines of the inbox and cards of the desk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.core.ledger.bond import Witness
from peyvand.core.ledger.verdict import Status
from peyvand.core.ledger.words import SourceKind
from peyvand.records.intake.paging import pages_of
from peyvand.records.intake.queries import Asked, Desk, Item, ProposalView
from peyvand.records.intake.waiting import Waiting
from peyvand.records.register.likeness import EventOn
from peyvand.records.register.shown import ClaimShown, SourceShown, StatementShown
from peyvand.web.shared.dates import When, day, when
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import foreign, runs_rtl, spell_controls
from peyvand.web.shared.marks import Marked, Note, Paragraph, anchor_of, paragraphs
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.paging import Pager, pager
from peyvand.web.shared.parts import parts_of
from peyvand.web.shared.quoting import around
from peyvand.web.shared.saying import claim_words, statement_words
from peyvand.web.shared.words import AREAS, MODALITIES, PARTS, word
from peyvand.web.telling.events import anchor as event_anchor

STATUSES = {
    Status.OPEN: gettext_lazy("Waits for a verdict"),
    Status.ACCEPTED: gettext_lazy("Accepted"),
    Status.REJECTED: gettext_lazy("Rejected"),
    Status.WITHDRAWN: gettext_lazy("Verdict taken back; waits again"),
    Status.FORKED: gettext_lazy("Verdicts stand against each other"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    capture: str
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
class Chosen:
    """The form for chosen cards, kept when it could not be done: their ``numbers``, and ``fault``, which says why."""

    numbers: Collection[int] = ()
    reason: str = ""
    fault: str = ""
    rejecting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Another source's words for the same event."""

    words: str
    language: str
    rtl: bool
    title: str
    published: When | None
    state: str
    state_word: str
    href: str


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
    # What other sources say of the same event, and where the bond tells of it.
    witnesses: tuple[Said, ...] = ()
    event: str = ""
    # Whether its cities are open to the member, who judges nothing of others.
    open: bool = True

    @property
    def choice(self) -> str:
        """How a form names this card and the verdict that it shows."""
        return f"{self.key}:{self.follows}"


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeLine:
    """What was said of the source as a whole, and what may be: ``open`` statements would follow a verdict on it."""

    words: str
    open: int
    follows: str
    judge: str
    standing: bool
    typed: Typed = Typed()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    """``left`` statements of the source wait, on this page or another; ``query`` is what was asked for, as an address
    has it; ``numbers`` are those of the first and the last card."""

    title: str
    # A list has its title of whoever brought it, in whatever language.
    title_language: str
    title_rtl: bool
    publisher: str
    published: When | None
    language: str
    rtl: bool
    capture: str
    public: bool
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]
    whole: WholeLine
    asked: Asked
    pager: Pager
    items: int
    left: int
    query: str
    # The cards that this member has just judged: their verdicts can be taken back at once.
    done: tuple[Card, ...] = ()

    @property
    def is_part(self) -> bool:
        """Whether the source holds more than this page shows."""
        return len(self.cards) < self.items

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
            capture=one.source.capture,
            title=spell_controls(one.source.title or one.source.name),
            publisher=spell_controls(one.source.publisher),
            href=reverse("office:desk", args=[one.source.capture]),
            waiting=one.waiting,
            items=one.items,
            received=day(one.source.received_at.date(), language),
        )
        for one in waiting
    )


def desk_page(
    desk: Desk, naming: Naming, typed: dict[str, Typed] | None = None, done: Collection[int] = ()
) -> DeskPage:
    """A source to judge. ``typed`` is what was typed on cards, by key; ``done`` are numbers of those just judged."""
    source = desk.source
    rtl = runs_rtl(desk.text, source.language)
    title_rtl = runs_rtl(source.title or source.name, source.language)
    typed = typed or {}
    numbers = {proposal.item.key: proposal.number for proposal in desk.proposals}
    query = query_of(desk.asked)
    cards = tuple(_card(one, desk, numbers, naming, typed.get(one.item.key), query) for one in desk.proposals)
    marked = [Marked(span=one.item.span, note=_note(numbers[one.item.key], naming)) for one in desk.proposals]
    return DeskPage(
        title=spell_controls(source.title or source.name),
        title_language=source.language or ("fa" if title_rtl else "en"),
        title_rtl=title_rtl,
        publisher=spell_controls(source.publisher),
        published=day(source.published, naming.language) if source.published else None,
        language=source.language or ("fa" if rtl else "en"),
        rtl=rtl,
        capture=source.capture,
        public=source.public,
        paragraphs=_passages(desk, marked),
        cards=cards,
        whole=_whole(desk, naming, typed.get(source.capture)),
        asked=desk.asked,
        pager=pager(reverse("office:desk", args=[source.capture]), asked_of(desk.asked), desk.asked.page, desk.pages),
        items=desk.items,
        left=desk.waiting,
        query=query,
        done=tuple(card for card in cards if card.number in done and card.follows and not card.waits),
    )


def asked_of(asked: Asked) -> dict[str, str]:
    """What was asked of a desk, as the words of a query; the page apart."""
    return {name: value for name, value in (("state", asked.state), ("q", asked.words)) if value}


def query_of(asked: Asked, done: Iterable[int] = ()) -> str:
    """What was asked of a desk, as an address has it, and the cards just judged; empty where nothing was."""
    query = asked_of(asked) | ({"page": str(asked.page)} if asked.page > 1 else {})
    if judged := "-".join(map(str, done)):
        query["done"] = judged
    return f"?{urlencode(query)}" if query else ""


def desk_address(capture: str, number: int) -> str:
    """Where the card of this number stands."""
    query = query_of(Asked(page=pages_of(number)))
    return f"{reverse('office:desk', args=[capture])}{query}#card-{number}"


def _passages(desk: Desk, marked: list[Marked]) -> tuple[Paragraph, ...]:
    """The text with its marks. A list's rows have no parts; of a text of many pages the lines that this one is on."""
    is_list = desk.source.kind is SourceKind.DATASET_ROW
    told = paragraphs(desk.text, marked, () if is_list else parts_of(desk.text, desk.source.language))
    if desk.items == len(desk.proposals):
        return told
    # The first line names the columns of a list, or the subject of an article.
    return told[:1] + tuple(one for one in told[1:] if any(piece.under for piece in one.pieces))


def _whole(desk: Desk, naming: Naming, typed: Typed | None) -> WholeLine:
    whole = desk.whole
    words = ""
    if whole.at:
        words = _("The source as a whole: {status}: {member}, {day}").format(
            status=STATUSES[whole.status], member=foreign(whole.by), day=day(whole.at.date(), naming.language).main
        )
        if whole.reason:
            words = _("{words} – {reason}").format(words=words, reason=foreign(whole.reason))
    return WholeLine(
        words=words,
        open=desk.open,
        follows=whole.follows or "",
        judge=reverse("office:judge_whole", args=[desk.source.capture]),
        standing=whole.status in (Status.ACCEPTED, Status.REJECTED),
        typed=typed or Typed(),
    )


def _note(number: int, naming: Naming) -> Note:
    return Note(anchor="", words="", state="open", state_word="", label=in_language(number, naming.language))


def _card(
    proposal: ProposalView, desk: Desk, numbers: dict[str, int], naming: Naming, typed: Typed | None, query: str = ""
) -> Card:
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
        judge=reverse("office:judge", args=[desk.source.capture, item.key]) + query,
        correct=reverse("office:correct", args=[desk.source.capture, item.key])
        if isinstance(item, StatementShown)
        else "",
        typed=typed or Typed(),
        replaces=tuple(numbers[key] for key in proposal.replaces if key in numbers),
        witnesses=tuple(_witness(one, source, naming) for one, source in proposal.witnesses),
        event=_event_address(proposal.event) if proposal.event else "",
        open=proposal.open,
    )


def _event_address(on: EventOn) -> str:
    return f"{reverse('portal:bond', args=[on.slug])}#{event_anchor(on.event)}"


def _witness(one: Witness, source: SourceShown, naming: Naming) -> Said:
    rtl = runs_rtl(one.quote, source.language)
    return Said(
        words=spell_controls(one.quote),
        language=source.language or ("fa" if rtl else "en"),
        rtl=rtl,
        title=spell_controls(source.title or source.name),
        published=day(one.published, naming.language) if one.published else None,
        state=str(one.modality),
        state_word=word(MODALITIES, one.modality),
        href=f"{reverse('portal:source', args=[one.capture])}#{anchor_of(one.span)}",
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
