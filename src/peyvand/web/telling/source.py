"""The source page: the captured text as it is, with what was read in it marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.core.text import Part, Span
from peyvand.records.register.shown import SourceShown, SourceView
from peyvand.web.shared.dates import day
from peyvand.web.shared.direction import CONTROLS, runs_rtl, spell_controls
from peyvand.web.shared.marks import Marked, Note, Paragraph, anchor_of, paragraphs
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.saying import claim_words, statement_words
from peyvand.web.shared.words import AREAS, MODALITIES, SOURCE_KINDS, word
from peyvand.web.telling.colophon import colophon
from peyvand.web.telling.pages import SourcePage

_AREA = "open"


def source_page(view: SourceView, parts: Iterable[tuple[Span, Part]], naming: Naming) -> SourcePage:
    """Everything the source page shows; ``parts`` say where the text's title, lead and furniture are."""
    source = view.source
    rtl = runs_rtl(view.text, source.language)
    marked = [*_statements(view, naming), *_claims(view, naming), *_areas(view)]
    return SourcePage(
        title=spell_controls(source.title or source.name),
        language=source.language or ("fa" if rtl else "en"),
        rtl=rtl,
        facts=tuple(_facts(source, naming)),
        paragraphs=tuple(_shortened(one) for one in paragraphs(view.text, marked, parts)),
        statements=len(view.statements),
        fingerprint=source.capture,
        controls=len(CONTROLS.findall(view.text)),
        colophon=colophon(len(view.statements), 1, view.when.head, naming.language),
    )


def _facts(source: SourceShown, naming: Naming) -> Iterator[tuple[str, str]]:
    yield _("Kind"), word(SOURCE_KINDS, source.kind)
    if source.publisher:
        yield _("Publisher"), spell_controls(source.publisher)
    if source.published:
        said = day(source.published, naming.language)
        yield _("Published"), _("{main} ({beside})").format(main=said.main, beside=said.beside)
    else:
        yield _("Published"), _("not known")
    received = day(source.received_at.date(), naming.language)
    yield _("Received"), _("{main} ({beside})").format(main=received.main, beside=received.beside)
    if not source.public:
        yield _("Seen by"), _("the office only")


def _shortened(paragraph: Paragraph) -> Paragraph:
    """The areas that one paragraph names, in one note."""
    areas = [note for note in paragraph.notes if note.state == _AREA]
    if len(areas) < 2:
        return paragraph
    comma = _("{first}, {second}")
    words = areas[0].words
    for note in areas[1:]:
        words = comma.format(first=words, second=note.words)
    others = tuple(note for note in paragraph.notes if note.state != _AREA)
    return replace(paragraph, notes=(*others, replace(areas[0], words=words, state_word=_("areas of cooperation"))))


def _statements(view: SourceView, naming: Naming) -> Iterator[Marked]:
    alone = len({shown.resolution.places for shown in view.statements}) == 1
    for shown in view.statements:
        a, b = shown.resolution.places
        slug = view.bonds.get((a, b)) or view.bonds.get((b, a))
        what = statement_words(shown.statement)
        # A source on one bond need not name it at every mark.
        words = what if alone else _("{what}, {a} and {b}").format(what=what, a=naming.place(a), b=naming.place(b))
        note = Note(
            anchor=anchor_of(shown.span),
            words=words,
            state=str(shown.statement.modality),
            state_word=word(MODALITIES, shown.statement.modality),
            href=reverse("portal:bond", args=[slug]) if slug else "",
        )
        yield Marked(span=shown.span, note=note)


def _claims(view: SourceView, naming: Naming) -> Iterator[Marked]:
    for claim in view.claims:
        place = view.places.get(claim.city)
        note = Note(
            anchor=anchor_of(claim.span),
            words=claim_words(claim, naming),
            state="contested",
            state_word=_("a claim on a count"),
            href=reverse("portal:city", args=[place.slug]) if place and place.slug else "",
        )
        yield Marked(span=claim.span, note=note)


def _areas(view: SourceView) -> Iterator[Marked]:
    for area in view.areas:
        note = Note(
            anchor=anchor_of(area.span),
            words=word(AREAS, area.claim.area),
            state=_AREA,
            state_word=_("area of cooperation"),
        )
        yield Marked(span=area.span, note=note)
