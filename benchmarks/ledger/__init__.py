"""The ledger and its register at a million statements, beside nomenklatura's store and plain indexed SQL."""
