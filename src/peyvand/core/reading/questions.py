"""Questions of an interview: the city that an answer goes on about, and lists that answer «با کدام شهرها …؟»."""

from __future__ import annotations

from peyvand.core.reading.cast import Pair
from peyvand.core.reading.parties import Party, distinct, parties_of
from peyvand.core.reading.sentence import SISTER, Sentence

_QUESTION = "؟"
_TURNS = "-–—"
_LONGEST = 24


def is_question(sentence: Sentence) -> bool:
    """Whether a question mark closes a sentence."""
    return sentence.line.text.startswith(_QUESTION, sentence.span.stop)


def asked_pair(sentence: Sentence, home: Party | None) -> Pair | None:
    """The home city with the one that a question in turn asks of: «– با لاهور چطور؟», «پرسش: از کابل چه خبر؟»."""
    if home is None or not is_question(sentence) or len(sentence.words) > _LONGEST or not _is_turn(sentence):
        return None
    named = distinct(parties_of(sentence, sentence.words.start, sentence.words.stop))
    others = [party for party in named if party.place.id != home.place.id]
    return (home, others[0]) if len(others) == 1 else None


def asks_which(sentence: Sentence) -> bool:
    """«الف با کدام شهرها خواهرخوانده است؟»: the answer is a list of partners."""
    return sentence.has("which_cities") and sentence.has(*SISTER) and is_question(sentence)


def _is_turn(sentence: Sentence) -> bool:
    """Whether a dash or a word for asking opens the line."""
    text = sentence.line.text
    begins = text.rfind("\n", 0, sentence.span.start) + 1
    opened = text[begins : begins + 1]
    return (bool(opened) and opened in _TURNS) or any(
        atom.has("question") and atom.first == sentence.words.start for atom in sentence.atoms
    )
