"""Statements, verdicts, and the fold that makes bonds of them."""
