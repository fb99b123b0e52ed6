from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.text import Span
from peyvand.web.shared.quoting import around

TEXT = "دیروز باران آمد. وی گفت: پیمان امضا شد و شهر شاد است. فردا نیز."


def test_a_quotation_stands_in_its_sentence() -> None:
    start = TEXT.index("پیمان")

    said = around(TEXT, Span(start, start + len("پیمان امضا شد")))

    assert said == ("وی گفت: ", "پیمان امضا شد", " و شهر شاد است.")


def test_a_quotation_that_ends_its_sentence_has_nothing_after() -> None:
    start, stop = TEXT.index("شهر"), TEXT.index(" فردا")

    assert around(TEXT, Span(start, stop))[1:] == ("شهر شاد است.", "")


def test_long_surroundings_are_cut_between_words() -> None:
    text = "واژه " * 100 + "نقل " + "دیگر " * 100
    start = text.index("نقل")

    before, marked, after = around(text, Span(start, start + 3))

    assert (before[:6], marked, after[-6:]) == ("… واژه", "نقل", "دیگر …")


@given(st.text(max_size=400), st.data())
def test_the_quoted_words_are_never_changed(text: str, data: st.DataObject) -> None:
    text = f"{text}نقل"
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))

    assert around(text, span)[1] == span.of(text) or "⟨" in around(text, span)[1]
