"""All kinds of things that can be found, in their order."""

from __future__ import annotations

from peyvand.records.search.kinds.bonds import Bonds
from peyvand.records.search.kinds.cases import Cases
from peyvand.records.search.kinds.contacts import Contacts
from peyvand.records.search.kinds.documents import Documents
from peyvand.records.search.kinds.kind import Kind
from peyvand.records.search.kinds.letters import Letters
from peyvand.records.search.kinds.places import Places
from peyvand.records.search.kinds.sources import Sources
from peyvand.records.search.kinds.statements import Statements

_EVERY: tuple[Kind, ...] = (
    Places(),
    Bonds(),
    Cases(),
    Contacts(),
    Letters(),
    Documents(),
    Sources(),
    Statements(),
)
KINDS = {kind.name: kind for kind in _EVERY}
