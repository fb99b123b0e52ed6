"""Places on record, by all their names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from peyvand import lexicon
from peyvand.core.search import marks
from peyvand.core.search.nearness import near_spellings, sounds_of
from peyvand.core.search.words import words_of
from peyvand.records.places.queries import slugs_of
from peyvand.records.register.models import City
from peyvand.records.register.shown import Audience
from peyvand.records.search.drafts import Draft, hashed_tie
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.seen import Seen

# Of a place with very many names, so many are looked for with a slip in them; the best known come first.
_MOST_NEAR = 16
_AT_ONCE = 500


class Places:
    """The ``ref`` is the place's id."""

    name = "place"
    number = 1

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        rows = City.objects.order_by("place")
        if refs is not None:
            rows = rows.filter(place__in=refs)
        bonds: dict[str, dict[str, int]] = {}
        for place, audience, number in rows.values_list("place", "audience", "bonds"):
            bonds.setdefault(place, {})[audience] = number
        for place, known in bonds.items():
            yield self._draft(place, known)

    def _draft(self, place: str, bonds: Mapping[str, int]) -> Draft:
        gazetteer = lexicon.gazetteer()
        names = tuple(dict.fromkeys(gazetteer.name(place, language) for language in ("fa", "en")))
        keys = _keys(place, names)
        known = gazetteer.place(place)
        is_public = Audience.PUBLIC in bonds
        near = [spelling for key in keys[:_MOST_NEAR] for spelling in near_spellings(key)]
        sounds = [sound for key in keys[:_MOST_NEAR] for sound in sounds_of(key)]
        return Draft(
            kind=self.name,
            number=self.number,
            ref=place,
            weight=bonds[Audience.PUBLIC] if is_public else bonds[Audience.OFFICE],
            tie=hashed_tie(place),
            seen=Seen.PUBLIC if is_public else Seen.INTERNAL,
            names=names,
            keys=keys,
            near=(*marks.close_words(dict.fromkeys(near)), *marks.sound_words(dict.fromkeys(sounds))),
            texts=tuple(gazetteer.name(f"iso:{known.country}", code) for code in ("fa", "en")) if known else (),
            places=(place,),
            marks=(marks.of(place),),
        )

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        slugs = slugs_of(refs)
        return {place: Found(places=(place,), slug=slugs[place]) for place in refs if place in slugs}


def _keys(place: str, names: Sequence[str]) -> tuple[str, ...]:
    """All names of a place, each as one word, those shown first."""
    every = (*names, *lexicon.gazetteer().keys_of(place))
    return tuple(dict.fromkeys("".join(words_of(name)) for name in every))
