"""The installation's folder: where it is, and what it keeps for itself."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path


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
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text("ascii")
