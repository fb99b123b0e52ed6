"""Who gives leave in an approval: the bodies named beside it, one approval for each."""

from __future__ import annotations

from collections.abc import Sequence

from peyvand.core.reading.authorities import AuthorityMention, AuthorityWords, find_authorities
from peyvand.core.reading.trigger import Trigger
from peyvand.core.text import Folded, Span

COUNCIL = "city_council"
# A municipality brings the bill; it is who gives leave only where no other body is named.
_BRINGS = ("municipality",)


def authorities_of(trigger: Trigger, folded: Folded, words: AuthorityWords) -> tuple[AuthorityMention | None, ...]:
    """The bodies of an approval; a nameless council where it is a vote on a bill; (None,) where nobody is named."""
    line = trigger.sentence.line
    clause = Span(line.starts[trigger.clause.first], line.stops[trigger.clause.stop - 1])
    found = _deciding(find_authorities(folded, words, clause))
    if found:
        return tuple(_beside(trigger, found, folded))
    if trigger.head.has("vote"):
        return (AuthorityMention(trigger.head.span, COUNCIL),)
    before = _deciding(find_authorities(folded, words, Span(trigger.sentence.span.start, clause.start)))
    if before:
        return (before[-1],)
    if trigger.sentence.has("vote", "bill"):
        return (AuthorityMention(trigger.head.span, COUNCIL),)
    return (None,)


def _deciding(found: Sequence[AuthorityMention]) -> list[AuthorityMention]:
    return [mention for mention in found if mention.type not in _BRINGS]


def _beside(trigger: Trigger, found: Sequence[AuthorityMention], folded: Folded) -> list[AuthorityMention]:
    """The body nearest to the head, with those joined to it by commas and «و»."""
    head = trigger.head.span
    at = min(range(len(found)), key=lambda i: max(found[i].span.start - head.stop, head.start - found[i].span.stop))
    first = last = at
    while first > 0 and _are_joined(found[first - 1], found[first], folded):
        first -= 1
    while last + 1 < len(found) and _are_joined(found[last], found[last + 1], folded):
        last += 1
    kinds: dict[str, AuthorityMention] = {}
    for mention in found[first : last + 1]:
        kinds.setdefault(mention.type, mention)
    return list(kinds.values())


def _are_joined(earlier: AuthorityMention, later: AuthorityMention, folded: Folded) -> bool:
    between = folded.text[earlier.span.stop : later.span.start]
    return len(between) <= 12 and len(between.split()) <= 2
