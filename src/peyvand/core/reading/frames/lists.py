"""How cities stand together in a sentence: in lists, two by two, one in brackets behind another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from peyvand.core.reading.frames.cast import Pair
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.words import mask_of

_LISTING = mask_of("and", "in", "where", "filler", "city", "municipality", "sister") | BITS["role:mayor"]
_LIST_GAP = 4
# How many words stand between the first two of a row of couples.
_BESIDE = 5
_FEW = 2
# Between a list and the word that sums it up (words).
_SUMMED_IN, _OF_SUMS = 8, mask_of("filler", "city", "municipality")
_DASH = re.compile(r" ?[-–—] ?")
# Behind the last name of a list the small word that leads it in stands so near (words).
_LED_IN = 4


def groups_of(cities: Sequence[City], sentence: Sentence) -> list[list[City]]:
    """The lists in which cities stand: only commas, joining words and countries between them."""
    groups: list[list[City]] = []
    for city in cities:
        before = groups[-1][-1] if groups else None
        if before and _is_listed(before, city, sentence):
            groups[-1].append(city)
        else:
            groups.append([city])
    return groups


def _is_listed(before: City, city: City, sentence: Sentence) -> bool:
    row = sentence.row
    start = max(before.stop, before.after)
    listing = [hit for hit in sentence.within(start, city.first) if hit.mask & _LISTING]
    known = {at for hit in listing for at in range(hit.first, hit.stop)}
    areas = {at for first, stop, _ in sentence.names.areas for at in range(first, stop)}
    if city.told and city.after == city.stop:
        # «венгерским Мишкольцем»: the word before says its country.
        areas.add(city.first - 1)
    if len(listing) > _LIST_GAP or any(at not in known and at not in areas for at in range(start, city.first)):
        return False
    joined = city.joined or any(hit.mask & BITS["and"] for hit in sentence.within(start, city.first))
    owners = sum(bool(hit.mask & BITS["own"]) for hit in sentence.hits)
    signs = ",،，、" if owners >= _FEW else ",،，、;；"
    return joined or any(sign in row.gaps[at] for at in range(start, city.first + 1) for sign in signs)


def leads(group: Sequence[City], sentence: Sentence) -> str:
    """Which small word leads a list in: before it, or behind it where they stand there («A ve B ile»)."""
    if sentence.row.led_behind:
        return _leads_behind(group, sentence)
    first = group[0].first
    first = next((start for start, stop, _ in sentence.names.areas if stop == first), first)
    begin = max((city.stop for city in sentence.cities if city.stop <= first), default=sentence.first)
    for hit in reversed(list(sentence.within(max(begin, first - 5), first))):
        if hit.mask & BITS["between"]:
            return "between"
        if hit.mask & BITS["with"]:
            return "with"
        if not hit.mask & _LISTING:
            break
    return ""


def _leads_behind(group: Sequence[City], sentence: Sentence) -> str:
    """Where a joining word alone may make a list of what stands before «with»: «A Belediyesi, B ile» are no list."""
    stop = max(group[-1].stop, group[-1].after)
    limit = min((city.first for city in sentence.cities if city.first >= stop), default=sentence.stop)
    for hit in sentence.within(stop, min(limit, stop + _LED_IN)):
        if hit.mask & BITS["between"]:
            return "between"
        if hit.mask & BITS["with"]:
            joins = [one for one in sentence.within(group[0].stop, group[-1].first) if one.mask & BITS["and"]]
            return "with" if len(group) == 1 or (joins and not joins[-1].mask & BITS["with"]) else ""
        if not hit.mask & _LISTING:
            break
    return ""


def couples_in(groups: Sequence[list[City]], sentence: Sentence) -> tuple[Pair, ...]:
    """ "A and B, C and D": each two that a word joins, or that stand beside their city halls."""
    cities = [city for group in groups for city in group]
    if len(cities) == 2:
        return ()
    if len(cities) % 2:
        return _between_commas(cities, sentence)
    between = [sentence.masked(one.stop, other.first) for one, other in pairwise(cities)]
    joined = [bool(mask & mask_of("and", "with")) for mask in between]
    if _are_bound(cities, between, sentence):
        return tuple((cities[at], cities[at + 1]) for at in range(0, len(cities), 2))
    led = all(mask & mask_of("with", "sistering") for mask in between[::2]) and between[-1] & BITS["with"]
    if led and not any(mask & BITS["with"] for mask in between[1::2]):
        # "A is twinned with B and C with D".
        return tuple((cities[at], cities[at + 1]) for at in range(0, len(cities), 2))
    if len({bool(mask & BITS["with"]) for mask in between[::2]}) > 1:
        # "A with B, C and D": one beside three.
        return ()
    each_by_office = all(city.office for city in cities[::2]) and _are_parted(cities, sentence)
    if not each_by_office and (not all(joined[::2]) or not _are_apart(cities, joined, sentence)):
        return _between_commas(cities, sentence)
    return tuple((cities[at], cities[at + 1]) for at in range(0, len(cities), 2))


def _are_apart(cities: Sequence[City], joined: Sequence[bool], sentence: Sentence) -> bool:
    """Whether no word joins one couple to the next, or only behind a comma: "A and B, and C and D"."""
    gaps = sentence.row.gaps
    commas = [
        any(_has_sign(gaps[at]) for at in range(max(one.stop, one.after), other.first + 1))
        for one, other in pairwise(cities)
    ]
    return not any(joined[1::2]) or (all(commas[1::2]) and not any(commas[::2]))


def _are_bound(cities: Sequence[City], between: Sequence[int], sentence: Sentence) -> bool:
    """«A à B et C à D», "A–B, C–D": each two bound by one small word, or by a dash, and a joining word or a comma
    between them."""
    row = sentence.row
    apart = [(max(one.stop, one.after), other.first) for one, other in pairwise(cities)]
    words = all(
        other - stop == 1 and mask & BITS["where"] for (stop, other), mask in zip(apart[::2], between[::2], strict=True)
    )
    dashes = all(stop == other and _DASH.fullmatch(row.gaps[other]) for stop, other in apart[::2])
    parted = (
        mask & BITS["and"] or any(_has_sign(row.gaps[at]) for at in range(stop, other + 1))
        for (stop, other), mask in zip(apart[1::2], between[1::2], strict=True)
    )
    return (words or dashes) and all(parted)


def _between_commas(cities: Sequence[City], sentence: Sentence) -> tuple[Pair, ...]:
    """ "A and B, C and some stranger, E and F": each two that stand between commas with only a joining word."""
    row = sentence.row
    found: list[Pair] = []
    for one, other in pairwise(cities):
        between = list(sentence.within(max(one.stop, one.after), other.first))
        joiners = [hit for hit in between if hit.mask & BITS["and"]]
        apart = other.first - max(one.stop, one.after)
        # "The town of A and the province of B, C and D": only the first may have words beside it.
        joined = len(joiners) == 1 and (apart == 1 or (one is cities[0] and apart <= _BESIDE))
        stop = max(other.stop, other.after)
        opens = one.first == sentence.first or one is cities[0] or _has_sign(row.gaps[one.first])
        closes = stop >= sentence.stop or _has_sign(row.gaps[stop])
        if joined and (opens or found) and closes and not (found and found[-1][1] is one):
            found.append((one, other))
    alone = [city for city in cities if all(city not in pair for pair in found)]
    plain = any(not _is_with_unknown(city, sentence) for city in alone)
    return () if plain or len(found) < _FEW else tuple(found)


def _is_with_unknown(city: City, sentence: Sentence) -> bool:
    """Whether a joining word stands between a city and a name that nobody knows."""
    capital, stop = sentence.row.capital, max(city.stop, city.after)
    before = sentence.masked(city.first - 1, city.first) & BITS["and"] and capital[city.first - 2]
    return bool(before or (sentence.masked(stop, stop + 1) & BITS["and"] and any(capital[stop + 1 : stop + 3])))


def called_behind(head: Hit, sentence: Sentence) -> list[City]:
    """«A市、B市等友好城市», «A、B和C这三个友好城市»: the cities of the list that a word for the tie sums up."""
    before = [city for city in sentence.cities if city.stop <= head.first]
    group = groups_of(before, sentence)[-1] if before else []
    if len(group) < _FEW or sentence.row.capital[group[0].first]:
        # "A and B have a twinning": where a word for the tie stands behind a list, it need not sum it up.
        return []
    start = max(group[-1].stop, group[-1].after)
    sums_up = sentence.masked(start, head.first) & BITS["filler"]
    parted = any(_has_sign(sentence.row.gaps[at]) for at in range(start, head.first + 1))
    plain = head.first - start <= _SUMMED_IN and not sentence.strangers(start, head.first, _OF_SUMS)
    return group if sums_up and plain and not parted else []


def _has_sign(gap: str) -> bool:
    return bool(set(gap) & set(",;:،，"))


def bracketed_in(cities: Sequence[City], sentence: Sentence) -> tuple[Pair, ...]:
    """ "X (A), Y (B)": each city with the one in the brackets behind it."""
    gaps = sentence.row.gaps
    found = [
        (one, other)
        for one, other in pairwise(cities)
        if _opens("".join(gaps[one.stop : other.first + 1])) and one.place.country != other.place.country
    ]
    return tuple(found) if len(found) >= _FEW and len(found) * 2 == len(cities) else ()


def _opens(gaps: str) -> bool:
    """Whether a bracket is open behind some gaps."""
    return gaps.rfind("(") > gaps.rfind(")")


def _are_parted(cities: Sequence[City], sentence: Sentence) -> bool:
    """Whether a comma stands between each two and the next two, and none inside of them: "A … B, C … D"."""
    parted = [
        any(sign in sentence.row.gaps[at] for at in range(one.stop, other.first + 1) for sign in ",;:،，、")
        for one, other in pairwise(cities)
    ]
    return all(parted[1::2]) and not any(parted[::2])


def twin_lists(groups: Sequence[list[City]], sentence: Sentence) -> tuple[Pair, ...]:
    """ "A has X, Y and Z as its twins, B has V and W": each holder with the list behind it."""
    if sum(bool(hit.mask & BITS["own"]) for hit in sentence.hits) < _FEW:
        return ()
    holders, lists = groups[::2], groups[1::2]
    if len(holders) != len(lists) or len(lists) < 2 or any(len(holder) > 1 for holder in holders):
        return ()
    return tuple((holder[0], city) for holder, partners in zip(holders, lists, strict=True) for city in partners)
