from __future__ import annotations

from pathlib import Path

import pytest

from peyvand.adapters.shelf import Shelf

KEY = "a" * 64


def test_what_is_put_there_is_found_again(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "papers")
    shelf.put(KEY, b"one")
    shelf.put(f"{KEY}.json", b"two")

    assert (shelf.get(KEY), shelf.get(f"{KEY}.json"), sorted(shelf.kept())) == (b"one", b"two", [KEY, f"{KEY}.json"])
    assert (shelf.has(KEY), shelf.touched(KEY) > 0) == (True, True)


def test_what_is_dropped_is_gone(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.put(KEY, b"one")
    shelf.drop(KEY)
    shelf.drop(KEY)

    assert (shelf.get(KEY), shelf.has(KEY), list(shelf.kept())) == (None, False, [])


@pytest.mark.parametrize("key", ["", "../../etc/passwd", KEY[:-1], f"{KEY}/x", f"{KEY}\0", KEY.upper()])
def test_no_name_of_a_person_reaches_the_disk(tmp_path: Path, key: str) -> None:
    shelf = Shelf(tmp_path)

    assert (shelf.get(key), shelf.has(key)) == (None, False)
    with pytest.raises(ValueError, match="no key"):
        shelf.put(key, b"x")
