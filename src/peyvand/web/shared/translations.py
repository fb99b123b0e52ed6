"""The Persian catalogue: gathered from the sources, compiled at set-up, checked for gaps.

`python -m peyvand.web.shared.translations gather|compile|check`
"""

from __future__ import annotations

import ast
import logging
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parents[2]
LOCALE = Path(__file__).resolve().parent / "locale"
CATALOGUE = LOCALE / "fa" / "LC_MESSAGES" / "django.po"

_METHODS = [("**/jinja2/**.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
_OPTIONS = {"**/jinja2/**.html": {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}}
_KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
_GETTEXT = frozenset(_KEYWORDS)

log = logging.getLogger(__name__)


def main(arguments: list[str]) -> int:
    """Do as asked; exit status 1 where the check finds a fault."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    match arguments:
        case ["compile"]:
            compile_catalogue(CATALOGUE)
        case ["gather"]:
            gather(CATALOGUE)
        case ["check"]:
            faults = [*catalogue_faults(CATALOGUE), *source_faults(PACKAGE)]
            for fault in faults:
                log.error("translations: %s", fault)
            return bool(faults)
        case _:
            log.error("usage: python -m peyvand.web.shared.translations gather|compile|check")
            return 2
    return 0


def compile_catalogue(path: Path) -> Path:
    """Write the catalogue that the site reads; its path."""
    compiled = path.with_suffix(".mo")
    with compiled.open("wb") as file:
        write_mo(file, _read(path))
    return compiled


def gather(path: Path) -> None:
    """Take new messages into the catalogue and drop those that nothing says any more."""
    wanted = _wanted()
    catalogue = _read(path) if path.exists() else Catalog(locale="fa", domain="django", fuzzy=False)
    catalogue.header_comment = "# The words of Peyvand in Persian."
    catalogue.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, no_location=True, omit_header=False)


def catalogue_faults(path: Path) -> Iterator[str]:
    """Messages without Persian, unsure ones, and placeholders that differ."""
    catalogue = _read(path)
    for wanted in _messages(_wanted()):
        said = catalogue.get(wanted.id, wanted.context)
        name = wanted.id if isinstance(wanted.id, str) else wanted.id[0]
        if said is None or not all(_strings(said)):
            yield f"no Persian for {name!r}"
        elif said.fuzzy:
            yield f"unsure Persian for {name!r}"
        elif any(_places(form) != _places(name) for form in _strings(said)):
            yield f"other placeholders in the Persian of {name!r}"


def source_faults(package: Path) -> Iterator[str]:
    """Calls of gettext with an f-string, which no catalogue can hold, and inside of one, where nobody gathers them."""
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in _GETTEXT and _has_f_string(node):
                yield f"{path.relative_to(package)}:{node.lineno}: an f-string cannot be translated"
            if isinstance(node, ast.JoinedStr) and any(map(_says, ast.walk(node))):
                yield f"{path.relative_to(package)}:{node.lineno}: words inside an f-string are not gathered"


def _says(node: ast.AST) -> bool:
    """Whether a call of gettext names its words, rather than a variable that holds them."""
    called = isinstance(node, ast.Call) and _name(node.func) in _GETTEXT
    return called and any(isinstance(argument, ast.Constant) for argument in node.args)  # type: ignore[attr-defined]


def _has_f_string(call: ast.Call) -> bool:
    return any(isinstance(argument, ast.JoinedStr) for argument in call.args)


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _wanted() -> Catalog:
    wanted = Catalog(locale="fa", domain="django", fuzzy=False)
    for _file, _line, message, _comments, context in extract_from_dir(
        PACKAGE, _METHODS, _OPTIONS, keywords=_KEYWORDS, directory_filter=lambda _folder: True
    ):
        wanted.add(message, context=context)
    return wanted


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale="fa", domain="django")


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _strings(message: Message) -> Iterable[str]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


def _places(text: str) -> set[str]:
    """The placeholders of both kinds: ``{name}`` and ``%(name)s``."""
    return {part.split("}")[0] for part in text.split("{")[1:]} | {part.split(")")[0] for part in text.split("%(")[1:]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
