from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from peyvand.adapters.signing import check, known_keys, signing_key
from peyvand.core.ledger.checkpoint import BadNote, read_note, signer_of


def test_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "keys"

    key = signing_key(folder)

    assert signing_key(folder) == key
    assert stat.S_IMODE((folder / "signing.key").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert known_keys(folder) == [key.public]


def test_installations_have_keys_and_names_of_their_own(tmp_path: Path) -> None:
    one, other = signing_key(tmp_path / "one"), signing_key(tmp_path / "other")

    assert (one.name == other.name, one.seed == other.seed) == (False, False)


def test_what_it_signs_is_known_by_its_public_half(tmp_path: Path) -> None:
    key = signing_key(tmp_path)

    note = read_note(str(key.signed("متن\n")))

    assert signer_of(note, known_keys(tmp_path), check) == key.public


def test_secret_shows_nowhere(tmp_path: Path) -> None:
    assert repr(signing_key(tmp_path)).count("seed") == 0


def test_all_who_come_at_once_get_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as workers:
        keys = set(workers.map(lambda _: signing_key(tmp_path), range(8)))

    assert len(keys) == 1
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".key", ".vkey"]


def test_former_keys_stay_known(tmp_path: Path) -> None:
    former = signing_key(tmp_path)
    (tmp_path / "signing.key").unlink()

    key = signing_key(tmp_path)

    assert set(known_keys(tmp_path)) == {former.public, key.public}


def test_broken_key_is_said_to_be_broken(tmp_path: Path) -> None:
    (tmp_path / "signing.key").write_text("peyvand/aa no-key")

    with pytest.raises(BadNote):
        signing_key(tmp_path)


def test_public_half_that_a_power_cut_has_emptied_is_written_again(tmp_path: Path) -> None:
    key = signing_key(tmp_path)
    (emptied,) = tmp_path.glob("*.vkey")
    emptied.write_bytes(b"")

    assert signing_key(tmp_path) == key
    assert known_keys(tmp_path) == [key.public]
