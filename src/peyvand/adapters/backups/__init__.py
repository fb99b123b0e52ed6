"""A backup as a folder: copies of files, and a signed list of their hashes."""

from peyvand.adapters.backups.folder import BadBackup, check, copy_in, copy_out, seal
from peyvand.adapters.backups.manifest import Listed, Manifest, read_manifest

__all__ = ["BadBackup", "Listed", "Manifest", "check", "copy_in", "copy_out", "read_manifest", "seal"]
