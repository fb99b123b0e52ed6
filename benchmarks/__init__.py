"""Figures beside the named peers, each in one run on the same work. See docs/performance.md."""
