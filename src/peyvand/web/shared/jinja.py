"""The one Jinja2 environment of the site: gettext, addresses, digits and dates of the page's language."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from peyvand.web.shared import digits


def address(name: str, *args: object) -> str:
    """The address of a page in the active language."""
    return reverse(name, args=args)


def number(value: object) -> str:
    """Digits as the active language writes them. Never for codes that a reader may copy."""
    return digits.in_language(value, translation.get_language() or "en")


def isolated(words: str, language: str | None = None) -> Markup:
    """Words of unknown direction, kept from turning the line around them."""
    if language is None:
        return Markup("<bdi>{}</bdi>").format(words)
    direction = "rtl" if translation.get_language_info(language)["bidi"] else "ltr"
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(language, direction, words)


def environment(**options: Any) -> Environment:
    """Made by Django from the settings."""
    options.update(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"])
    made = Environment(**options)
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext, translation.ngettext, newstyle=True,
        pgettext=translation.pgettext, npgettext=translation.npgettext,
    )  # fmt: skip
    made.globals.update(static=static, url=address, current_language=translation.get_language)
    made.filters.update(num=number, bdi=isolated, esc=escape)
    return made
