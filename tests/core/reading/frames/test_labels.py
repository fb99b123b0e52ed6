from __future__ import annotations

import pytest

from peyvand.core.reading.frames.labels import BITS, LABELS, label_of, labels_in


def test_each_label_has_a_bit_of_its_own() -> None:
    assert len(set(BITS.values())) == len(LABELS)


def test_groups_have_prefixes() -> None:
    assert (label_of("frames", "sign"), label_of("roles", "mayor")) == ("sign", "role:mayor")


def test_labels_of_a_group_are_told_without_its_prefix() -> None:
    assert labels_in(BITS["role:mayor"] | BITS["sign"], "role:") == ["mayor"]


def test_an_unknown_label_is_a_fault() -> None:
    with pytest.raises(KeyError):
        label_of("frames", "dance")
