"""A claimed number beside the register's own, partner by partner."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.core.ledger.counts import Difference
from peyvand.web.portal.pages import Explained
from peyvand.web.portal.present.words import COUNT_REASONS, RULES
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import word


def explained(differences: Iterable[Difference], naming: Naming) -> tuple[Explained, ...]:
    """One claim by each rule: who counted on its day, in the order of their ties, and who did not, and why."""
    return tuple(
        Explained(
            rule=str(RULES[one.rule][0]),
            words=_number(one, naming),
            counted=tuple(
                (naming.place(member.place), member.place == one.partner) for member in one.members if member.counts
            ),
            left_out=tuple(
                (naming.place(member.place), word(COUNT_REASONS, member.reason))
                for member in one.members
                if not member.counts
            ),
        )
        for one in differences
    )


def _number(one: Difference, naming: Naming) -> str:
    language, least, most, gap = naming.language, one.counted.least, one.counted.most, abs(one.gap)
    words = _("{number}, as claimed")
    if one.gap > 0:
        words = ngettext("{number}: {gap} city fewer than claimed", "{number}: {gap} cities fewer than claimed", gap)
    elif one.gap < 0:
        words = ngettext("{number}: {gap} city more than claimed", "{number}: {gap} cities more than claimed", gap)
    number = str(least) if least == most else f"{least}–{most}"
    return words.format(number=in_language(number, language), gap=in_language(gap, language))
