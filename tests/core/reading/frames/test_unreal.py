"""Steps that only look done: a sentence calls them untrue, or something still to come waits for them."""

from __future__ import annotations

import pytest
from tests.factories.frames import told_in

PAIRS = {"fr": "Kazan, Lyon", "tr": "Bursa, Kazan"}
SAID = [
    ("fr", "Une fois la charte de jumelage signée entre Lyon et Kazan, la place sera repeinte.", "signing planned"),
    ("fr", "Une fois la charte de jumelage signée entre Lyon et Kazan, on a dansé.", "signing done"),
    ("fr", "Une fois la charte de jumelage signée en 1958, Lyon et Kazan seront amies.", "signing done"),
    ("tr", "Bursa ile Kazan kardeş şehir protokolü imzalandıktan sonra park açılacak.", "signing planned"),
    ("tr", "Bursa ile Kazan kardeş şehir protokolü imzalandıktan sonra plaketler verildi.", "signing done"),
    ("tr", "Bursa ile Kazan kardeş şehir protokolü imzaladığında park açılacak.", "signing planned"),
    ("tr", "Bursa ile Kazan kardeş şehir protokolü imzaladığında plaketler verildi.", "signing done"),
    ("fr", "Lyon attend que la charte de jumelage avec Kazan soit signée.", "signing wished"),
    ("tr", "Bursa ile Kazan kardeş şehir protokolü imzaladı, ancak park haberi asılsız.", "signing done"),
    ("tr", "Bursa ile Kazan kardeş şehir protokolü imzaladı haberleri gerçeği yansıtmamaktadır.", "signing denied"),
]


@pytest.mark.parametrize(("language", "sentence", "step"), SAID)
def test_what_waits_or_is_untrue(language: str, sentence: str, step: str) -> None:
    assert [one for one in told_in(language, sentence) if "signing" in one] == [f"{step}: {PAIRS[language]}"]


def test_a_tie_that_is_called_untrue_does_not_stand() -> None:
    assert told_in("tr", "Bursa ile Kazan'ın kardeş şehir olduğu haberi yalan çıktı.") == []
