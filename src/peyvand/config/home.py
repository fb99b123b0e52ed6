"""The installation's folder: where it is, and what it keeps for itself."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

from peyvand.adapters.files import write_once


def default_home() -> Path:
    """The folder for a user's data by the rules of the platform."""
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Peyvand"
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Peyvand"
    # The rule of the desktops: a relative path in XDG_DATA_HOME is to be ignored.
    given = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".local" / "share") / "peyvand"


def home() -> Path:
    """``PEYVAND_HOME``, made (for its owner alone) where it is not there yet."""
    folder = Path(os.environ.get("PEYVAND_HOME") or default_home()).expanduser().absolute()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The installation's own secret, made on first use and readable by its owner alone."""
    path = folder / "secret_key"
    if path.exists() and not path.stat().st_size:
        # Made by a release that did not wait for the disk, before the power was cut.
        path.unlink()
    if not path.exists():
        write_once(path, secrets.token_urlsafe(50).encode("ascii"))
    return path.read_text("ascii")
