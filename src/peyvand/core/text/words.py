"""The words by which a news page shows what is not its article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from peyvand.core.text.folding import fold_words
from peyvand.core.text.forms import any_of, compile_forms

# The fields of `FurnitureWords` whose forms stand at a line's beginning. Each form serves one of them.
LABELS = (
    "navigation", "tools", "code", "published", "updated", "today", "tags", "related", "comments", "comment_notice",
    "contact", "rights", "ending", "byline", "caption", "source",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class FurnitureWords:
    """Forms as `compile_forms` takes them, without stars."""

    # Labels and headings, see `LABELS`.
    navigation: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    today: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    comment_notice: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    # How a page is known to be somebody's: names of kinds of outlets and of offices, and who reports.
    outlet: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    reporter: tuple[str, ...] = ()
    desk: tuple[str, ...] = ()
    ours: tuple[str, ...] = ()
    publisher_ends: tuple[str, ...] = ()
    # The end of a line above the headline that only says who spoke.
    kicker: tuple[str, ...] = ()
    # What a line that is only a date consists of.
    months: tuple[str, ...] = ()
    date_words: tuple[str, ...] = ()
    # Words, without their stop, after which a stop ends no sentence.
    abbreviations: tuple[str, ...] = ()

    @cached_property
    def kinds(self) -> dict[str, str]:
        """From a form's folded spelling without spaces to the label it is."""
        return {_squeezed(form): kind for kind in LABELS for form in getattr(self, kind)}

    @cached_property
    def label(self) -> re.Pattern[str]:
        """Finds any label or heading."""
        return compile_forms(form for kind in LABELS for form in getattr(self, kind))

    @cached_property
    def date_word(self) -> re.Pattern[str]:
        """Finds one word of a date."""
        return compile_forms((*self.months, *self.date_words))

    @cached_property
    def day_month(self) -> re.Pattern[str]:
        """Finds a day or a year beside a month, in either order."""
        month = any_of(self.months)
        return re.compile(rf"{month},? \d|(?:\d|{any_of(self.date_words)}) {month}")

    @cached_property
    def report(self) -> re.Pattern[str]:
        """Finds what introduces the outlet that is reported after."""
        return compile_forms(self.reports)

    @cached_property
    def after_publisher(self) -> re.Pattern[str]:
        """Finds a word that no outlet's name goes on with."""
        return compile_forms(self.publisher_ends)

    @cached_property
    def outlet_name(self) -> re.Pattern[str]:
        """Finds a word for a kind of outlet."""
        return compile_forms(self.outlet)

    @cached_property
    def office_name(self) -> re.Pattern[str]:
        """Finds a word for a kind of office."""
        return compile_forms(self.office)

    @cached_property
    def own_reporter(self) -> re.Pattern[str]:
        """Finds a word for a reporter."""
        return compile_forms(self.reporter)

    @cached_property
    def desk_word(self) -> re.Pattern[str]:
        """Finds a word for a desk of a newsroom or for its subject."""
        return compile_forms(self.desk)

    @cached_property
    def our(self) -> re.Pattern[str]:
        """Finds the word by which an outlet means itself."""
        return compile_forms(self.ours)

    @cached_property
    def kicker_end(self) -> re.Pattern[str]:
        """Finds what a line says at its end that only tells who spoke."""
        return re.compile(rf"{any_of(self.kicker)}[^\w]*\Z")

    def kind_of(self, form: str) -> str:
        """The label that a found form is."""
        return self.kinds[_squeezed(form)]


def _squeezed(form: str) -> str:
    return re.sub(r"\s+", "", fold_words(form))
