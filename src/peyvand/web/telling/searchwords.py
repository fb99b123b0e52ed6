"""The words of the search: kinds of things, and what the list may be narrowed by."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from peyvand.core.ledger.bond import State
from peyvand.core.ledger.words import Instrument
from peyvand.web.shared.words import STATES, TIES, Words

KINDS: Mapping[str, Words] = {
    "place": pgettext_lazy("found", "Place"),
    "bond": pgettext_lazy("found", "Bond"),
    "case": pgettext_lazy("found", "Case"),
    "contact": pgettext_lazy("found", "Person or office"),
    "letter": pgettext_lazy("found", "Letter"),
    "document": pgettext_lazy("found", "Document"),
    "source": pgettext_lazy("found", "Source"),
    "statement": pgettext_lazy("found", "Statement"),
}
# Of these visitors know.
PUBLIC_KINDS = ("place", "bond", "source", "statement")
STANDINGS: Mapping[str, Words] = {
    **{instrument: TIES[instrument] for instrument in reversed(Instrument)},
    **{state: STATES[state] for state in State if state is not State.NONE},
}
LANGUAGES: Mapping[str, Words] = {
    "fa": _("Persian"),
    "en": _("English"),
    "ar": _("Arabic"),
    "tr": _("Turkish"),
    "ru": _("Russian"),
    "de": _("German"),
    "fr": _("French"),
    "zh": _("Chinese"),
}
