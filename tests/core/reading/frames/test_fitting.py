from __future__ import annotations

import pytest
from tests.factories.frames import reading_in, sentence_in

from peyvand.core.reading.frames.fitting import fits, governors_of, is_broken_off
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.table import FRAMES
from peyvand.lexicon.frames import frame_lexicon


def steps(language: str, text: str) -> list[str]:
    return [f"{one.statement.event} {one.statement.modality}" for one in reading_in(language, text).statements]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Kazan and Bursa celebrated fifty years since the signing of their sister city pact.", ["event done"]),
        ("en", "The mayors of Kazan and Bursa celebrated the signing of a sister city pact.", ["event done"]),
        ("ru", "Мэр Казани пригласил мэра Лиона, города-побратима, в ответный визит.", ["visit wished"]),
        ("ru", "Лион и Казань – города-побратимы.", ["standing done"]),
        (
            "ru",
            "Подготовка к подписанию договора о побратимстве между Казанью и Лионом прекращена.",
            ["signing denied"],
        ),
        ("ru", "Договор о побратимстве между Казанью и Лионом прекращён.", ["termination done"]),
        ("zh", "应宿迁市邀请，友好城市法国里昂市代表团昨日来宿迁访问。", ["visit done"]),
        ("zh", "宿迁市邀请友好城市法国里昂市代表团访问。", ["visit wished"]),
        ("zh", "宿迁市与法国里昂市签署友好城市协议一事已被取消。", ["signing denied"]),
        ("zh", "宿迁市应该邀请友好城市法国里昂市代表团。", ["visit wished"]),
    ],
)
def test_what_a_word_says_beside_others(language: str, text: str, found: list[str]) -> None:
    assert steps(language, text) == found


def test_a_frame_asks_for_its_tie() -> None:
    words = frame_lexicon("en")
    fitting = []
    for text in ("Kazan and Bursa signed a sister city pact.", "Kazan and Bursa signed the lease."):
        sentence = sentence_in("en", text)
        hit = next(hit for hit in sentence.hits if hit.mask & BITS["sign"])
        fitting.append(fits(FRAMES[0], hit, sentence, 0, words))
    assert fitting == [True, False]


def test_what_rules_a_noun_stands_before_it() -> None:
    sentence = sentence_in("en", "The council approved the signing.")
    hit = next(hit for hit in sentence.hits if hit.mask & BITS["sign"])
    assert governors_of(hit, sentence, frame_lexicon("en")) & BITS["approve"]
    assert not is_broken_off(hit, sentence)
