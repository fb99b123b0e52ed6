"""The one loader of rule data: YAML in, plain values out, every fault named with its file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

FOLDERS = Path(__file__).parent


class LexiconFault(ValueError):
    """A file of the lexicon does not hold what its room expects."""


@cache
def load_yaml(folder: str, name: str) -> Any:
    """The values of ``lexicon/<folder>/<name>.yaml``.

    Raises `LexiconFault` with the file's name and the place of the fault.
    """
    path = files("peyvand.lexicon") / folder / f"{name}.yaml"
    try:
        return yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError as fault:
        raise LexiconFault(f"lexicon/{folder}/{name}.yaml is missing") from fault
    except yaml.YAMLError as fault:
        raise LexiconFault(f"lexicon/{folder}/{name}.yaml: {fault}") from fault


@cache
def frame_languages() -> tuple[str, ...]:
    """The languages that are read by frames: each has a folder with the file ``language.yaml``."""
    return tuple(sorted(path.parent.name for path in FOLDERS.glob("*/language.yaml")))
