"""What does not agree, what is missing and what is due, each in a plain sentence with the words it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.core.ledger.bond import Finding
from peyvand.core.ledger.policy import CountRule
from peyvand.core.text import Span
from peyvand.web.shared.dates import when
from peyvand.web.shared.digits import in_language, ordinal
from peyvand.web.shared.direction import foreign, spell_controls
from peyvand.web.shared.marks import anchor_of
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import AUTHORITIES, EVENTS, INSTRUMENTS, LEVELS, MODALITIES, STATES, Words, word
from peyvand.web.telling.pages import FindingNote
from peyvand.web.telling.said import Shelf
from peyvand.web.telling.words import RULES

Details = Mapping[str, str]
DIFFERS = "count_differs"
_MOST_LINKS = 4
_LONGEST_LINK = 70

_TITLES: Mapping[str, Words] = {
    "approval_after_signature": gettext_lazy("Approved only after the signing"),
    "barred_by_law": gettext_lazy("Forbidden by law"),
    "calendars_disagree": gettext_lazy("Two calendars, two days"),
    "club_as_pairs": gettext_lazy("A club stored as pairs"),
    "contested": gettext_lazy("Contested"),
    DIFFERS: gettext_lazy("The count differs"),
    "dates_disagree": gettext_lazy("The sources name different days"),
    "headline_exceeds_body": gettext_lazy("The headline says more than the text"),
    "impossible_order": gettext_lazy("An order that cannot be"),
    "instrument_disagrees": gettext_lazy("The sources name different agreements"),
    "level_mixed": gettext_lazy("Places of different levels"),
    "namesake_suspected": gettext_lazy("Perhaps a namesake"),
    "no_primary_source": gettext_lazy("No document yet"),
    "one_sided": gettext_lazy("Only one side speaks"),
    "order_open": gettext_lazy("The order is open"),
    "planned_past": gettext_lazy("Planned, and the day has passed"),
    "row_withdrawn": gettext_lazy("No longer in its list"),
    "stage_disagrees": gettext_lazy("The sources disagree how far it is"),
    "stale": gettext_lazy("Nothing heard for long"),
    "totals_differ": gettext_lazy("A list does not add up"),
    "two_names": gettext_lazy("One tie under two names"),
    "vague_date_alone": gettext_lazy("Perhaps the same event"),
    "verdict_forked": gettext_lazy("Members judged differently"),
}
# Gaps are said more quietly than contradictions.
_GAPS = frozenset({"no_primary_source", "one_sided", "order_open", "stale", "vague_date_alone"})


_ORDERS: Mapping[str, Words] = {
    "told_before_done": gettext_lazy("A source tells as done what, by its own date, lay ahead when it was published."),
    "before_signing": gettext_lazy("What presupposes a signing is dated before the first signing."),
    "resumed_before_stopped": gettext_lazy("A resumption is dated before the suspension."),
}


def finding_notes(findings: Iterable[Finding], shelf: Shelf, naming: Naming) -> tuple[FindingNote, ...]:
    """Each finding with its sentence, contradictions before gaps."""
    ordered = sorted(findings, key=lambda one: (one.code in _GAPS, one.code, one.key))
    return tuple(finding_note(finding, shelf, naming) for finding in ordered)


def finding_title(code: str) -> str:
    """The heading of findings of a code."""
    return word(_TITLES, code)


def finding_words(finding: Finding, naming: Naming) -> str:
    """The sentence that says the finding; empty for a code that has none."""
    sentence = _SENTENCES.get(finding.code)
    return sentence(dict(finding.details), naming) if sentence else ""


def finding_note(finding: Finding, shelf: Shelf, naming: Naming) -> FindingNote:
    """One finding with its sentence."""
    return FindingNote(
        title=word(_TITLES, finding.code),
        words=finding_words(finding, naming),
        gap=finding.code in _GAPS,
        links=tuple(_links(finding, shelf)),
        mark=finding.mark,
    )


def _links(finding: Finding, shelf: Shelf) -> Iterable[tuple[str, str]]:
    for key in finding.statements[:_MOST_LINKS]:
        if shown := shelf.statements.get(key):
            yield _shortened(shown.quote), _place(shown.capture, shown.span)
        elif claim := shelf.claims.get(key):
            yield _shortened(claim.quote), _place(claim.capture, claim.span)


def _place(capture: str, span: Span) -> str:
    return f"{reverse('portal:source', args=[capture])}#{anchor_of(span)}"


def _shortened(quote: str) -> str:
    words = spell_controls(" ".join(quote.split()))
    return words if len(words) <= _LONGEST_LINK else words[:_LONGEST_LINK].rpartition(" ")[0] + " …"


def _kind(details: Details) -> str:
    return word(EVENTS, details.get("event", ""))


def _dated(edtf: str, naming: Naming) -> str:
    return when(edtf, naming.language).main if edtf not in ("", "?") else _("a day not said")


def _listed(parts: Iterable[str], naming: Naming) -> str:
    return (" و " if naming.language == "fa" else " and ").join(parts)


def _headline(details: Details, naming: Naming) -> str:
    del naming
    title = _tells(details, "title")
    if "body_event" not in details:
        return _("The headline says “{title}”; the text below it says nothing of the kind.").format(title=title)
    return _("The headline says “{title}”; the text below it says no more than “{body}”.").format(
        title=title, body=_tells(details, "body")
    )


def _tells(details: Details, part: str) -> str:
    kind, modality = word(EVENTS, details[f"{part}_event"]), word(MODALITIES, details[f"{part}_modality"])
    instrument = details.get(f"{part}_instrument")
    if instrument:
        return _("{event} of a {instrument}, {modality}").format(
            event=kind, instrument=word(INSTRUMENTS, instrument), modality=modality
        )
    return _("{event}, {modality}").format(event=kind, modality=modality)


def _count(details: Details, naming: Naming) -> str:
    language, n = naming.language, int(details["claimed"])
    counted = [
        _("{n} by “{rule}”").format(n=in_language(details[rule].replace("-", "–"), language), rule=RULES[rule][0])
        for rule in CountRule
        if rule in details
    ]
    facts = {
        "day": _dated(details.get("on", ""), naming),
        "counted": ("؛ " if language == "fa" else "; ").join(counted),
    }
    if details.get("kind") == "ordinal" and details.get("partner"):
        return _("A source calls {partner} the {nth}. As of {day} the register counts: {counted}.").format(
            partner=naming.place(details["partner"]), nth=ordinal(n, language), **facts
        )
    return _("A source counts {n}. As of {day} the register counts: {counted}.").format(
        n=in_language(n, language), **facts
    )


def _dates(details: Details, naming: Naming) -> str:
    days = _listed((_dated(day, naming) for day in details.get("dates", "").split()), naming)
    return _("{event}: {days}.").format(event=_kind(details), days=days)


def _instruments(details: Details, naming: Naming) -> str:
    named = _listed((word(INSTRUMENTS, code) for code in details.get("instruments", "").split()), naming)
    return _("Of one signing the sources say: {instruments}.").format(instruments=named)


def _stage(details: Details, naming: Naming) -> str:
    del details, naming
    return _("By one source the tie stands or has been stopped; a later one speaks as if it had not.")


def _late_approval(details: Details, naming: Naming) -> str:
    del naming
    return _("The approval of the {authority} is dated after the signing that it should have allowed.").format(
        authority=word(AUTHORITIES, details.get("authority", ""))
    )


def _barred(details: Details, naming: Naming) -> str:
    return _("Since {day}, “{law}” forbids {place} this tie. What shows the tie is still shown.").format(
        day=_dated(details.get("since", ""), naming),
        law=foreign(details.get("law", "")),
        place=naming.place(details.get("side", "")),
    )


def _impossible(details: Details, naming: Naming) -> str:
    del naming
    return word(_ORDERS, details.get("order", ""))


def _calendars(details: Details, naming: Naming) -> str:
    del naming
    return _("“{words}” names a day in two calendars, and they are not the same day.").format(
        words=foreign(details.get("date_text", ""))
    )


def _passed(details: Details, naming: Naming) -> str:
    return _("{event} was planned for {day}. No source says that it took place.").format(
        event=_kind(details), day=_dated(details.get("date", ""), naming)
    )


def _vague(details: Details, naming: Naming) -> str:
    return _("{event} ({day}) may be one of several that are dated more exactly; it stands by itself.").format(
        event=_kind(details), day=_dated(details.get("date", ""), naming)
    )


def _contested(details: Details, naming: Naming) -> str:
    if side := details.get("side"):
        return _("A source denies what stands on the side of {place}.").format(place=naming.place(side))
    return _("{event}: one source says it was so, another denies it.").format(event=_kind(details))


def _order_open(details: Details, naming: Naming) -> str:
    return _("On the side of {place}, the dates do not say which came last; the weaker is shown: {state}.").format(
        place=naming.place(details.get("side", "")), state=word(STATES, details.get("shown", ""))
    )


def _one_sided(details: Details, naming: Naming) -> str:
    return _("The tie stands on the side of {side}. From the side of {silent} nothing is on record.").format(
        side=naming.place(details.get("side", "")), silent=naming.place(details.get("silent", ""))
    )


def _no_document(details: Details, naming: Naming) -> str:
    del details, naming
    return _("The tie is known from reports alone: no signed text, resolution or letter, nor either city’s own word.")


def _stale(details: Details, naming: Naming) -> str:
    return _("The last that a source has to say of this tie is of {day}.").format(
        day=_dated(details.get("last_evidence", ""), naming)
    )


def _forked(details: Details, naming: Naming) -> str:
    del details, naming
    return _("Two verdicts of members stand against each other, so the statement is not counted.")


def _club(details: Details, naming: Naming) -> str:
    return _("Of the members of one club a list made {n} pairs, as if each had a tie of its own with each.").format(
        n=in_language(details.get("pairs", ""), naming.language)
    )


def _levels(details: Details, naming: Naming) -> str:
    told = [f"{naming.place(place)} ({word(LEVELS, level)})" for place, level in details.items()]
    return _("The two are of different levels: {places}. One of them may be meant for another.").format(
        places=_listed(told, naming)
    )


def _namesakes(details: Details, naming: Naming) -> str:
    names = {naming.place(place) for place in details.get("partners", "").split()}
    return _("Two partners are called {name}: one of them may have been meant for the other.").format(
        name=_listed(sorted(names), naming)
    )


def _withdrawn(details: Details, naming: Naming) -> str:
    return _("A list that had this tie has it no more in its file of {day}. That alone ends nothing.").format(
        day=_dated(details.get("on", ""), naming)
    )


def _totals(details: Details, naming: Naming) -> str:
    claimed, listed = (in_language(details.get(name, ""), naming.language) for name in ("claimed", "listed"))
    return _("A list states a total of {claimed} and names {listed}.").format(claimed=claimed, listed=listed)


def _two_names(details: Details, naming: Naming) -> str:
    names = [foreign(name) for name in details.get("names", "").split(" | ")]
    return _("One list has this tie more than once; it calls {place} {names}.").format(
        place=naming.place(details.get("place", "")), names=_listed(names, naming)
    )


_SENTENCES: Mapping[str, Callable[[Details, Naming], str]] = {
    "approval_after_signature": _late_approval,
    "barred_by_law": _barred,
    "calendars_disagree": _calendars,
    "club_as_pairs": _club,
    "contested": _contested,
    DIFFERS: _count,
    "dates_disagree": _dates,
    "headline_exceeds_body": _headline,
    "impossible_order": _impossible,
    "instrument_disagrees": _instruments,
    "level_mixed": _levels,
    "namesake_suspected": _namesakes,
    "no_primary_source": _no_document,
    "one_sided": _one_sided,
    "order_open": _order_open,
    "planned_past": _passed,
    "row_withdrawn": _withdrawn,
    "stage_disagrees": _stage,
    "stale": _stale,
    "totals_differ": _totals,
    "two_names": _two_names,
    "vague_date_alone": _vague,
    "verdict_forked": _forked,
}
