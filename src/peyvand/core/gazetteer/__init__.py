"""Which place a name means, and why."""

from peyvand.core.gazetteer.place import Level, Place

__all__ = ["Level", "Place"]
