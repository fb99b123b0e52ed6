"""What differs between SQLite and PostgreSQL, and nothing else."""

from peyvand.adapters.engines.address import BadAddress, database_settings
from peyvand.adapters.engines.append_only import AppendOnly, faults

__all__ = ["AppendOnly", "BadAddress", "database_settings", "faults"]
