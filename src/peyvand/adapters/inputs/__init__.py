"""Inputs of every kind (pages, documents, feeds, messages, archives), known by their content."""

from peyvand.adapters.inputs.items import Item
from peyvand.adapters.inputs.opening import is_archive, items_in, source_at, sources_in, sources_of

__all__ = ["Item", "is_archive", "items_in", "source_at", "sources_in", "sources_of"]
