from __future__ import annotations

from peyvand.core.text.marking import gettext_noop


def test_marked_text_stays_as_it_is():
    assert gettext_noop("There is no such file.") == "There is no such file."
