"""Sources from outside: text and HTML files, decoded, bounded, and reduced to the text that offsets count in."""

from peyvand.adapters.sources.capture import capture_bytes, capture_file, capture_text
from peyvand.adapters.sources.captured import REASONS, Captured, UnreadableSource
from peyvand.adapters.sources.limits import LIMITS, Limits

__all__ = [
    "LIMITS",
    "REASONS",
    "Captured",
    "Limits",
    "UnreadableSource",
    "capture_bytes",
    "capture_file",
    "capture_text",
]
