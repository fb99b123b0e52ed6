"""Reads the sentences of a text for names of persons and for roles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from peyvand.core.gazetteer import PlaceMention
from peyvand.core.reading.persons.names import Name, NameReader, Sureness
from peyvand.core.reading.persons.roles import GLUED, RolePhrase, RoleReader, sights_of
from peyvand.core.reading.persons.words import Head, Mark, PeopleWords
from peyvand.core.reading.wordline import WordLine, parted_by
from peyvand.core.text.value import value

_SPEECH, _NAMING, _TITLE, _TALK, _SOURCE = Mark.SPEECH, Mark.NAMING, Mark.TITLE, Mark.TALK, Mark.SOURCE
_NONE: frozenset[str] = frozenset()
_COMMAS = frozenset("،,")
_SOURCE_ENDS = frozenset("،,؛:)")
_COLON, _SEMICOLON = frozenset(":"), frozenset("؛;")
_DASHES = frozenset("-–—/")
# A dateline («بوشهر - …») or an agency's name before the subject is at most so long.
_DATELINE = 4
# Behind an outlet's name its office and town may be named («…، مرکز فارس، …») before the subject.
_OUTLET = 3
_OUTLET_WORDS = 9
# So many earlier roles are asked whether they may be a name's.
_NEAREST = 4


@value()
class Sighting:
    """A name in a sentence, with the role beside it or None; ``others`` are the further roles of the sentence.

    ``acts``: who only is talked with («با علی رضایی گفت‌وگو کرد») has no role that is told elsewhere.
    """

    name: Name
    role: RolePhrase | None
    others: frozenset[str] = frozenset()
    acts: bool = True


class _Marks(NamedTuple):
    """What a sentence has: roles, the words at which it says, talks or gives a title, and those behind «به گفته»."""

    roles: list[RolePhrase]
    verbs: list[int]
    namings: list[int]
    titles: list[int]
    talks: list[int]
    # The first word and the word after each phrase before the name of an outlet.
    sources: list[tuple[int, int]]


class PeopleScan:
    """Reads sentences one by one and keeps what it has seen."""

    def __init__(self, line: WordLine, words: PeopleWords, places: Sequence[PlaceMention]) -> None:
        self._line, self._words = line, words
        sights = sights_of(line, places)
        self._names = NameReader(line, words.names, sights)
        self._role_reader = RoleReader(line, words.roles, sights, self._names.bars)
        self.sightings: list[Sighting] = []
        self._subjects: list[RolePhrase] = []

    def read(self, sentences: Sequence[range]) -> None:
        """Take in the persons and roles of some sentences, in their order."""
        if not sentences:
            return
        page = range(sentences[0].start, sentences[-1].stop)
        for sentence, anchors in parted_by(self._anchors(page), sentences):
            marks = self._marks(sentence, anchors)
            if any(marks) or self._line.has(":", sentence):
                self._read(sentence, marks)

    def _read(self, sentence: range, marks: _Marks) -> None:
        starts = self._starts(sentence, marks)
        found = self._beside_roles(sentence, marks.roles) if marks.roles else []
        alone = [(name, True) for name in self._alone(sentence, starts, marks)]
        alone += [(name, False) for name in self._at_talks(sentence, marks.talks)]
        others = frozenset([self.said(role) for role in marks.roles if role.first not in starts]) if alone else _NONE
        for name, acts in alone:
            if not any(other.name.first <= name.first < other.name.stop for other in found):
                found.append(Sighting(name, None, others, acts))
        self.sightings += sorted(found, key=lambda sighting: sighting.name.first)
        named = [sighting.role.first for sighting in found if sighting.role]
        self._subjects += [r for r in marks.roles if r.first not in named and self._is_subject(r, starts, marks.verbs)]

    def _marks(self, sentence: range, anchors: Sequence[int]) -> _Marks:
        """The roles, verbs of saying and phrases before a speaker in a sentence."""
        marks = _Marks([], [], [], [], [], [])
        free = sentence.start
        for at in anchors:
            found = self._words.marks.at(self._line, at) or self._role_reader.glued(at)
            if found is None:
                continue
            value, stop = found
            if value is _SPEECH:
                marks.verbs.append(at)
            elif value is _NAMING:
                marks.namings.append(stop)
            elif value is _TITLE:
                marks.titles.append(at)
            elif value is _TALK:
                marks.talks.append(at)
            elif value is _SOURCE:
                marks.sources.append((at, stop))
            elif at >= free:
                role = self._role(at, value, stop)
                marks.roles.append(role)
                free = role.stop
        return marks

    def _anchors(self, page: range) -> list[int]:
        """The words at which a mark may begin, or a role that is glued to its place."""
        index, glued = self._words.marks.index, self._words.roles.glued
        words = (*self._line.words, "")
        return [
            at
            for at, word in zip(page, words[page.start :], strict=False)
            # Most of the words that only begin something («از») begin nothing here.
            if (
                ((node := index[word]).value is not None or words[at + 1] in (node.following or ()))
                if word in index
                else (len(word) > GLUED and word.startswith(glued))
            )
        ]

    def _role(self, at: int, value: Head | Mark, stop: int) -> RolePhrase:
        if isinstance(value, Head):
            return self._role_reader.behind(at, value, stop)
        return RolePhrase(at, stop, Head("counterpart"), "mayor", "", ())

    def _alone(self, clause: range, starts: Sequence[int], marks: _Marks) -> Iterator[Name]:
        """Names without a role beside them."""
        for start in starts:
            if name := self._subject(start, clause, marks) or self._surname(start, clause, marks.verbs):
                yield name
                break
        yield from self._at_verbs(clause, marks.verbs)
        for stop in marks.namings:
            name = self._names.beginning_at(stop, clause.stop) if self._line.is_soft(stop) else None
            if name and name.sureness is Sureness.KNOWN and name.size > 1:
                yield name
        for title in marks.titles:
            name = self._names.titled_at(title, clause)
            if name and ((name.given and name.size > 1) or self._takes_turn(title, name)):
                yield name

    def _takes_turn(self, title: int, name: Name) -> bool:
        """«مخالف (خانم رضایی): …», «آقای رضایی (رئیس کمیسیون): …»: in minutes a surname with its title speaks."""
        line = self._line
        if line.is_soft(title) or line.is_soft(name.stop):
            return False
        told = line.sign(name.stop) == "(" and self._role_reader.at(name.stop) is not None
        return told or line.parted(name.stop, _COLON)

    def _is_subject(self, role: RolePhrase, starts: Sequence[int], verbs: Sequence[int]) -> bool:
        """Whether a role is who its sentence speaks of: it opens it, or a verb of saying follows («… را رئیس گفت»)."""
        if role.head.many:
            return False
        if role.first in starts or (role.body and self._is_cited(role.first)):
            return True
        follows = role.stop in verbs and not self._line.sign(role.stop)
        return follows and self._line.word(role.first - 1) not in self._words.names.before

    def role_near(self, sighting: Sighting, unnamed: Sequence[RolePhrase]) -> RolePhrase | None:
        """The nearest earlier role of some; else the first one behind that is nobody else's («شهردار … نیز گفت»).

        A role that the name's own sentence gives to another («علی رضایی در دیدار با شهردار …») is not the name's.
        """
        if not sighting.acts:
            return None
        earlier = bisect_right(unnamed, sighting.name.first, key=lambda role: role.stop)
        for role in reversed(unnamed[max(earlier - _NEAREST, 0) : earlier]):
            if self.said(role) not in sighting.others:
                return role
        behind = unnamed[earlier] if earlier < len(unnamed) else None
        if behind is None or self.said(behind) in sighting.others or self._line.word(behind.stop) in self._words.also:
            return None
        return behind

    def unnamed_roles(self) -> list[RolePhrase]:
        """The roles that open a sentence and stand beside no name anywhere in the text, in order."""
        held = {self.said(sighting.role) for sighting in self.sightings if sighting.role}
        return [role for role in self._subjects if self.said(role) not in held]

    def said(self, role: RolePhrase) -> str:
        """The words of a role, glued: equal for one role however it is spaced."""
        return "".join(self._line.words[role.first : role.stop])

    def _beside_roles(self, clause: range, roles: Sequence[RolePhrase]) -> list[Sighting]:
        found: list[Sighting] = []
        low = clause.start
        for role in roles:
            found += self._before(role, low)
            low = role.stop
        taken = [range(sighting.name.first, sighting.name.stop) for sighting in found]
        named = [sighting.role.first for sighting in found if sighting.role]
        for role, following in zip_longest(roles, roles[1:]):
            high = following.first if following else clause.stop
            name = self._after(role, high) if role.first not in named else None
            if name and not any(name.first in other for other in taken):
                found.append(Sighting(name, role))
            elif role.first not in named and (surname := self._surname_before(role, clause)):
                found.append(Sighting(surname, role))
        return [sighting for sighting in found if sighting.role is None or not self._is_past(sighting.role)]

    def _is_past(self, role: RolePhrase) -> bool:
        """«رئیس‌جمهور وقت»: who is told of, and does not act."""
        words = self._words.roles
        return role.head.name in words.past_heads and not words.past.isdisjoint(
            self._line.words[role.first : role.stop]
        )

    def _surname_before(self, role: RolePhrase, clause: range) -> Name | None:
        """«رضایی، شهردار …،», «علیزاده شهردار …»: a surname alone, with the place or the body of its role behind it."""
        line, at = self._line, role.first
        if role.head.many or not (role.places or role.body) or at <= clause.start:
            return None
        sign = line.sign(at)
        name = self._names.surname_at(at - 1, clause.start) if not sign or sign in _COMMAS else None
        if name is None or self._is_source(name.first):
            return None
        if not sign:
            opens = name.first == clause.start or line.sign(name.first) in _COMMAS
            return name if opens and name.sureness is Sureness.KNOWN else None
        closed = role.stop < clause.stop and (line.sign(role.stop) in _COMMAS or self._goes_on(role.stop))
        return name if closed and (name.sureness is Sureness.KNOWN or line.sign(name.first) not in _COMMAS) else None

    def _before(self, role: RolePhrase, low: int) -> Iterator[Sighting]:
        """«علی رضایی شهردار …», «علی رضایی، شهردار …»; before a plural several names."""
        line = self._line
        first = role.first
        if first > low and line.is_soft(first) and line.word(first - 1) in self._words.roles.ranks:
            first -= 1
        sign = line.sign(first)
        if first <= low or (sign and sign not in _COMMAS) or line.words[first - 1] in self._words.names.bounds:
            return
        name = self._names.ending_at(first, low)
        if name is None or not self._is_whole(name):
            return
        if sign and self._is_source(name.first):
            return
        yield Sighting(name, role)
        if role.head.many:
            yield from self._listed(name, role, low)

    def _listed(self, name: Name, role: RolePhrase, low: int) -> Iterator[Sighting]:
        line = self._line
        while name.first > low:
            joined = line.word(name.first - 1) == self._words.roles.joiner
            if not joined and line.sign(name.first) not in _COMMAS:
                return
            other = self._names.ending_at(name.first - joined, low)
            if other is None:
                return
            if other.size > 1:
                yield Sighting(other, role)
            name = other

    def _is_whole(self, name: Name) -> bool:
        return name.titled or name.size > 1

    def _after(self, role: RolePhrase, high: int) -> Name | None:
        """«شهردار …، علی رضایی،», «شهردار … علی رضایی گفت»."""
        line = self._line
        at = role.stop
        sign = line.sign(at) if at < high else "."
        if at >= high or (sign and sign not in _COMMAS) or role.head.many:
            return None
        if line.word(at) in self._words.names.departed:
            return None
        name = self._names.beginning_at(at, high)
        if name is None or not self._is_whole(name):
            return None
        if name.sureness is Sureness.KNOWN:
            return name if name.titled or not sign or self._is_closed(name, high) else None
        closed = name.stop < len(line) and line.sign(name.stop) in _COMMAS and bool(sign)
        return name if closed and not self._follows_according(role) else None

    def _is_closed(self, name: Name, high: int) -> bool:
        """Whether an apposition ends behind the name: at a sign, a verb, or a word that no name holds."""
        line = self._line
        return name.stop >= high or not line.is_soft(name.stop) or self._goes_on(name.stop)

    def _goes_on(self, at: int) -> bool:
        line = self._line
        return (
            self._words.frames.at(line, at) is not None
            or self._words.speech.at(line, at) is not None
            or line.word(at) in self._words.names.bounds
        )

    def _follows_according(self, role: RolePhrase) -> bool:
        line = self._line
        return any(
            (found := self._words.according.at(line, at)) and found[1] == role.first
            for at in range(max(0, role.first - 4), role.first)
        )

    def _starts(self, clause: range, marks: _Marks) -> tuple[int, ...]:
        """The words at which the subject of a sentence may stand: its first, and those behind an outlet or a dateline.

        «به گزارش خبرگزاری …، مرکز …، علی رضایی», «تهران - علی رضایی», «خبرگزاری …: شهردار …», «…؛ شهردار …».
        """
        line = self._line
        breaks = line.breaks(clause)
        high = marks.verbs[0] if marks.verbs else clause.stop
        cited = [stop for first, stop in marks.sources if first < high]
        if cited:
            ends = [at for at in breaks if cited[0] <= at < high and line.parted(at, _SOURCE_ENDS)]
            behind = next((at for at in ends if at > cited[-1]), clause.stop)
            return tuple(at for at in ends if at >= behind)[:_OUTLET]
        starts = [clause.start]
        for at in breaks:
            if at - clause.start > _DATELINE:
                break
            if line.parted(at, _DASHES) or (line.parted(at, _COLON) and self._role_reader.at(at)):
                starts.append(at)
                break
        return (*starts, *(at for at in breaks if at > starts[-1] and line.parted(at, _SEMICOLON)))

    def _is_cited(self, first: int) -> bool:
        """Whether an outlet's name stands right before a role, its comma left out: «به گزارش روابط عمومی شهردار …»."""
        line = self._line
        for at in range(first - 1, max(first - _OUTLET_WORDS, 0) - 1, -1):
            if not line.is_soft(at + 1):
                return False
            if source := self._words.sources.at(line, at):
                return all(line.word(inner) not in self._words.names.bounds for inner in range(source[1], first))
        return False

    def _is_source(self, first: int) -> bool:
        """Whether the words before a name make it the name of an agency: «به گزارش دیار سبز، شهردار …»."""
        at = first - 1
        while at >= 0 and self._line.is_soft(at + 1):
            if self._words.sources.at(self._line, at):
                return True
            at -= 1
        return False

    def _subject(self, start: int, clause: range, marks: _Marks) -> Name | None:
        """«علی رضایی در گفت‌وگو با … گفت», «علی رضایی فردا با … دیدار می‌کند»."""
        line, verbs, talks = self._line, marks.verbs, marks.talks
        # Without a verb of saying a name is only told by a colon, or behind an outlet.
        told = verbs or talks or start > clause.start or line.has(":", clause)
        if start >= clause.stop or not told:
            return None
        name = self._names.beginning_at(start, clause.stop)
        if name is None or not self._is_whole(name):
            return None
        if line.sign(name.stop) == ":" and name.sureness is Sureness.KNOWN:
            return name
        meets = name.given and any(talk >= name.stop for talk in talks)
        speaks = any(verb >= name.stop for verb in verbs) or (start > clause.start and name.sureness is Sureness.KNOWN)
        if meets and not speaks and not line.sign(name.stop):
            return name
        return name if speaks and not line.sign(name.stop) and self._introduces(name) else None

    def _surname(self, start: int, clause: range, verbs: Sequence[int]) -> Name | None:
        """«رضایی افزود»: a surname alone is its speaker's, whose role the text tells before."""
        name = self._names.surname_at(start, clause.start) if start + 1 in verbs else None
        return name if name and self._line.is_soft(name.stop) else None

    def _at_talks(self, clause: range, talks: Sequence[int]) -> Iterator[Name]:
        """«با علی رضایی [نیز] گفت‌وگو کرد»."""
        line = self._line
        for talk in talks:
            stop = talk - (line.word(talk - 1) in self._words.also)
            name = self._names.ending_at(stop, clause.start) if line.is_soft(stop) and line.is_soft(talk) else None
            if name and name.given and name.size > 1 and line.word(name.first - 1) == self._words.with_word:
                yield name

    def _introduces(self, name: Name) -> bool:
        if self._words.speech.at(self._line, name.stop) or self._words.frames.at(self._line, name.stop):
            return True
        if name.sureness is not Sureness.KNOWN:
            return False
        # «مریم رضایی پیوند دو شهر را سودمند دانست»: after a sure name the object may follow at once.
        word = self._line.word(name.stop)
        if name.given and word.isdecimal():
            # «علی رضایی ۲۷ آذر با شهردار … دیدار می‌کند».
            return True
        return word in self._words.names.bounds or (name.given and word in self._words.names.common)

    def _at_verbs(self, clause: range, verbs: Sequence[int]) -> Iterator[Name]:
        """«… علی رضایی گفت»."""
        low = clause.start
        for verb in verbs:
            name = self._names.ending_at(verb, low) if self._line.is_soft(verb) else None
            if name and name.sureness is Sureness.KNOWN and self._is_whole(name):
                yield name
            low = verb
