"""The kinds of things that can be found, a module each: which items there are, and what of one is shown.

A new kind copies its neighbour: drafts for the index from its own tables, and what a page shows of those found.
"""
