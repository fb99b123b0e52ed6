"""Where a half-space (ZWNJ) is missing: «میشود» → «می‌شود», «شهرداریهای» → «شهرداری‌های», «شدهاند» → «شده‌اند».

Persian endings and verb prefixes are regular, so that rules over stems restore words no list holds. What a rule
would break is kept by name (`JoinerWords.whole`): city names among them. Only visible joiners are restored: after a
letter that does not join its follower nothing changes on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from peyvand.core.text.folding import Folded, fold, fold_words
from peyvand.core.text.memo import Memo
from peyvand.core.text.span import Span

_WORD = re.compile(r"[آ-ی]{3,40}")
_NOT_JOINING = frozenset("اآدذرزژو")
_PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
_PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند")
_PLURALS = tuple(
    sorted(
        ("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان", "هاست", "هایند"),
        key=len,
        reverse=True,
    )
)
# After a participle («شده‌اند»), and after a noun only: «نشستهای» is «نشست‌های» and never «نشسته‌ای».
_COPULAS = ("ایم", "اید", "اند", "است", "ام")
_CLITICS = ("ای", "اش", "ات")
_LEAST_STEM, _LEAST_COMPOUND, _DEEPEST = 2, 3, 4
# Words in «ه» up to this length are believed only where nothing stands before them.
_SHORT = 3
_JOINER = "\u200c"


@dataclass(frozen=True, kw_only=True)
class JoinerWords:
    """Stems and parts of words, folded as they are used; ``compounds`` are written with their joiners."""

    present: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    # What may stand before «می», and what «می» takes without an ending.
    preverbs: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    # Nouns and adjectives that end in a silent «ه».
    heh: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    second_parts: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    # Words that look made of parts and are not, or that are written without a joiner all the same.
    whole: tuple[str, ...] = ()

    @cached_property
    def known(self) -> Memo[str, tuple[int, ...]]:
        """Where joiners belong in a folded word, by offset."""
        return Memo(self._belonging)

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """Finds a whole verb form with «می»: its preverb, «می» or «نمی», and the rest."""
        forms = {stem + ending for stem in self.present for ending in _PRESENT_ENDINGS}
        forms |= {stem + ending for stem in self.past for ending in _PAST_ENDINGS}
        rest = "|".join(sorted(map(fold_words, forms | set(self.impersonal)), key=len, reverse=True))
        return re.compile(f"((?:{'|'.join(map(fold_words, self.preverbs))})?ن?می)(?:{rest})")

    @cached_property
    def heh_noun(self) -> re.Pattern[str]:
        """Finds at a word's end a noun in a silent «ه»."""
        return _ending_in(self.heh)

    @cached_property
    def participle(self) -> re.Pattern[str]:
        """Finds at a word's end a participle, or a noun like one."""
        return _ending_in((*self.heh, *(f"{stem}ه" for stem in self.past)))

    @cached_property
    def sets(self) -> dict[str, frozenset[str]]:
        """The word lists by name, folded."""
        names = ("adjectives", "whole")
        return {name: frozenset(map(fold_words, getattr(self, name))) for name in names}

    @cached_property
    def known_compounds(self) -> dict[str, tuple[int, ...]]:
        """From a compound without joiners to where they belong."""
        return dict(map(_compound, self.compounds))

    @cached_property
    def ends_in_part(self) -> re.Pattern[str]:
        """Finds the second part of a compound at a word's end."""
        parts = sorted(map(fold_words, self.second_parts), key=len, reverse=True)
        return re.compile(f"(?:{'|'.join(parts)})\\Z")

    def _belonging(self, word: str) -> tuple[int, ...]:
        return tuple(sorted({cut for cut in _cuts(word, self, 0) if word[cut - 1] not in _NOT_JOINING}))


def restore(page: str | Folded, words: JoinerWords) -> tuple[int, ...]:
    """Page offsets before which a half-space is missing, in order. Offsets of the page itself stay what they are."""
    folded = fold(page) if isinstance(page, str) else page
    missing: list[int] = []
    for word in _WORD.finditer(folded.text):
        for cut in words.known[word.group()]:
            at = folded.back(Span(word.start() + cut - 1, word.start() + cut)).stop
            if at == folded.origin(word.start() + cut):
                missing.append(at)
    return tuple(missing)


def joined(page: str, words: JoinerWords) -> str:
    """The page with the missing half-spaces put in: for display, never for evidence."""
    bounds = (0, *restore(page, words), len(page))
    return _JOINER.join(page[start:stop] for start, stop in pairwise(bounds))


def _ending_in(words: Iterable[str]) -> re.Pattern[str]:
    """Finds words at the end of a longer one; short words only where nothing but a «ن» of denial stands before them."""
    endings = sorted(map(fold_words, words), key=len, reverse=True)
    long = [ending for ending in endings if len(ending) > _SHORT] or ["(?!)"]
    return re.compile(f"(?:{'|'.join(long)})\\Z|\\Aن?(?:{'|'.join(endings)})\\Z")


def _compound(written: str) -> tuple[str, tuple[int, ...]]:
    parts = [fold_words(part) for part in written.split(_JOINER)]
    cuts, at = [], 0
    for part in parts[:-1]:
        at += len(part)
        cuts.append(at)
    return "".join(parts), tuple(cuts)


def _cuts(word: str, words: JoinerWords, depth: int) -> Iterator[int]:
    """Peel one ending or prefix off a word, and go on with what is left."""
    if word in words.sets["whole"] or depth > _DEEPEST:
        return
    if word in words.known_compounds:
        yield from words.known_compounds[word]
        return
    verb = words.verb.fullmatch(word)
    if verb:
        yield verb.end(1)
        return
    stem = _stem(word, words)
    if stem:
        yield stem
        yield from _cuts(word[:stem], words, depth + 1)
        return
    part = words.ends_in_part.search(word)
    if part and part.start() >= _LEAST_COMPOUND:
        yield part.start()
        yield from _cuts(word[: part.start()], words, depth + 1)
        return
    for ending in ("ی", "ان"):
        if word.endswith(ending):
            yield from _cuts(word.removesuffix(ending), words, depth + 1)


def _stem(word: str, words: JoinerWords) -> int:
    """How long the stem is that an ending follows; 0 where none does."""
    for endings, bases in ((_COPULAS, words.participle), (_CLITICS, words.heh_noun)):
        for ending in endings:
            base = word.removesuffix(ending)
            if base != word and bases.search(base):
                return len(base)
    for plural in _PLURALS:
        stem = word.removesuffix(plural)
        if stem != word and len(stem) >= _LEAST_STEM and f"{stem}ها" not in words.sets["whole"]:
            return len(stem)
    adjectives = words.sets["adjectives"]
    for ending in ("ترین", "تری", "تر", "اند", "ایم"):
        stem = word.removesuffix(ending)
        if stem != word and (stem in adjectives or (ending == "ترین" and len(stem) >= _LEAST_STEM)):
            return len(stem)
    return 0
