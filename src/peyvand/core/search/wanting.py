"""From a question to what an index is asked, and why a hit is one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from peyvand.core.search import marks
from peyvand.core.search.asked import Asked
from peyvand.core.search.expression import Expression, Term, all_of, any_of, word
from peyvand.core.search.nearness import near_spellings, sounds_of
from peyvand.core.search.words import words_of


@dataclass(frozen=True, slots=True)
class Meant:
    """A place that some of the words mean. ``ids`` are all that mean it; ``names`` as they are shown; ``keys`` all of
    its names, each as one word; ``typed`` the words; ``near``: they are only nearly one of its names."""

    ids: tuple[str, ...]
    names: tuple[str, ...]
    keys: frozenset[str]
    at: range
    typed: str = ""
    near: bool = False
    # Whether it was called by a name that is shown.
    is_shown: bool = False

    def is_in(self, places: Collection[str]) -> bool:
        """Whether it is one of these places."""
        return not set(self.ids).isdisjoint(places)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an index is asked for: items whose name has all the words, and items that have them anywhere."""

    asked: Asked
    meant: tuple[Meant, ...] = ()
    loose: bool = False
    _options: dict[int, list[Term]] = field(default_factory=dict)

    @property
    def in_names(self) -> Expression:
        """The words in an item's name, or other names of what they mean."""
        return all_of(*(any_of(*self._named(at)) for at in range(len(self.asked.chunks))))

    @property
    def anywhere(self) -> Expression:
        """The words anywhere, or that the item speaks of what they mean."""
        return all_of(*(any_of(*self._said(at)) for at in range(len(self.asked.chunks))))

    def _named(self, at: int) -> list[Expression]:
        options: list[Expression] = [*map(marks.in_name, self.terms(at)), *self._near(at)]
        return options + [word(marks.of(one)) for meant in self._meant_at(at) for one in meant.ids]

    def _said(self, at: int) -> list[Expression]:
        options: list[Expression] = [*self.terms(at), *self._near(at)]
        for meant in self._meant_at(at):
            options += [word(marks.about(one)) for one in meant.ids]
            options += [Term(tuple(words)) for name in meant.names if (words := words_of(name))]
        return options

    def _near(self, at: int) -> list[Term]:
        """Names from which a chunk differs by a slip."""
        chunk = self.asked.chunks[at]
        loose = self.loose and not chunk.quoted
        return list(map(word, marks.close_words(near_spellings(chunk.glued)))) if loose else []

    def terms(self, at: int) -> list[Term]:
        """The spellings of a chunk."""
        found = self._options.get(at)
        if found is None:
            found = self._options[at] = self.asked.options(at)
            if self.loose:
                found += [term for term in self.asked.beginnings(at) if isinstance(term, Term)]
        return found

    def _meant_at(self, at: int) -> list[Meant]:
        return [meant for meant in self.meant if at in meant.at]


def names_asked(asked: Asked) -> Expression:
    """Which places some of the words are a name of."""
    return any_of(*(marks.in_name(word(key)) for _, key in asked.runs()))


def near_asked(asked: Asked) -> Expression | None:
    """Which places some of the words are nearly a name of, or sound like it; None where they are too short for that."""
    near = {spelling for _, key in asked.runs() for spelling in near_spellings(key)}
    sounds = {sound for _, key in asked.runs() for sound in sounds_of(key)}
    options = [*marks.close_words(sorted(near)), *marks.sound_words(sorted(sounds))]
    return marks.one_of(options) if options else None


def filtered(wanted: Expression, filters: Mapping[str, Sequence[str]]) -> Expression:
    """With filters, each a choice of marks."""
    return all_of(wanted, *(marks.one_of(options) for options in filters.values() if options))
