"""The measures that the house holds itself to, read from its own files."""

from __future__ import annotations

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "peyvand"
HAND_WRITTEN = [p for p in sorted(SOURCE.rglob("*.py")) if "migrations" not in p.parts]
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def functions(paths: list[Path]) -> Iterator[tuple[str, int]]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
                yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_file_is_too_long_to_be_read() -> None:
    assert {named(p): lines(p) for p in [*HAND_WRITTEN, *TESTS] if lines(p) > 400} == {}


def test_no_function_is_too_long_to_be_read() -> None:
    assert {name: length for name, length in functions([*HAND_WRITTEN, *TESTS]) if length > 60} == {}


def test_functions_are_short_in_the_middle() -> None:
    assert statistics.median(length for _, length in functions(HAND_WRITTEN)) <= 9


def test_imports_stand_at_the_top() -> None:
    inside = [
        f"{named(path)}:{node.lineno}"
        for path in HAND_WRITTEN
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_every_module_of_the_core_has_its_test() -> None:
    assert [named(path) for path in _untested("core")] == []


def test_nearly_every_module_of_tables_and_adapters_has_its_test() -> None:
    untested = [*_untested("adapters"), *_untested("records")]
    assert len(untested) <= 0.1 * len([p for p in HAND_WRITTEN if {"adapters", "records"} & set(p.parts)])


def _untested(folder: str) -> list[Path]:
    inside = (path for path in HAND_WRITTEN if path.is_relative_to(SOURCE / folder) and path.name != "__init__.py")
    return [path for path in inside if not _tested(path)]


def _tested(path: Path) -> bool:
    """A test file of the module's name, or one that imports the module by name."""
    mirrored = ROOT / "tests" / path.relative_to(SOURCE).with_name(f"test_{path.name}")
    module = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
    room, name = module.rsplit(".", 1)
    imports = re.compile(rf"from {re.escape(module)} import|from {re.escape(room)} import [^\n]*\b{name}\b")
    return mirrored.exists() or any(imports.search(test.read_text("utf-8")) for test in TESTS)


@pytest.mark.parametrize("name", ["uv", "runtime", "archives", "setup", "dev"])
def test_locks_pin_with_hashes_and_name_no_host(name: str) -> None:
    lock = (ROOT / "requirements" / f"{name}.lock").read_text("utf-8")

    assert "://" not in lock
    pinned = re.split(r"\n(?=\S)", lock.strip())
    assert [requirement for requirement in pinned if "--hash=sha256:" not in requirement] == []


def test_front_end_lock_names_no_host() -> None:
    assert "://" not in re.sub(r'"(url|homepage)": "[^"]*"', "", (ROOT / "package-lock.json").read_text("utf-8"))


def test_migrations_carry_names_that_someone_chose() -> None:
    automatic = [named(p) for p in SOURCE.rglob("migrations/*.py") if re.search(r"_auto_|\d{8}_\d{4}", p.name)]
    assert automatic == []
