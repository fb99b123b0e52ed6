"""What is told of a word by itself, told once: the words of one article are mostly those of all others."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Told = TypeVar("_Told")
# So many words are remembered at a time; whoever writes longer ones writes no words.
_MOST, _LONGEST = 20_000, 40


class Memo(dict[_Key, _Told]):
    """``memo[word]`` is what ``tell`` says of a word, and stays so: it must depend on nothing else.

    Bounded, whatever texts bring: full, it forgets all at once. A key is a word, or a row of few things.
    """

    def __init__(self, tell: Callable[[_Key], _Told], most: int = _MOST) -> None:
        super().__init__()
        self._tell = tell
        self._most = most

    def __missing__(self, key: _Key) -> _Told:
        told = self._tell(key)
        if not isinstance(key, str) or len(key) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[key] = told
        return told
