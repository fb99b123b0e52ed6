"""What the command says to people: on standard error, in the language of the terminal."""

from __future__ import annotations

import gettext
import json
import os
import sys
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("fa", "en")
_DOMAIN = "django"


def spoken() -> str:
    """The language of the terminal, one of `LANGUAGES`: as the locale says it, English where it says none of them."""
    words = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    # As everywhere, a list of languages counts where there is a locale at all.
    listed = os.environ.get("LANGUAGE", "").split(":") if words not in ("", "C", "POSIX") else []
    codes = (word.replace("-", "_").partition(".")[0].partition("_")[0] for word in (*listed, words))
    return next((code for code in codes if code in LANGUAGES), "en")


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(_DOMAIN, _folder(), languages=[language], fallback=True)


def _folder() -> str:
    return str(files("peyvand.web.shared") / "locale")


def _(text: str) -> str:
    """The text in the language of the terminal."""
    return _catalogue(spoken()).gettext(text)


def speak_everywhere() -> None:
    """Let the standard library's own messages, those of its parser of arguments, come from the same catalogue."""
    gettext.bindtextdomain(_DOMAIN, _folder())
    gettext.textdomain(_DOMAIN)


def say(text: str) -> None:
    """One line for people."""
    print(text, file=sys.stderr)  # noqa: T201 - this is where the command speaks


def answer(value: Any) -> None:
    """One JSON value, on a line of its own, on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n")


def answer_text(text: str) -> None:
    """Text for people who asked for it, on standard output."""
    sys.stdout.write(text + "\n")
