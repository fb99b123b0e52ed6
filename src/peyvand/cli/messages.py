"""What the command says to people: on standard error, in the language of the terminal."""

from __future__ import annotations

import gettext
import json
import os
import sys
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def _catalogue() -> gettext.NullTranslations:
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or "en"
    folder = str(files("peyvand.web.shared") / "locale")
    return gettext.translation("django", folder, languages=[spoken.split(".")[0].split("_")[0]], fallback=True)


def _(text: str) -> str:
    """The text in the language of the terminal."""
    return _catalogue().gettext(text)


def say(text: str) -> None:
    """One line for people."""
    print(text, file=sys.stderr)  # noqa: T201 - this is where the command speaks


def answer(value: Any) -> None:
    """One JSON value, on a line of its own, on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n")


def answer_text(text: str) -> None:
    """Text for people who asked for it, on standard output."""
    sys.stdout.write(text + "\n")
