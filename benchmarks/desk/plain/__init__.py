"""The anchor: what anybody would write with Django alone. A table of bonds as a list, and an FTS5 table beside it."""
