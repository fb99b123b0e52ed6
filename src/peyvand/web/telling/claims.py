"""A claimed number beside the register's own, partner by partner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.core.ledger.counts import Difference
from peyvand.web.shared.digits import in_language, ordinal
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import word
from peyvand.web.telling.pages import Explained
from peyvand.web.telling.words import COUNT_REASONS, RULES


def explained(differences: Iterable[Difference], naming: Naming) -> tuple[Explained, ...]:
    """One claim by each rule: who counted on its day, in the order of their ties, and who did not, and why."""
    return tuple(
        Explained(
            rule=str(RULES[one.rule][0]),
            words=_number(one, naming),
            counted=tuple(
                (naming.place(member.place), member.place == one.partner) for member in one.members if member.counts
            ),
            left_out=tuple(_left_out(one, naming)),
        )
        for one in differences
    )


def _left_out(one: Difference, naming: Naming) -> Iterator[tuple[str, str]]:
    """Those who do not count, by the reason that they share."""
    places: dict[str, list[str]] = defaultdict(list)
    for member in one.members:
        if not member.counts:
            places[member.reason].append(member.place)
    for reason, without in places.items():
        yield word(COUNT_REASONS, reason), naming.listed(tuple(without))


def _number(one: Difference, naming: Naming) -> str:
    """The register's own number, and by how much the claim differs."""
    language, gap = naming.language, abs(one.gap)
    if one.gap > 0:
        beside = ngettext("{gap} city fewer than claimed", "{gap} cities fewer than claimed", gap)
    elif one.gap < 0:
        beside = ngettext("{gap} city more than claimed", "{gap} cities more than claimed", gap)
    else:
        beside = _("as claimed")
    return _("{number}; {beside}").format(
        number=_own(one, naming), beside=beside.format(gap=in_language(gap, language))
    )


def _own(one: Difference, naming: Naming) -> str:
    language, least, most = naming.language, one.counted.least, one.counted.most
    if one.partner is None or one.kind != "ordinal":
        number = str(least) if least == most else f"{least}–{most}"
        return _("{number} in all").format(number=in_language(number, language))
    counts = any(member.place == one.partner and member.counts for member in one.members)
    words = _("{partner} is the {nth}") if counts else _("{partner} does not count, and would be the {nth}")
    nth = ordinal(least, language)
    if least != most:
        nth = _("{nth} to {last}").format(nth=nth, last=ordinal(most, language))
    return words.format(partner=naming.place(one.partner), nth=nth)
