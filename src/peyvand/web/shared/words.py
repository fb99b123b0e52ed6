"""The words on screen for the codes of the core. Each is looked up in the language of the page when it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.bond import Known, Reached, State
from peyvand.core.ledger.words import Channel, Event, Instrument, Modality, SourceKind
from peyvand.core.text import Part


class Words(Protocol):
    """A word that takes the language of the page when it is shown."""

    def __str__(self) -> str: ...


EVENTS: Mapping[str, Words] = {
    Event.PROPOSAL: _("Proposal"),
    Event.NEGOTIATION: _("Negotiation"),
    Event.APPROVAL: _("Approval"),
    Event.DRAFTING: _("Drafting of the text"),
    Event.SIGNING: _("Signing"),
    Event.RENEWAL: _("Renewal"),
    Event.SUSPENSION: _("Suspension"),
    Event.RESUMPTION: _("Resumption"),
    Event.TERMINATION: _("Termination"),
    Event.VISIT: _("Visit or meeting"),
    Event.EVENT: _("Joint event"),
    Event.EXCHANGE: _("Exchange"),
    Event.PROJECT: pgettext_lazy("event", "Joint project"),
    Event.STANDING: _("Statement of standing"),
}

MODALITIES: Mapping[str, Words] = {
    Modality.DONE: pgettext_lazy("modality", "done"),
    Modality.PLANNED: pgettext_lazy("modality", "planned"),
    Modality.WISHED: pgettext_lazy("modality", "wished"),
    Modality.DENIED: pgettext_lazy("modality", "denied"),
}

INSTRUMENTS: Mapping[str, Words] = {
    Instrument.PROJECT: pgettext_lazy("instrument", "joint project"),
    Instrument.INTENT: _("letter of intent"),
    Instrument.MOU: _("memorandum of understanding"),
    Instrument.FRIENDSHIP: _("friendship agreement"),
    Instrument.SISTER_CITY: _("sister-city agreement"),
}

TIES: Mapping[str, Words] = {
    Instrument.PROJECT: pgettext_lazy("tie", "Joint project"),
    Instrument.INTENT: pgettext_lazy("tie", "Letter of intent"),
    Instrument.MOU: pgettext_lazy("tie", "Memorandum of understanding"),
    Instrument.FRIENDSHIP: pgettext_lazy("tie", "Friendship city"),
    Instrument.SISTER_CITY: pgettext_lazy("tie", "Sister city"),
}

STATES: Mapping[str, Words] = {
    State.NONE: _("Nothing in force"),
    State.IN_FORCE: _("In force"),
    State.SUSPENDED: _("Suspended"),
    State.CITIZENS_ONLY: _("Citizens’ contacts only"),
    State.ENDED: _("Ended"),
    State.EXPIRED: _("Expired"),
    State.BARRED: _("Barred by law"),
    State.DORMANT: _("Dormant"),
}

KNOWN: Mapping[str, Words] = {
    Known.DOCUMENTED: _("documented"),
    Known.REPORTED: _("reported"),
    Known.CLAIMED: _("claimed by one side only"),
    Known.CONTESTED: _("contested"),
}

REACHED: Mapping[str, Words] = {
    Reached.PROPOSED: _("Proposed"),
    Reached.NEGOTIATING: _("Under negotiation"),
    Reached.APPROVALS: _("Being approved"),
    Reached.DRAFTED: _("Text drafted"),
    Reached.SCHEDULED: _("Signing scheduled"),
    Reached.SIGNED: _("Signed"),
}

AUTHORITIES: Mapping[str, Words] = {
    "city_council": _("City council"),
    "interior_ministry": _("Ministry of the Interior"),
    "foreign_ministry": _("Ministry of Foreign Affairs"),
    "governor": _("Governor’s office"),
    "municipality": _("Municipality"),
    "president": _("President’s office"),
    "government": _("Government"),
    "ministry": _("Ministry"),
    "other": _("Another authority"),
    "parliament": _("Parliament"),
    "province": _("Provincial government"),
}

CHANNELS: Mapping[str, Words] = {
    Channel.OFFICIAL: _("official"),
    Channel.TECHNICAL: _("technical"),
    Channel.CITIZENS: _("citizens"),
}

LEVELS: Mapping[str, Words] = {
    Level.CITY: pgettext_lazy("level", "city"),
    Level.DISTRICT: pgettext_lazy("level", "district"),
    Level.COUNTY: pgettext_lazy("level", "county"),
    Level.PROVINCE: pgettext_lazy("level", "province"),
    Level.COUNTRY: pgettext_lazy("level", "country"),
}

PARTS: Mapping[str, Words] = {
    Part.TITLE: _("headline"),
    Part.LEAD: _("lead"),
    Part.BODY: _("body"),
    Part.CAPTION: _("caption"),
    Part.FURNITURE: _("page furniture"),
}

SOURCE_KINDS: Mapping[str, Words] = {
    SourceKind.ARTICLE: _("Article"),
    SourceKind.LETTER: _("Letter"),
    SourceKind.RESOLUTION: _("Resolution"),
    SourceKind.SIGNED_TEXT: _("Signed text"),
    SourceKind.DATASET_ROW: _("Data-set row"),
    SourceKind.OFFICE_NOTE: _("Office note"),
}

# Why a source cannot be read, by the code that the readers of sources give; their English word for word.
UNREADABLE: Mapping[str, Words] = {
    "missing": _("There is no such file."),
    "not_a_file": _("This is not a file."),
    "forbidden": _("The file cannot be opened: {cause}."),
    "empty": _("There is no text in it."),
    "binary": _("This is not text: it looks like {what}."),
    "too_large": _("It is larger than the {limit:,} bytes that are read."),
    "too_long": _("Its text is longer than any article: {found:,} characters, and {limit:,} are read."),
    "too_complex": _("The page has more than {limit:,} tags."),
    "broken_encoding": _("The text is not valid {encoding}: byte {offset} cannot be read."),
    "no_article": _("No article was found in the page."),
    "encrypted": _("The document is locked with a password."),
    "broken_document": _("The document is damaged: {cause}."),
    "no_text_layer": _("The document holds pictures of its pages and no text. It has to be recognised (OCR) first."),
    "inflated": _("Unpacked it is larger than the {limit:,} bytes that are read."),
    "crowded": _("It has more than the {limit:,} parts that are read."),
    "unsafe_part": _("It holds a part with a name that no document has: {part}."),
    "entities": _("It declares a document type or entities of its own. Such files are not read."),
    "too_slow": _("Reading it took longer than {limit} seconds."),
    "too_hungry": _("Reading it took more than {limit:,} bytes of memory."),
    "unknown_kind": _("This is no document that is read: PDF, Word (DOCX), e-mail, feeds, WARC, pages and texts are."),
    "not_kept": _("Only PDF, JPEG, PNG, TIFF, WebP and Word (DOCX) files are kept."),
    "macros": _("It holds a program (macros). Save it without and bring it again."),
    "too_many_pixels": _("The picture has more than {limit:,} pixels."),
    "too_many_pages": _("It has more than {limit:,} pages."),
    "broken_feed": _("The feed is damaged: {cause}."),
    "no_entries": _("Nothing to read was found in it."),
    "nested": _("It holds messages in messages, more than {limit} deep."),
    "broken_archive": _("The archive is damaged behind page {page}: {cause}."),
    "broken_reader": _("The reader broke on it: {cause}."),
    "broken_off": _("The process that read it ended, twice."),
    "no_proposer": _("Who put this page on the list may propose no more."),
    "bad_address": _("Only addresses of pages, with http or https and nothing but a host and a path, are fetched."),
    "not_public": _("The host {host} is no public address. Such addresses are never asked."),
    "unknown_host": _("There is no host {host}."),
    "unreachable": _("The host {host} does not answer: {cause}."),
    "slow_host": _("The host {host} took longer than {limit} seconds."),
    "redirected": _("The page leads on to other addresses, more than {limit} times."),
    "robots": _("The site asks programs to stay away from this page (robots.txt)."),
    "answered": _("The site answers with status {status}."),
}

# Why the second reader has no answer, by the code that it gives; its English word for word.
NO_ANSWER: Mapping[str, Words] = {
    "unreachable": _("The second reader’s server cannot be reached."),
    "slow": _("The second reader did not answer in time."),
    "busy": _("The second reader’s server is busy or out of order (status {status})."),
    "denied": _(
        "The second reader’s server does not accept the request (status {status}): check address, model and key."
    ),
    "too_large": _("The second reader’s answer is longer than anything it was asked for."),
    "refused": _("The second reader refuses to read this text."),
    "cut": _("The second reader’s answer breaks off."),
    "broken": _("The second reader’s answer is not what was asked for."),
    "too_long": _("The text is longer than the second reader is asked to read."),
    "language": _("The text is in no language that can be checked."),
}

AREAS: Mapping[str, Words] = {
    "agriculture": _("Agriculture"),
    "culture": _("Culture"),
    "economy": _("Economy"),
    "education": _("Education"),
    "emergency": _("Emergency services"),
    "energy": _("Energy"),
    "environment": _("Environment"),
    "food": _("Food"),
    "handicrafts": _("Handicrafts"),
    "health": _("Health"),
    "heritage": _("Heritage"),
    "housing": _("Housing"),
    "industry": _("Industry"),
    "media": _("Media"),
    "quality_of_life": _("Quality of life"),
    "religion": _("Pilgrimage"),
    "science": _("Science and research"),
    "sport": _("Sport"),
    "sustainable_development": _("Sustainable development"),
    "technology": _("Technology"),
    "tourism": _("Tourism"),
    "trade": _("Trade"),
    "transport": _("Transport"),
    "urban_management": _("Urban management"),
    "urban_services": _("Urban services"),
    "waste": _("Waste"),
    "water": _("Water"),
    "youth": _("Youth"),
}


def word(words: Mapping[str, Words], code: str) -> str:
    """The word for a code in the active language; a code without one shows itself rather than fail."""
    return str(words.get(code, code.replace("_", " ")))
