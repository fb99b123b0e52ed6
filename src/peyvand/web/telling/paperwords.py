"""The words for letters, documents and contacts, by their codes."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy, gettext_noop, pgettext_lazy

from peyvand.adapters.documents.looking import FileType
from peyvand.records.accounts.scopes import Visibility
from peyvand.records.contacts.models import Kind
from peyvand.records.letters.models import Direction

DIRECTIONS = {
    Direction.INCOMING: gettext_noop("Incoming"),
    Direction.OUTGOING: gettext_noop("Outgoing"),
}
VISIBILITIES: Mapping[str, str] = {
    Visibility.INTERNAL: gettext_noop("the office"),
    Visibility.PARTNER: gettext_noop("the office and the partner"),
    Visibility.PUBLIC: gettext_noop("everybody"),
}
STATES = {
    "waiting": gettext_noop("an answer is waited for"),
    "late": gettext_noop("the answer is late"),
    "voided": gettext_noop("voided"),
}
LANGUAGES = {
    "fa": gettext_noop("Persian"),
    "en": gettext_noop("English"),
    "ar": gettext_noop("Arabic"),
    "tr": gettext_noop("Turkish"),
    "ru": gettext_noop("Russian"),
    "de": gettext_noop("German"),
    "fr": gettext_noop("French"),
    "zh": gettext_noop("Chinese"),
    "it": gettext_noop("Italian"),
    "es": gettext_noop("Spanish"),
}
FILES = {
    FileType.PDF: gettext_noop("PDF"),
    FileType.JPEG: gettext_noop("picture (JPEG)"),
    FileType.PNG: gettext_noop("picture (PNG)"),
    FileType.TIFF: gettext_noop("picture (TIFF)"),
    FileType.WEBP: gettext_noop("picture (WebP)"),
    FileType.DOCX: gettext_noop("Word document"),
}
KINDS = {
    Kind.PERSON: gettext_noop("Person"),
    Kind.OFFICE: gettext_noop("Office"),
}
TIES = {
    "bond": gettext_noop("Bond"),
    "case": gettext_noop("Case"),
    "gate": gettext_noop("Step of a case"),
    "statement": gettext_noop("Statement"),
    "contact": gettext_noop("Contact"),
    "letter": gettext_noop("Letter"),
}
# What a change was, of whatever it was a change.
CHANGES = {
    "registered": gettext_noop("registered"),
    "brought": gettext_noop("brought"),
    "kept": gettext_noop("written down"),
    "changed": gettext_noop("changed"),
    "voided": gettext_noop("voided"),
    "restored": gettext_noop("taken up again"),
    "tied": gettext_noop("tied to something"),
    "loosened": gettext_noop("a tie taken back"),
    "attached": gettext_noop("a document attached"),
    "detached": gettext_noop("a document taken off"),
    "forgot": gettext_noop("the words of its changes erased"),
    "held": gettext_noop("a term of office noted"),
    "not_held": gettext_noop("a term of office taken back"),
    "consented": gettext_noop("consent noted"),
    "withdrew": gettext_noop("consent withdrawn"),
    "merged": gettext_noop("merged with another"),
    "parted": gettext_noop("parted again"),
    "erased": gettext_noop("erased"),
}
# Fields of all three, as forms and changes call them.
FIELDS = {
    "their_number": gettext_lazy("Number of the sender"),
    "date_said": gettext_lazy("Date of the letter"),
    "subject": gettext_lazy("Subject"),
    "language": gettext_lazy("Language"),
    "note": gettext_lazy("Note"),
    "answers_id": gettext_lazy("Answers"),
    "answer_by": gettext_lazy("Answer due by"),
    "visibility": gettext_lazy("For whom"),
    "from": pgettext_lazy("letter", "From"),
    "to": pgettext_lazy("letter", "To"),
    "name": gettext_lazy("Name"),
    "names": gettext_lazy("Other names"),
    "title": gettext_lazy("Title"),
    "kind": gettext_lazy("Kind"),
    "role": gettext_lazy("Role"),
    "body": gettext_lazy("Body"),
    "place": gettext_lazy("Place"),
    "place_a": gettext_lazy("First city"),
    "place_b": gettext_lazy("Second city"),
    "phone": gettext_lazy("Phone"),
    "mail": gettext_lazy("E-mail"),
    "address": gettext_lazy("Address"),
    "tie": gettext_lazy("Belongs to"),
    "document": gettext_lazy("Document"),
    "term": gettext_lazy("Term of office"),
    "words": gettext_lazy("Shown by"),
    "double": gettext_lazy("Merged contact"),
    "merged_into": gettext_lazy("Merged into"),
}
# What nobody has to read beside what it was made of.
SILENT_FIELDS = frozenset({"date", "date_calendar", "day"})
CALENDARS = {
    "solar_hijri": gettext_noop("Solar Hijri"),
    "lunar_hijri": gettext_noop("lunar Hijri"),
    "gregorian": gettext_noop("Gregorian"),
}
