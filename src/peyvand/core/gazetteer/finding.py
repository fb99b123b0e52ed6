"""From a text to the places it names: look up, weigh the words around, choose, and say why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from peyvand.core.gazetteer.choice import Choice, Evidence, choose
from peyvand.core.gazetteer.context import Link, Scene
from peyvand.core.gazetteer.doubt import settled
from peyvand.core.gazetteer.gazetteer import Gazetteer, county_of
from peyvand.core.gazetteer.mention import PlaceMention, Role
from peyvand.core.gazetteer.names import Rank
from peyvand.core.gazetteer.place import Level, Place
from peyvand.core.gazetteer.scanning import tokens_of
from peyvand.core.gazetteer.sight import Sight, look
from peyvand.core.gazetteer.sounding import Sounds
from peyvand.core.gazetteer.unknown import unknown_cities
from peyvand.core.gazetteer.words import HeadKind, PlaceWords
from peyvand.core.text import Folded, Span

_CITY, _COUNTRY, _COUNTY, _PROVINCE = Level.CITY, Level.COUNTRY, Level.COUNTY, Level.PROVINCE
_CLOSE, _NONE = Link.CLOSE, Link.NONE
_OWN = Rank.OWN
_PLAIN = Role.PLAIN

# Signs of the key that a name has at least which is taken for a town of the country said beside it.
_SIGNS, _SIGNS_SAID = 3, 2
# A text speaks of so many countries at most, if a name is rather a town of one of them than one so large elsewhere.
_MOST_NEAR, _LARGE = 3, 100_000
_ROLES = {HeadKind.OFFICE: Role.OFFICE, HeadKind.INSTITUTION: Role.INSTITUTION}


def find_places(
    folded: Folded, gazetteer: Gazetteer, words: PlaceWords, within: Span | None = None
) -> tuple[PlaceMention, ...]:
    """The places that a text names, in order, none overlapping another.

    Names that are everyday words, weekdays or persons are left out unless the words around make them places.
    A city of an unknown name is given, without a place, where the text surely speaks of a city. Linear in the text.
    """
    within = within or Span(0, len(folded.text))
    names = gazetteer.index(words.script)
    scene = Scene(folded.text, tokens_of(folded.text, within, gazetteer.glances(words)), words)
    sights = look(scene, names, gazetteer)
    links = [_NONE if not _says_country(later, words) else scene.linked(sight.found, later.found)
             for sight, later in pairwise(sights)]  # fmt: skip
    links.append(_NONE)
    said = [_country(sights[at + 1]) if link and sight.level is not _COUNTRY else None
            for at, (sight, link) in enumerate(zip(sights, links, strict=False))]  # fmt: skip
    sights = [sight.at(country) for sight, country in zip(sights, said, strict=True)]
    sure = settled(scene, sights, said)
    kept = [at for at, is_sure in enumerate(sure) if is_sure]
    mentions = list(_mentions(scene, sights, kept, said, links, gazetteer.sounds))
    refused = [sight for sight, is_sure in zip(sights, sure, strict=True) if not is_sure]
    mentions.extend(unknown_cities(scene, [sights[at] for at in kept], gazetteer, refused))
    return tuple(_without_wholes(scene, sorted(mentions, key=lambda mention: mention.span)))


def _without_wholes(scene: Scene, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
    """«X در اوساکا»: the larger city of a foreign province says where X lies, and is the province."""
    for before, mention in pairwise((None, *mentions)):
        if mention is not None and before is not None and _is_whole(scene, mention, before):
            yield replace(mention, level=_PROVINCE, reason="whole")
        elif mention is not None:
            yield mention


def _is_whole(scene: Scene, mention: PlaceMention, before: PlaceMention) -> bool:
    between = scene.text[before.span.stop : mention.span.start].split()
    if len(between) != 1 or between[0] not in scene.words.inside or mention.role is not _PLAIN:
        return False
    whole, part = mention.place, before.place
    if whole is None or part is None or whole.country == scene.words.home or part.level is not _CITY:
        return False
    there = (whole.country, whole.region) == (part.country, part.region) and bool(whole.region)
    return there and whole.level is _CITY and whole.population > part.population


def _says_country(sight: Sight, words: PlaceWords) -> bool:
    """Whether a name tells where the city before it lies: a country, or a foreign state («X در کارولینای شمالی»)."""
    if sight.level is _COUNTRY:
        return True
    return sight.level is _PROVINCE and bool(sight.fit) and sight.fit[0][0].country != words.home


def _country(sight: Sight) -> str:
    if sight.level is _PROVINCE:
        return sight.fit[0][0].country
    return next(place.country for place, _ in sight.places if place.level is _COUNTRY)


def _mentions(
    scene: Scene,
    sights: Sequence[Sight],
    kept: Sequence[int],
    said: Sequence[str | None],
    links: Sequence[Link],
    sounds: Sounds,
) -> Iterator[PlaceMention]:
    near = {_country(sights[at]) for at in kept if sights[at].level is _COUNTRY}
    near |= {glance.country for glance in scene.tokens.glances if glance.country}
    named = {sights[at].fit[0][0].id for at in kept if len(sights[at].fit) == 1}
    shared = _shared(sights, said)
    heard: dict[str, Choice] = {}
    chosen: list[tuple[int, Choice]] = []
    for at in kept:
        sight = sights[at]
        told = said[at] or sight.before.country
        evidence = Evidence(told, links[at] is _CLOSE, shared[at], near, scene.words.home, named)
        choice = choose(sight.fit, evidence) if sight.fit else Choice(None, "unknown")
        choice = _heard_there(choice, sight, told, near, sounds, scene.words.home)
        if choice.reason == "sound":
            heard[sight.found.key] = choice
        chosen.append((at, choice))
    for at, choice in chosen:
        sight = sights[at]
        choice = choice if said[at] else heard.get(sight.found.key, choice)
        yield _mention(scene, sight, choice, sights[at + 1].found.span if said[at] else None)


def _heard_there(choice: Choice, sight: Sight, told: str | None, near: Set[str], sounds: Sounds, home: str) -> Choice:
    """«تامبا در ژاپن»: where a country is said, a town there that is spelled alike rather than a namesake elsewhere; or
    one of the countries that the text speaks of, rather than a small town far away."""
    known = any(rank is _OWN for _, rank in sight.fit)
    place = choice.place
    if known or sight.level is not _CITY or (place is not None and place.country == home):
        return choice
    if told is not None:
        heard = None if sight.may_be_in(told) else sounds.hear(sight.found.key, told, signs=_SIGNS_SAID).place
        return choice if heard is None else Choice(heard, "sound")
    if place is None or place.country in near or place.population >= _LARGE or len(near) > _MOST_NEAR:
        return choice
    there = [
        heard
        for country in sorted(near - {home})
        if (heard := sounds.hear(sight.found.key, country, signs=_SIGNS).place)
    ]
    return Choice(there[0], "sound") if len(there) == 1 else choice


def _shared(sights: Sequence[Sight], said: Sequence[str | None]) -> list[str | None]:
    """The country after the last of a list, for those before it: «مرسین و آدانا در ترکیه»."""
    shared: list[str | None] = [None] * len(sights)
    for at in range(len(sights) - 2, -1, -1):
        country = said[at + 1] or shared[at + 1]
        if sights[at + 1].listed and said[at] is None and country and sights[at].may_be_in(country):
            shared[at] = country
    return shared


def _mention(scene: Scene, sight: Sight, choice: Choice, country_span: Span | None) -> PlaceMention:
    candidates = tuple(place for place, _ in sight.fit)
    if len(candidates) > 1 and choice.place is not None:
        candidates = (choice.place, *(place for place in candidates if place != choice.place))
    place: Place | None = choice.place
    if place is not None and sight.level is _COUNTY and place.level is _CITY:
        place = county_of(place)
    return PlaceMention(
        span=sight.found.span,
        name=sight.found.span.of(scene.text).partition("(")[0].rstrip(),
        place=place,
        candidates=candidates,
        level=sight.level,
        reason=_told(scene, sight, choice.reason, country_span),
        country_span=country_span,
        role=_ROLES.get(sight.head, _PLAIN) if sight.head else _PLAIN,
    )


def _told(scene: Scene, sight: Sight, reason: str, country_span: Span | None) -> str:
    if reason == "country_said":
        if country_span is None:
            return f"country_before:{sight.before.country}"
        return f"country_after:{country_span.of(scene.text)}"
    return f"{reason}:{country_span.of(scene.text)}" if reason == "country_differs" and country_span else reason
