"""The ledger and its register at the size of a million statements, beside nomenklatura's store and plain indexed SQL."""
