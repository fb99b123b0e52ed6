"""Words of the public pages alone: the rules of counting, and why a partner does not count."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from peyvand.core.ledger.bond import State
from peyvand.core.ledger.policy import CountRule
from peyvand.web.shared.words import STATES, Words

# Each rule's name and what it counts.
RULES: Mapping[CountRule, tuple[Words, Words]] = {
    CountRule.ANY_SIGNED_TEXT: (
        _("any signed text"),
        _("Counts every city with which a sister-city text has been signed, shown by a document or reported."),
    ),
    CountRule.DOCUMENTED_ONLY: (
        _("documented only"),
        _("Counts only ties that a document shows."),
    ),
    CountRule.CLAIR_THREE_TESTS: (
        _("CLAIR’s three tests"),
        _("Counts a tie that both heads have signed, that is not bound to one field, and that the council approved."),
    ),
    CountRule.CITY_SAYS: (
        _("what the city says"),
        _("Counts every city that this city itself calls its sister city."),
    ),
}

COUNT_REASONS: Mapping[str, Words] = {
    **STATES,
    State.SUSPENDED: _("suspended"),
    "contested": _("contested by sources"),
    "lower_instrument": _("its agreement is not a sister-city agreement"),
    "no_council_approval": _("no approval of the council on record"),
    "no_signing": _("no signing on record"),
    "no_tie": _("nothing in force"),
    "not_documented": _("no document on record"),
    "not_said": _("the city itself has not said so"),
}
