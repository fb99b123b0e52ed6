"""Two questions that every page answers: how do we know, and as of when."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.records.ledger.queries import LedgerHead
from peyvand.web.shared.dates import as_typed, day, long_day
from peyvand.web.shared.digits import in_language
from peyvand.web.telling.pages import AsOf, Colophon


def colophon(statements: int, sources: int | None, head: LedgerHead, language: str) -> Colophon:
    """What the page was made from (``sources`` None: not counted), and the ledger it stands on."""
    from_statements = ngettext("{n} statement", "{n} statements", statements).format(
        n=in_language(statements, language)
    )
    if sources is None:
        words = _("Made from {statements}.").format(statements=from_statements)
    else:
        from_sources = ngettext("{n} source", "{n} sources", sources).format(n=in_language(sources, language))
        words = _("Made from {statements} of {sources}.").format(statements=from_statements, sources=from_sources)
    return Colophon(
        words=words,
        ledger=_("The ledger holds {n} entries; its root is").format(n=in_language(head.size, language)),
        root=f"{head.root[:8]}…{head.root[-4:]}",
        whole_root=head.root,
    )


def timeframe(as_of: date, known_at: date | None, today: date, language: str, faults: tuple[str, ...] = ()) -> AsOf:
    """The line under the masthead that says which time the page answers for."""
    if as_of == today:
        words = _("As of today, {day}").format(day=long_day(as_of, language))
    else:
        words = _("As things stood on {day}").format(day=long_day(as_of, language))
    if known_at:
        words = _("{as_of}, as far as it was known on {day}").format(as_of=words, day=day(known_at, language).main)
    return AsOf(
        words=words,
        day=as_typed(as_of, language),
        known=as_typed(known_at, language) if known_at else "",
        is_today=as_of == today and known_at is None,
        faults=faults,
    )
