"""A pasted article on its way through the reader."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import UnreadableSource, capture_text
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import propose
from peyvand.web.shared.dates import typed_day
from peyvand.web.shared.words import UNREADABLE, word

_LONGEST = 2_000_000
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """The form as typed; ``faults`` are sentences by field, kept beside what was typed."""

    title: str = ""
    text: str = ""
    published: str = ""
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        return not self.faults

    @classmethod
    def typed(cls, form: QueryDict) -> Pasted:
        """From the form, with what is wrong in it."""
        pasted = cls(
            title=form.get("title", "").strip(),
            text=form.get("text", "").replace("\r\n", "\n").replace("\r", "\n"),
            published=form.get("published", "").strip(),
        )
        return replace(pasted, faults=_faults(pasted))


def take_in(pasted: Pasted, *, by: Member) -> tuple[Pasted, str]:
    """Read the text and propose what it says; the form again with its fault, or the new source's id."""
    text = f"{pasted.title}\n\n{pasted.text}" if pasted.title else pasted.text
    try:
        captured = capture_text(text, _("pasted by {member}").format(member=by))
    except UnreadableSource as fault:
        return replace(pasted, faults={"text": word(UNREADABLE, fault.code).format(**fault.details)}), ""
    reading = read_capture(captured, published=typed_day(pasted.published))
    return pasted, propose(captured, reading, by=by).source


def _faults(pasted: Pasted) -> dict[str, str]:
    faults = {}
    if not pasted.text.strip():
        faults["text"] = _("Paste the article’s text here.")
    elif len(pasted.text) > _LONGEST:
        faults["text"] = _("This text is longer than any article. Import it as a file.")
    if len(pasted.title) > _LONGEST_TITLE:
        faults["title"] = _("A title is shorter than this.")
    if pasted.published and typed_day(pasted.published) is None:
        faults["published"] = _("This is no date.")
    return faults
