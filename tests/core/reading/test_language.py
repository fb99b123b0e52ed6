from __future__ import annotations

import pytest

from peyvand.core.reading.language import LanguageWords, language_of
from peyvand.lexicon.reading import language_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("پیمان دو شهر در تالار امضا شد و شهردار از آن گفت.", "fa"),
        ("پيمان دو شهر در تالار امضا شد و شهردار از آن گفت.", "fa"),
        ("کاشمر میزبان گروه اوش", "fa"),
        ("وقعت المدينتان على اتفاقية التوأمة في القاهرة بعد زيارة قصيرة.", "ar"),
        ("دونوں شہروں کے درمیان معاہدے پر دستخط ہوئے اور میئر نے کہا", "ur"),
        ("The two cities signed an agreement for the next ten years.", "en"),
        ("İki şehir arasında kardeş şehir protokolü imzalandı ve bir heyet geldi.", "tr"),
        ("Rize'den Ordu'ya, Ordu'dan Niğde'ye: Başkan dün Ordu'daydı, Van'a ve Muş'a da gitti.", "tr"),
        ("Die beiden Städte haben den Vertrag mit der Stadt unterzeichnet und das ist gut.", "de"),
        ("Les deux villes ont signé un accord dans la salle de la mairie.", "fr"),
        ("Города подписали договор на десять лет, и это было важно для области.", "ru"),
        ("Ду шаҳр дар толор паймон бастанд ва ин хабар аз шаҳрдорӣ аст.", "tg"),
        ("两个城市在市政厅签署了友好城市协议。", "zh"),
        ("12345 - 67", None),
        ("", None),
    ],
)
def test_small_words_tell(text: str, language: str | None) -> None:
    assert language_of(text, language_words()) == language


def test_only_the_beginning_counts() -> None:
    text = "the of and " * 100 + "از به که در با را این است " * 100
    assert language_of(text, language_words()) == "en"


def test_letters_decide_where_words_do_not() -> None:
    words = LanguageWords.of({"latin": {"aa": ["word", "q"], "bb": ["word", "x"]}})
    assert language_of("word max", words) == "bb"
    assert language_of("word qua", words) == "aa"
