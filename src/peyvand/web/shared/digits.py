"""Numbers in the digits of the page's language."""

from __future__ import annotations

_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_PLAIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")


def in_language(number: object, language: str) -> str:
    """Words with the digits of ``language``; whole numbers are grouped by thousands."""
    words = f"{number:,}" if isinstance(number, int) else str(number)
    if language != "fa":
        return words
    return words.replace(",", "٬").translate(_PERSIAN) if isinstance(number, int) else words.translate(_PERSIAN)


def plain(words: str) -> str:
    """Persian and Arabic digits as 0-9, for reading what a person typed."""
    return words.translate(_PLAIN)


_UNITS = ("", "یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم",
          "سیزدهم", "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم")  # fmt: skip
_TENS = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")


def ordinal(number: int, language: str) -> str:
    """«شانزدهمین», ``16th``: before the noun, as each language writes it."""
    if language != "fa":
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    if number == 1:
        return "نخستین"
    if number >= 100 or number < 1:
        return f"{in_language(number, language)}\u200cمین"
    if number < len(_UNITS):
        return f"{_UNITS[number]}ین"
    tens, unit = divmod(number, 10)
    if unit:
        return f"{_TENS[tens]} و {_UNITS[unit]}ین"
    return "سی\u200cامین" if tens == 3 else f"{_TENS[tens]}مین"
