"""Names that are nearly what was typed: a slip of the finger, or the same sound in another script."""

from __future__ import annotations

from collections.abc import Iterable

from peyvand.core.gazetteer.names import Script, script_of
from peyvand.core.gazetteer.sound import key_heard, keys_spelled, strangeness

# A slip in a shorter name is another name.
_SHORTEST, _LONGEST = 4, 24
# Signs that a key of a sound has at least: two consonants are the names of half the world.
_SIGNS = 2
# How strange a spelling by ear may be, for each of its letters.
_PER_LETTER = 0.16


def near_spellings(name: str) -> tuple[str, ...]:
    """The name, and the name without any one of its letters. Two names with one of these in common differ by a slip:
    a letter too many, too few, another one, or two changed about."""
    if not _SHORTEST <= len(name) <= _LONGEST:
        return ()
    return tuple(dict.fromkeys((name, *(name[:at] + name[at + 1 :] for at in range(len(name))))))


def is_slip(typed: str, name: str) -> bool:
    """Whether two names differ by a slip at most."""
    return not set(near_spellings(typed)).isdisjoint(near_spellings(name))


def sounds_of(name: str) -> tuple[str, ...]:
    """The keys of a name's sound, by its script."""
    script = script_of(name)
    keys: Iterable[str] = ()
    if script is Script.ARABIC:
        keys = (key_heard(name),)
    elif script is Script.LATIN:
        keys = sorted(keys_spelled(name))
    return tuple(key for key in keys if len(key) >= _SIGNS)


def sounds_like(typed: str, name: str) -> bool:
    """Whether one of two names, in Persian letters, writes the other, in Latin ones, as one might by ear."""
    scripts = script_of(typed), script_of(name)
    if scripts == (Script.ARABIC, Script.LATIN):
        return _strange(typed, name)
    return scripts == (Script.LATIN, Script.ARABIC) and _strange(name, typed)


def _strange(persian: str, latin: str) -> bool:
    limit = _PER_LETTER * max(len(persian), len(latin))
    return strangeness(persian, latin, limit) <= limit
