"""Peyvand: the working memory of what cities promise each other."""

__version__ = "0.1.0"
