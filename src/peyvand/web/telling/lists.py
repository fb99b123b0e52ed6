"""The lists of several sources on one city, beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.core.calendar import bounds
from peyvand.core.ledger.matrix import Listed, MatrixRow
from peyvand.core.ledger.words import SourceKind
from peyvand.records.register.lists import ListsView
from peyvand.web.shared.dates import day, year_of
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import spell_controls
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import SOURCE_KINDS, word
from peyvand.web.telling.pages import ListCell, ListHead, ListRow, ListsPage
from peyvand.web.telling.words import RULES


def lists_page(view: ListsView, naming: Naming) -> ListsPage:
    """Everything the page of a city's lists shows."""
    matrix = view.matrix
    heads = tuple(
        ListHead(
            number=number,
            title=spell_controls(source.title or source.publisher or source.capture[:12]),
            href=reverse("portal:source", args=[source.capture]),
            published=day(source.published, naming.language) if source.published else None,
            kind="" if source.kind is SourceKind.DATASET_ROW else word(SOURCE_KINDS, source.kind),
        )
        for number, source in enumerate(matrix.sources, start=1)
    )
    return ListsPage(
        name=naming.place(view.place.place.id),
        slug=view.place.slug,
        sentences=tuple(_sentences(view, naming)),
        heads=heads,
        rows=tuple(_row(row, view, naming) for row in matrix.rows),
        rule=str(RULES[view.counted.rule][0]) if view.counted else "",
        reported=tuple(naming.place(place) for place in matrix.reported),
    )


def _sentences(view: ListsView, naming: Naming) -> Iterator[str]:
    matrix, language = view.matrix, naming.language
    sources, partners = len(matrix.sources), len(matrix.rows)
    yield ngettext("{n} list names {m} in all.", "{n} lists name {m} in all.", sources).format(
        n=in_language(sources, language),
        m=ngettext("{n} partner", "{n} partners", partners).format(n=in_language(partners, language)),
    )
    if sources > 1:
        in_all = sum(row.n == sources for row in matrix.rows)
        alone = sum(row.n == 1 for row in matrix.rows)
        yield _("In every list: {all}; in one alone: {one}.").format(
            all=in_language(in_all, language), one=in_language(alone, language)
        )


def _row(row: MatrixRow, view: ListsView, naming: Naming) -> ListRow:
    slug = view.bonds.get(row.partner)
    sum_words = _("{n} of {m}").format(
        n=in_language(row.n, naming.language), m=in_language(len(row.cells), naming.language)
    )
    return ListRow(
        name=naming.place(row.partner),
        href=reverse("portal:bond", args=[slug]) if slug else "",
        cells=tuple(_cell(cell, naming) for cell in row.cells),
        sum=sum_words,
        counts=view.counted is not None and row.partner in view.counted.places,
    )


def _cell(cell: Listed | None, naming: Naming) -> ListCell:
    if cell is None:
        return ListCell(word=_("not listed"))
    first = bounds(cell.date)[0] if cell.date else None
    year = year_of(first, naming.language) if first else ""
    if cell.dropped:
        return ListCell(state="broken", word=_("no longer listed"), year=year_of(cell.dropped, naming.language))
    return ListCell(state="done", word=_("listed"), year=year)
