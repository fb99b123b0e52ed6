"""What a statement or a claim says, in a few words."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.core.ledger.statement import Statement
from peyvand.records.register.shown import ClaimShown
from peyvand.web.shared.digits import in_language, ordinal
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import AUTHORITIES, EVENTS, INSTRUMENTS, word


def statement_words(said: Statement) -> str:
    """«امضا: خواهرخواندگی»: the kind of event, with the authority or the instrument it was about."""
    kind = word(EVENTS, said.event)
    if said.authority:
        return _("{kind}: {what}").format(kind=kind, what=word(AUTHORITIES, said.authority))
    if said.instrument:
        return _("{kind}: {what}").format(kind=kind, what=word(INSTRUMENTS, said.instrument))
    return kind


def claim_words(shown: ClaimShown, naming: Naming) -> str:
    """«کازان، شانزدهمین خواهرخواندهٔ اصفهان»."""
    city, n = naming.place(shown.city), shown.claim.n
    if shown.claim.kind == "ordinal" and shown.partner:
        return _("{partner}: the {nth} sister city of {city}").format(
            partner=naming.place(shown.partner), nth=ordinal(n, naming.language), city=city
        )
    if shown.claim.kind == "ordinal":
        return _("the {nth} sister city of {city}").format(nth=ordinal(n, naming.language), city=city)
    return ngettext("{city} has {n} sister city", "{city} has {n} sister cities", n).format(
        city=city, n=in_language(n, naming.language)
    )
