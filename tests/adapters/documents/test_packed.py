from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile

import pytest
from tests.factories.documents import packed

from peyvand.adapters.documents.packed import Packed
from peyvand.adapters.sources import Limits, UnreadableSource

SMALL = Limits(inflated=3_000_000, ratio=100, parts=10)


def refusal(data: bytes, part: str = "a") -> str:
    with pytest.raises(UnreadableSource) as refused:
        Packed(data, "n", SMALL).read(part)
    return refused.value.code


def test_parts_are_read() -> None:
    data = packed({"a": b"one", "b": b"two"})

    assert Packed(data, "n", SMALL).read("b") == b"two"


def test_a_bomb_goes_off_at_the_limit() -> None:
    assert refusal(packed({"a": b"0" * 20_000_000})) == "inflated"


def test_parts_count_together() -> None:
    noise = random.Random(1)
    file = Packed(packed({"a": noise.randbytes(1_500_000), "b": noise.randbytes(1_600_000)}), "n", SMALL)

    file.read("a")
    with pytest.raises(UnreadableSource) as refused:
        file.read("b")
    assert refused.value.code == "inflated"


def test_a_size_that_lies_is_not_believed() -> None:
    data = bytearray(packed({"a": b"0" * 20_000_000}))
    real = struct.pack("<I", 20_000_000)
    while (at := data.find(real)) >= 0:
        data[at : at + 4] = struct.pack("<I", 10)

    assert refusal(bytes(data)) == "broken_document"


@pytest.mark.parametrize("name", ["../a", "/etc/a", "b/../../a", "..\\a"])
def test_names_that_leave_the_folder_are_refused(name: str) -> None:
    assert refusal(packed({name: b"x"}), name) == "unsafe_part"


def test_a_list_without_end_is_not_read() -> None:
    assert refusal(b"PK\x01\x02" * 101 + packed({"a": b"x"})) == "crowded"


def test_links_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        link = zipfile.ZipInfo("a")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")

    assert refusal(out.getvalue()) == "unsafe_part"


def test_a_crowd_of_parts_is_refused() -> None:
    assert refusal(packed({str(n): b"" for n in range(11)})) == "crowded"


def test_two_parts_of_one_name_are_refused() -> None:
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as file:
        warnings.simplefilter("ignore")
        file.writestr("a", "one")
        file.writestr("a", "two")

    assert refusal(out.getvalue()) == "broken_document"


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_a_cut_file_is_broken(cut: int) -> None:
    assert refusal(packed({"a": b"x" * 100})[:cut]) == "broken_document"


@pytest.mark.parametrize(("bit", "code"), [(0x01, "encrypted"), (0x20, "broken_document")])
def test_only_a_locked_part_is_called_locked(bit: int, code: str) -> None:
    data = bytearray(packed({"a": b"x"}))
    data[6] |= bit
    data[data.index(b"PK\x01\x02") + 8] |= bit

    assert refusal(bytes(data)) == code
