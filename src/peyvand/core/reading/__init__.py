"""From a text to what it says of cities and their ties."""

from peyvand.core.reading.as_json import as_json
from peyvand.core.reading.model import Area, Count, Evidence, Person, Proposal, Reading, SourceFacts
from peyvand.core.reading.reader import read
from peyvand.core.reading.words import Lexicon

__all__ = ["Area", "Count", "Evidence", "Lexicon", "Person", "Proposal", "Reading", "SourceFacts", "as_json", "read"]
