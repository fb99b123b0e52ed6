from __future__ import annotations

from dataclasses import fields

from peyvand.core.text import FurnitureWords
from peyvand.core.text.words import LABELS


def test_every_label_is_a_field() -> None:
    assert set(LABELS) <= {field.name for field in fields(FurnitureWords)}


def test_a_found_form_leads_to_its_label_however_it_is_written(words: FurnitureWords) -> None:
    assert {words.kind_of(form) for form in ("کد خبر", "کدخبر")} == {"code"}


def test_without_words_nothing_is_found() -> None:
    assert FurnitureWords().label.search("صفحه نخست") is None
