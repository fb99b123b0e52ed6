"""How names in other letters sound, in Persian letters, so that `sound` can compare them with Latin names.

Russian writes a foreign name by ear like Persian. Chinese takes for each syllable one of some three hundred signs that
are hardly used for anything else; one sign stands for «r» and «l» alike. A language of Latin letters brings the table
of its own: «Jitomir» is French, «Schytomyr» German.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.place import Place
from peyvand.core.gazetteer.signs import plain_signs
from peyvand.core.gazetteer.slugs import plain_letters
from peyvand.core.gazetteer.sounding import Heard, Sounds

_CYRILLIC = {
    "а": "ا", "б": "ب", "в": "و", "г": "گ", "д": "د", "е": "", "ё": "یو", "ж": "ژ", "з": "ز", "и": "ی", "й": "ی",
    "к": "ک", "л": "ل", "м": "م", "н": "ن", "о": "و", "п": "پ", "р": "ر", "с": "س", "т": "ت", "у": "و", "ф": "ف",
    "х": "ه", "ц": "تس", "ч": "چ", "ш": "ش", "щ": "ش", "ъ": "", "ы": "ی", "ь": "", "э": "", "ю": "یو", "я": "یا",
}  # fmt: skip
# The signs of each syllable; R is «r» or «l».
_SYLLABLES = {
    "ا": "阿亚娅", "ای": "埃艾伊", "ان": "安恩", "او": "奥欧", "با": "巴", "بای": "拜",
    "بان": "班", "بانگ": "邦", "باو": "鲍保", "بی": "比毕碧贝彼", "ب": "布勃卜", "بو": "博波", "بن": "本",
    "بR": "伯", "پین": "宾", "پا": "帕", "پای": "派", "پان": "潘", "پی": "皮佩裴毗", "پو": "珀坡",
    "پ": "普", "پن": "彭", "دا": "达", "دای": "代戴", "دان": "丹但", "دو": "多杜", "د": "德", "دی": "迪蒂",
    "دین": "丁", "دن": "登邓", "دون": "敦顿东", "تا": "塔", "تای": "泰", "تان": "坦汤", "تاو": "陶",
    "ت": "特", "تی": "提", "تین": "廷", "تن": "滕腾", "تو": "托图土", "تون": "通", "گا": "加嘉",
    "گان": "甘冈", "گ": "格", "گی": "吉盖基", "گو": "戈古哥", "گون": "贡", "گن": "根", "گوا": "瓜",
    "کا": "卡喀", "کای": "凯", "کان": "坎", "ک": "克", "کی": "奇", "کو": "科库柯", "کون": "孔昆康",
    "کن": "肯", "کین": "金", "کوی": "奎", "کاو": "考", "کیا": "恰", "زا": "扎赞", "ز": "兹泽",
    "زو": "佐祖", "سا": "萨莎沙", "سای": "赛", "سان": "桑圣山", "س": "斯思什士丝塞", "سی": "西希锡齐兮", "سین": "辛",
    "سو": "索苏", "سون": "松逊", "سن": "森", "سR": "瑟", "ش": "施史", "شا": "夏", "شو": "绍舒肖",
    "شی": "谢舍歇", "چا": "查", "چی": "切", "چو": "乔丘楚", "جی": "杰", "جا": "贾", "جو": "若朱卓", "ف": "芙夫弗",
    "فی": "菲费", "فا": "法", "فو": "福富", "فن": "芬", "فان": "范凡", "وا": "瓦", "وی": "韦维威",
    "وان": "万旺", "وین": "温文", "وو": "沃伍乌", "و": "武", "ها": "哈", "ه": "赫黑", "هان": "汉罕",
    "هو": "霍胡荷", "هون": "洪", "هن": "亨", "هوا": "华", "Rا": "拉", "Rای": "莱赖", "Rان": "兰蓝朗",
    "R": "尔勒", "Rی": "里利丽莉列雷", "Rین": "林", "Rو": "罗洛卢鲁", "Rون": "伦隆龙", "Rاو": "劳", "Rوی": "吕",
    "ما": "马玛", "مای": "迈", "مان": "曼芒", "م": "姆默", "می": "米密", "من": "门缅", "مون": "蒙",
    "مو": "莫摩穆墨", "مین": "明", "مک": "麦", "مR": "梅", "نا": "纳娜", "نای": "奈", "نان": "南",
    "نی": "尼涅内", "نو": "诺努", "نین": "宁", "نیو": "纽", "یا": "雅", "ی": "耶叶", "یو": "尤约",
    "یان": "扬延央", "ین": "因英", "ون": "翁昂", "تس": "策茨", "پون": "蓬", "شان": "尚", "شن": "申",
    "ژی": "芝", "جن": "珍", "جان": "詹简", "زین": "津", "زون": "宗", "هیو": "休", "گوی": "圭贵",
    "دR": "道", "چن": "钦", "لو": "路", "ایر": "爱", "تیان": "田", "ژان": "让", "تانگ": "唐",
    "نن": "嫩", "ژو": "茹", "ژ": "日热", "یون": "永", "های": "海", "بورگ": "堡", "هاو": "豪",
}  # fmt: skip
_SIGNS = {sign: syllable for syllable, signs in _SYLLABLES.items() for sign in signs}
# Countries whose names Chinese writes in signs of their own, and not by ear.
_IN_SIGNS = frozenset(("CN", "TW", "HK", "MO", "JP", "KR", "KP", "VN"))
# A town of several that a spelling may be is meant, if it is so many times larger than the next.
_LARGER = 3
# So many spellings are made of one name, and so many signs has the longest.
_MOST, _LONGEST, _LONGEST_LATIN = 16, 12, 30
_TWICE = re.compile(r"(.)\1+")
_WORD = re.compile(r"[^\W_]+")
_FIRST_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Letters:
    """How a language reads Latin letters: each spelling with the Persian letters that it may be."""

    heard: Mapping[str, tuple[str, ...]]
    spelling: re.Pattern[str]


def letters_of(rows: Iterable[str]) -> Letters | None:
    """Letters from rows "ch:خ,ش": a spelling, a colon, what it may be; None for no rows."""
    heard = {spelling: tuple(told.split(",")) for spelling, _, told in (row.partition(":") for row in rows)}
    longest = sorted(map(re.escape, heard), key=len, reverse=True)
    return Letters(heard, re.compile("|".join((*longest, ".")))) if heard else None


def place_heard(
    sounds: Sounds, name: str, script: Script, country: str, signs: int = 0, letters: Letters | None = None
) -> Place | None:
    """The place of a country (ISO 3166-1 alpha-2) that a folded name of some script writes by ear, or None.

    ``signs`` as `Sounds.hear` has it; ``letters`` are those of a language in Latin letters.
    """
    if script is Script.HAN and country in _IN_SIGNS:
        return None
    spellings = _read(name, letters) if script is Script.LATIN else heard_as(name, script)
    found = [place for spelled in spellings if (place := _leading(sounds.hear(spelled, country, signs=signs)))]
    return max(found, key=lambda place: place.population, default=None)


def _leading(heard: Heard) -> Place | None:
    """The one place heard, or the one of several that is much the largest or has their name too."""
    if heard.place or not heard.candidates:
        return heard.place
    first, *others = sorted(heard.candidates, key=lambda place: -place.population)
    larger = all(first.population >= _LARGER * other.population for other in others)
    return first if larger or all(first.name == other.name for other in others) else None


def heard_as(name: str, script: Script) -> tuple[str, ...]:
    """The folded Persian spellings of a folded name; none for a name whose signs are not all known."""
    if script is Script.CYRILLIC:
        heard = "".join(_CYRILLIC.get(letter, "") for letter in name.replace("дж", "ж"))
        return (_TWICE.sub(r"\1", f"ا{heard}" if name.startswith("э") else heard),)
    if script is Script.HAN and len(name) <= _LONGEST:
        return tuple(islice(_spelled(plain_signs(name)), _MOST))
    return (name,) if script is Script.ARABIC else ()


def _spelled(name: str) -> Iterator[str]:
    syllables = [_SIGNS.get(sign) for sign in name]
    if None in syllables:
        return
    parts = "".join(filter(None, syllables)).split("R")
    for letters in product("رل", repeat=len(parts) - 1):
        yield parts[0] + "".join(letter + part for letter, part in zip(letters, parts[1:], strict=True))


def _read(name: str, letters: Letters | None) -> tuple[str, ...]:
    """The Persian spellings of a folded name in Latin letters; none where the language does not tell how it reads."""
    if letters is None or len(name) > _LONGEST_LATIN:
        return ()
    options = [option for word in _WORD.findall(name) for option in _options(word, letters)]
    if () in options:
        return ()
    return tuple(dict.fromkeys(_TWICE.sub(r"\1", "".join(heard)) for heard in islice(product(*options), _MOST)))


def _options(word: str, letters: Letters) -> Iterator[tuple[str, ...]]:
    """What each spelling of a word may be; nothing for one that the language does not know, with marks or without."""
    for at, spelling in enumerate(letters.spelling.findall(word)):
        plain = plain_letters(spelling)
        heard = letters.heard.get(spelling) or letters.heard.get(plain, ())
        if at == 0 and plain[:1] in _FIRST_VOWELS:
            # The first vowel of a name has a bearer.
            heard = tuple(option if option.startswith("ا") else f"ا{option}" for option in heard)
        yield heard
