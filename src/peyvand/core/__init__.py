"""Pure Python: no framework, no disk, no network, no clock. Each room is usable alone."""
