"""Every action leaves its line in the audit: read from the code, so that no new one is forgotten."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
RECORDS = sorted((SOURCE / "peyvand" / "records").rglob("*.py"))
_DOOR = "peyvand.records.audit.actions.record"
_LOOKING = ("accounts.joining.roles_to_give", "accounts.notes.notes_of", "agenda.handover.left_by",
            "intake.evaluation.evaluate", "intake.uploads.begun", "intake.uploads.upload_of",
            "register.redacting.sources_with")  # fmt: skip
# Parts of acts, told of by those that they are parts of.
_PARTS = ("accounts.actions.may_or_holds", "accounts.notes.note", "documents.ties.fasten", "documents.ties.tie_up",
          "history.actions.erase_history", "ledger.actions.append")  # fmt: skip
# What members put away for themselves alone.
_OWN = ("agenda.actions.snooze",)
UNTOLD = {f"peyvand.records.{name}" for name in (*_LOOKING, *_PARTS, *_OWN)}

Name = str


def test_every_action_leaves_its_line() -> None:
    calls, actions = _read()
    silent = {action for action in actions if not _reaches(action, calls)}

    assert silent == UNTOLD


def _read() -> tuple[dict[Name, set[Name]], set[Name]]:
    """Whom each function of the records calls, by full names; and which of them somebody does."""
    calls: dict[Name, set[Name]] = defaultdict(set)
    actions: set[Name] = set()
    for path in RECORDS:
        module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        tree = ast.parse(path.read_text("utf-8"))
        known = _imported(tree) | {node.name: f"{module}.{node.name}" for node in tree.body if _is_function(node)}
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                name = f"{module}.{node.name}"
                for call in _calls(node):
                    calls[name].add(known.get(call.split(".")[0], "") + call[len(call.split(".")[0]) :])
                if _acts(node):
                    actions.add(name)
    return calls, actions


def _is_function(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef)


def _imported(tree: ast.Module) -> dict[str, Name]:
    """What the names of a module mean that it takes from others."""
    return {
        one.asname or one.name: f"{node.module}.{one.name}"
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module
        for one in node.names
    }


def _calls(function: ast.FunctionDef) -> Iterator[str]:
    """The names that a function calls or hands on, dotted as they stand."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
        elif isinstance(node, ast.Name):
            yield node.id


def _acts(function: ast.FunctionDef) -> bool:
    """Whether somebody does it: who only looks is called ``member``."""
    given = (*function.args.args, *function.args.kwonlyargs)
    by = (one for one in given if one.arg == "by" and one.annotation and "Member" in ast.unparse(one.annotation))
    return not function.name.startswith("_") and any(by)


def _reaches(name: Name, calls: dict[Name, set[Name]]) -> bool:
    seen, waiting = set[Name](), [name]
    while waiting:
        one = waiting.pop()
        if one == _DOOR:
            return True
        if one not in seen:
            seen.add(one)
            waiting += calls.get(one, ())
    return False
