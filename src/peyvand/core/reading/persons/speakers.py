"""Who speaks in each sentence: the person beside the last verb of saying, carried on by «وی افزود»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peyvand.core.reading.model import Person
from peyvand.core.reading.sentence import Sentence
from peyvand.core.reading.verbs import Verb
from peyvand.core.text import Folded, Part

_SAYS = ("say", "add")


def speakers_of(
    sentences: Sequence[Sentence], people: Sequence[Person], folded: Folded
) -> Mapping[int, tuple[int, str]]:
    """For each sentence with a known speaker: the word index from which the speaker's words stand, and the name."""
    spoken: dict[int, tuple[int, str]] = {}
    named = [(folded.forward(person.evidence.span), person.name) for person in people]
    speaker, paragraph = "", -1
    for sentence in sentences:
        if sentence.part is Part.TITLE:
            continue
        verb = next((verb for verb in sentence.verbs if says(verb, sentence)), None)
        if verb is None:
            if speaker and (sentence.paragraph == paragraph or _is_according(sentence)):
                spoken[sentence.at] = (sentence.words.start, speaker)
            continue
        before = [name for span, name in named if sentence.span.start <= span.start < verb.span.start]
        if before:
            speaker = before[-1]
        elif not _goes_on(sentence, verb):
            speaker = ""
        paragraph = sentence.paragraph
        if speaker:
            spoken[sentence.at] = (verb.stop, speaker)
    return spoken


def says(verb: Verb, sentence: Sentence) -> bool:
    """Whether a predicate introduces somebody's words: «گفت», «خاطرنشان کرد»."""
    if verb.kind in _SAYS and not verb.passive:
        return True
    carried = verb.kind in ("make", "have", "become", "give")
    return carried and any(atom.stop == verb.first and atom.has("report") for atom in sentence.atoms)


def _is_according(sentence: Sentence) -> bool:
    """«به گفته وی، …»."""
    opening = sentence.atoms[:2]
    return len(opening) == 2 and opening[0].has("according") and opening[1].has("he")


def _goes_on(sentence: Sentence, verb: Verb) -> bool:
    """Whether the sentence's subject is the last speaker: «وی», or an office without a name."""
    return (
        any(atom.first < verb.first and atom.has("he", "municipality", "council") for atom in sentence.atoms)
        or verb.first - sentence.words.start <= 2
    )
