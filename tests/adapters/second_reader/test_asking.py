from __future__ import annotations

import pytest
from tests.adapters.second_reader.conftest import Running

from peyvand.adapters.second_reader import NoAnswer, ask
from peyvand.adapters.sources import capture_text
from peyvand.core.reading.answer import Fault

TEXT = """یزد و ایروان خواهرخوانده شدند

پیمان خواهر\u200cخواندگی یزد و ایروان روز ۱۲ مهر ۱۴۰۲ در تالار شهر به امضای شهرداران دو شهر رسید."""
SIGNED = {
    "event": "signing",
    "modality": "done",
    "quote": "پیمان خواهر\u200cخواندگی یزد و ایروان روز ۱۲ مهر ۱۴۰۲",
    "cities": ["یزد", "ایروان"],
    "instrument": "sister_city",
    "instrument_words": "خواهر\u200cخواندگی",
    "date_words": "۱۲ مهر ۱۴۰۲",
    "authority": None,
}
SOURCE = capture_text(TEXT, "news.txt")


def test_an_answer_becomes_a_reading_with_its_half_spaces(running: Running) -> None:
    running.speaker.says({"events": [SIGNED]})
    second = ask(running.server, SOURCE)
    (one,) = second.reading.statements

    assert (sorted(city.name for city in one.cities), one.resolution.date) == (["Yazd", "Yerevan"], "2023-10-04")
    assert one.evidence.text == SIGNED["quote"]
    assert second.dropped == ()


def test_the_source_goes_out_whole_with_model_and_key(running: Running) -> None:
    running.speaker.says({})
    ask(running.server, SOURCE)
    (asked,) = running.speaker.asked

    assert (asked["model"], asked["temperature"], running.speaker.keys) == ("small", 0, ["Bearer secret"])
    assert TEXT in asked["messages"][1]["content"]


def test_a_broken_answer_is_asked_for_once_more(running: Running) -> None:
    running.speaker.says('{"events": [')
    running.speaker.says({"events": [SIGNED]})

    assert len(ask(running.server, SOURCE).reading.statements) == 1
    assert [len(asked["messages"]) for asked in running.speaker.asked] == [2, 4]


def test_words_around_the_answer_do_no_harm(running: Running) -> None:
    running.speaker.says('Here it is:\n```json\n{"events": []}\n```')

    assert ask(running.server, SOURCE).reading.statements == ()


def test_items_that_do_not_hold_fall_one_by_one(running: Running) -> None:
    made_up = SIGNED | {"quote": "پیمان یزد و ایروان تمدید شد"}
    running.speaker.says({"events": [SIGNED, made_up, SIGNED | {"modality": "certain"}, "?"], "areas": {"a": 1}})
    second = ask(running.server, SOURCE)

    assert len(second.reading.statements) == 1
    assert [one.fault for one in second.dropped] == [Fault.SHAPE, Fault.SHAPE, Fault.NOT_VERBATIM]


@pytest.mark.parametrize("content", ["no", '["events"]', '{"events": [}'])
def test_an_answer_that_stays_broken_is_none(running: Running, content: str) -> None:
    running.speaker.says(content)
    with pytest.raises(NoAnswer) as refused:
        ask(running.server, SOURCE)

    assert (refused.value.code, len(running.speaker.asked)) == ("broken", 2)


@pytest.mark.parametrize(("text", "code"), [("یزد و ایروان " * 6000, "too_long"), ("0123", "language")])
def test_what_cannot_be_checked_is_not_sent(running: Running, text: str, code: str) -> None:
    running.speaker.says({})
    with pytest.raises(NoAnswer) as refused:
        ask(running.server, capture_text(text, "a"))

    assert (refused.value.code, running.speaker.asked) == (code, [])
