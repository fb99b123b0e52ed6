"""Chinese signs as one spelling."""

from __future__ import annotations

from peyvand.core.gazetteer.names import name_key
from peyvand.core.gazetteer.signs import plain_signs


def test_old_and_japanese_signs_become_plain_ones_sign_for_sign() -> None:
    assert plain_signs("臺灣橫濱、横浜、広島 is Hiroshima") == "台湾横滨、横滨、广岛 is Hiroshima"


def test_plain_signs_stay() -> None:
    assert plain_signs("横滨市长") == "横滨市长"


def test_names_meet_in_plain_signs() -> None:
    assert name_key("烏蘭烏德") == name_key("乌兰乌德")
