from __future__ import annotations

from pathlib import Path

import pytest
from tools.unused import allowed_names, unused


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house with a called function, one that a page calls, and two that nobody calls."""
    room = tmp_path / "src" / "room"
    room.mkdir(parents=True)
    (room / "code.py").write_text(
        "def called():\n    return 1\n\n\ndef shown():\n    return called()\n\n\ndef alone():\n    return 2\n\n\n"
        "def kept():\n    return 3\n\n\nNOBODY_NAMES_THIS = 4\n"
    )
    (room / "page.html").write_text("{{ page.shown }}")
    return tmp_path


def test_what_neither_code_nor_a_page_uses_is_named(house: Path) -> None:
    assert unused(house, ["kept"]) == (["src/room/code.py:9: alone"], [])


def test_what_is_allowed_without_need_is_named_too(house: Path) -> None:
    assert unused(house, ["kept", "called", "gone"]) == (["src/room/code.py:9: alone"], ["called", "gone"])


def test_each_name_that_may_stay_has_its_reason() -> None:
    assert allowed_names("# kept\n\nkept: another program calls it\n") == ["kept"]
    with pytest.raises(ValueError, match="kept has no reason"):
        allowed_names("kept:")
