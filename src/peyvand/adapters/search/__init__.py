"""The index of words behind one port: SQLite's FTS5 and PostgreSQL's text vectors, with the same answers.

A table of items has a number and the item's words, made ready by `core.search` and separated by blanks; the engine
keeps its own index of them beside, in the same transaction. Numbers are given so that what should come first is less:
hits in the order of their numbers are in the order of worth, and neither engine ranks.
"""

from peyvand.adapters.search.port import INDEX, Index

__all__ = ["INDEX", "Index"]
