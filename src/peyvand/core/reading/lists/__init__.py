"""Partners that lists, rolls and tables name, whose sentences are rows."""
