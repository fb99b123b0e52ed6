"""Text as data with a history: folding for matching, spans that lead back to the page's own letters."""

from peyvand.core.text.division import Divided, divide
from peyvand.core.text.folding import Folded, fold, fold_words, skeleton
from peyvand.core.text.forms import any_of, compile_forms, form_pattern
from peyvand.core.text.parts import Part
from peyvand.core.text.sentence import sentences
from peyvand.core.text.span import Span, trimmed
from peyvand.core.text.words import FurnitureWords

__all__ = [
    "Divided",
    "Folded",
    "FurnitureWords",
    "Part",
    "Span",
    "any_of",
    "compile_forms",
    "divide",
    "fold",
    "fold_words",
    "form_pattern",
    "sentences",
    "skeleton",
    "trimmed",
]
