"""Names that are everyday words, persons or weekdays: each is a place only where its surroundings say so."""

from __future__ import annotations

from collections.abc import Sequence

from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.names import Rank
from peyvand.core.gazetteer.place import Level
from peyvand.core.gazetteer.sight import Sight
from peyvand.core.gazetteer.ties import Ties
from peyvand.core.gazetteer.words import Doubt, HeadKind

_CITY, _INSTITUTION, _OFFICE = HeadKind.CITY, HeadKind.INSTITUTION, HeadKind.OFFICE
_CITY_LEVEL, _COUNTRY = Level.CITY, Level.COUNTRY
_COMMON, _HOMONYM, _INSIDE, _PHRASE = Doubt.COMMON, Doubt.HOMONYM, Doubt.INSIDE, Doubt.PHRASE
_GUESSED, _OWN = Rank.GUESSED, Rank.OWN

_SHORT = 3
# A sentence begins after these, and «با» stands so near behind its subject.
_OPENING = frozenset(".!?؟\n؛:«")
_LEAD_IN = 4
# So long a name of a far country is no word of this language.
_LONG = 7
# A foreign city below this that our list does not name needs more than «در» or «به» before it.
_LARGE = 100_000


def settled(scene: Scene, sights: Sequence[Sight], countries: Sequence[str | None]) -> list[bool]:
    """For each sight whether it is a place. ``countries`` are the countries said right after, or None."""
    if not sights:
        return []
    doubts = [_doubt(scene, sight) for sight in sights]
    days = [sight.found.key in scene.words.days.names for sight in sights]
    sure = [
        doubt is None or _sure_by_itself(scene, sight, country, doubt, in_list=sight.listed or follows)
        for sight, country, doubt, follows in zip(sights, countries, doubts, _followed(sights), strict=True)
    ]
    sure = [one or _tied(scene, sight, doubt) for one, sight, doubt in zip(sure, sights, doubts, strict=True)]
    open_ones = [at for at, doubt in enumerate(doubts) if doubt is not None and not sure[at]]
    if not open_ones:
        return sure
    closed = {at for at in open_ones if _closed(scene, sights[at], is_day=days[at])}
    # «در هرات با مینا نادری»: «با» before a person's name makes no list of it.
    led = {at for at in open_ones if doubts[at] is _INSIDE and scene.led(sights[at].found)}
    _spread_along_lists(sights, sure, closed | led)
    _spread_by_country(scene, sights, sure, closed)
    known = {sight.found.key for sight, is_sure in zip(sights, sure, strict=True) if is_sure}
    for at in open_ones:
        if not sure[at] and at not in closed and sights[at].found.key in known:
            sure[at] = not scene.barred(sights[at].found)
    return sure


def _doubt(scene: Scene, sight: Sight) -> Doubt | None:
    if sight.found.key in scene.words.days.names:
        return _COMMON
    listed = scene.words.doubts.get(sight.found.key)
    if listed is not None:
        return listed
    best = sight.places[0][1]
    if best is _OWN:
        return None
    if best is _GUESSED or len(sight.found.key) <= _SHORT:
        return _COMMON
    if any(place.country == scene.words.home for place, _ in sight.places):
        return None
    if len(sight.found.key) >= _LONG and all(place.country not in scene.words.kin for place, _ in sight.places):
        return None
    large = any(place.population >= _LARGE for place, _ in sight.places)
    return _HOMONYM if large else _COMMON


def _followed(sights: Sequence[Sight]) -> list[bool]:
    """For each sight whether the next one stands in its list."""
    return [*(sight.listed for sight in sights[1:]), False]


def _sure_by_itself(scene: Scene, sight: Sight, country: str | None, doubt: Doubt, *, in_list: bool) -> bool:
    if sight.before.head is not None:
        # «شهرداران سند را …»: a head of many calls for a list; and «شهردار باری …» may go on with the everyday word.
        in_list = in_list or (country is not None and sight.may_be_in(country))
        named = in_list or not (sight.before.head.many or (doubt is _PHRASE and sight.head is _OFFICE))
        return named and sight.head is not _INSTITUTION and bool(sight.fit)
    if sight.found.key in scene.words.days.names and scene.is_day(sight.found):
        return False
    if country is not None and sight.may_be_in(country):
        return doubt in (_INSIDE, _HOMONYM) or country != scene.words.home
    if scene.explained(sight.found):
        return True
    if doubt in (_PHRASE, _COMMON):
        return False
    return scene.inside(sight.found) or (doubt is _HOMONYM and scene.towards(sight.found))


def _tied(scene: Scene, sight: Sight, doubt: Doubt | None) -> bool:
    """«ساری از ۱۳۸۳ با آنکونا پیمان خواهرخواندگی دارد», «خواهرخواندگی با ساری»: a partner where a tie is told."""
    if doubt not in (Doubt.HOMONYM, Doubt.INSIDE) or sight.level is not Level.CITY:
        return False
    if sight.found.key in scene.words.days.names or not Ties(scene).reach(sight.found.first):
        return False
    if scene.led(sight.found):
        return doubt is Doubt.HOMONYM
    opens = sight.found.first == 0 or not _OPENING.isdisjoint(scene.gap(sight.found.first))
    after = range(sight.found.after, sight.found.after + _LEAD_IN)
    return opens and any(scene.word(at) in scene.words.leading for at in after)


def _closed(scene: Scene, sight: Sight, *, is_day: bool) -> bool:
    """Whether nothing said elsewhere can make it a place."""
    return sight.head is _INSTITUTION or (is_day and scene.is_day(sight.found))


def _spread_along_lists(sights: Sequence[Sight], sure: list[bool], closed: set[int]) -> None:
    """«X و Y»: beside a sure city a doubtful one is a city as well, from left to right and back."""
    pairs = [(at - 1, at) for at in range(1, len(sights)) if sights[at].listed]
    for one, other in (*pairs, *((later, earlier) for earlier, later in reversed(pairs))):
        if sure[one] and sights[one].level is sights[other].level and other not in closed:
            sure[other] = True


def _spread_by_country(scene: Scene, sights: Sequence[Sight], sure: list[bool], closed: set[int]) -> None:
    """A foreign city after «در», «به» or «از» in a text that speaks of its country, or named as its capital."""
    sure_ones = [sight for sight, is_sure in zip(sights, sure, strict=True) if is_sure]
    told = {place.country for sight in sure_ones for place, _ in sight.fit[:1]} - {scene.words.home}
    for at, sight in enumerate(sights):
        if sure[at] or at in closed or sight.level is not _CITY_LEVEL or not any(map(sight.may_be_in, told)):
            continue
        earlier = sights[at - 1] if sight.listed else None
        capital = earlier is not None and earlier.level is _COUNTRY and earlier.head is _CITY
        phrase = scene.words.doubts.get(sight.found.key) is _PHRASE
        sure[at] = capital or (not phrase and (scene.inside(sight.found) or scene.towards(sight.found)))
