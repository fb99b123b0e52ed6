"""A search as a page shows it: what was asked for, each hit with its words marked, and why it is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from peyvand.core.search.asked import MOST_LETTERS
from peyvand.core.search.snippets import Snippet
from peyvand.core.search.wanting import Meant
from peyvand.core.search.words import words_of
from peyvand.core.text import Span
from peyvand.lexicon.asking import places_named
from peyvand.records.accounts.models import Member
from peyvand.records.search.queries import PAGE, Filters, Hit, Place, Results, search, suggest
from peyvand.records.search.seen import Seen
from peyvand.web.shared.dates import When, day
from peyvand.web.shared.digits import in_language, plain
from peyvand.web.shared.direction import foreign, runs_rtl, spell_controls
from peyvand.web.shared.marks import anchor_of
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import EVENTS, SOURCE_KINDS, TIES, Words, word
from peyvand.web.telling.searchwords import KINDS, LANGUAGES, PUBLIC_KINDS, STANDINGS

PARAMS = ("q", "kind", "place", "year", "language", "standing", "near", "tier", "after")
_LATEST_YEAR = 3_000
_LONGEST_NAME = 100
_MOST_SPELLED = 3
_HOLE = "hole-of-the-word"
# A stretch of words that was not sought, and one that was.
_MARKED = ("%s", "<mark>%s</mark>")
# Pages that answer a hit of these kinds, by the item's name in its kind.
_OFFICE_PAGES = {"case": "office:case", "contact": "office:contact", "letter": "office:letter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """A stretch of a text in its own letters and direction, with what was found in it marked."""

    words: Markup
    language: str
    rtl: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """One hit: what it is and where it leads; ``why`` says in which words it was found, where that is not plain."""

    kind: str
    kind_word: str
    title: Markup
    href: str
    facts: tuple[str, ...]
    when: When | None
    extracts: tuple[Extract, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A field of the form with what may be chosen in it."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchShown:
    """The page. ``count`` says how many there are, as far as was counted; ``following`` leads to the next hits."""

    query: str
    lines: tuple[FoundLine, ...] = ()
    count: str = ""
    notes: tuple[str, ...] = ()
    following: str = ""
    first: str = ""
    choices: tuple[Choice, ...] = ()
    place: str = ""
    year: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    narrowed: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """What a search's address asks for, as somebody typed it."""

    given: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.given.get(name, "").strip()

    @property
    def query(self) -> str:
        return self["q"][:MOST_LETTERS]

    def start(self) -> Place | None:
        """Where an earlier page ended, or None."""
        return Place.read(self["tier"], self["after"])


def search_page(given: Mapping[str, str], member: Member | None, naming: Naming, address: str) -> SearchShown:
    """The page of a search for a member, or for a visitor."""
    typed = Typed(given)
    filters, faults = _filters(typed, naming)
    shown: dict[str, object] = {}
    if typed.query and not faults:
        results = search(typed.query, member, filters=filters, start=typed.start(), loose=typed["near"] == "1")
        shown = _results(results, typed, naming, address)
    return SearchShown(
        query=typed.query,
        choices=tuple(_choices(typed, member)),
        place=typed["place"][:_LONGEST_NAME],
        year=typed["year"][:4],
        faults=faults,
        narrowed=any(typed[name] for name in ("kind", "place", "year", "language", "standing")),
        **shown,  # type: ignore[arg-type]
    )


def suggestions(letters: str, member: Member | None, naming: Naming) -> list[FoundLine]:
    """A few things whose names begin as typed."""
    return [_line(hit, naming) for hit in suggest(letters[:MOST_LETTERS], member)]


def _filters(typed: Typed, naming: Naming) -> tuple[Filters, dict[str, str]]:
    faults: dict[str, str] = {}
    place = year = None
    if name := typed["place"][:_LONGEST_NAME]:
        found = places_named(name, naming.gazetteer)
        place = found[0].id if found else None
        if place is None:
            faults["place"] = _("No place of this name is known.")
    if said := plain(typed["year"]):
        year = int(said) if said.isdecimal() and len(said) < 5 and 0 < int(said) < _LATEST_YEAR else None
        if year is None:
            faults["year"] = _("This is no year.")
    chosen = {
        "kind": typed["kind"] if typed["kind"] in KINDS else "",
        "language": typed["language"] if typed["language"] in LANGUAGES else "",
        "standing": typed["standing"] if typed["standing"] in STANDINGS else "",
    }
    return Filters(place=place or "", year=year, **chosen), faults


def _choices(typed: Typed, member: Member | None) -> Iterator[Choice]:
    kinds = {kind: words for kind, words in KINDS.items() if member or kind in PUBLIC_KINDS}
    for name, label, words in (
        ("kind", _("Kind"), kinds),
        ("language", _("Language"), LANGUAGES),
        ("standing", _("Standing"), STANDINGS),
    ):
        yield _choice(name, label, words, typed[name])


def _choice(name: str, label: str, words: Mapping[str, Words], chosen: str) -> Choice:
    options = tuple((str(code), str(said)) for code, said in words.items())
    return Choice(name=name, label=label, options=options, chosen=chosen if chosen in words else "")


def _results(results: Results, typed: Typed, naming: Naming, address: str) -> dict[str, object]:
    kept = {name: typed[name] for name in PARAMS[:-3] if typed[name]}
    if results.loose:
        kept["near"] = "1"
    following = results.following
    going_on = kept | {"tier": str(following.tier), "after": str(following.after)} if following else {}
    return {
        "lines": tuple(_line(hit, naming) for hit in results.hits),
        "count": _count(results, typed, naming),
        "notes": tuple(_notes(results)),
        "following": f"{address}?{urlencode(going_on)}" if following else "",
        "first": f"{address}?{urlencode(kept)}" if typed.start() else "",
    }


def _count(results: Results, typed: Typed, naming: Naming) -> str:
    if not results.hits:
        return _("Nothing found.")
    n = in_language(len(results.hits), naming.language)
    if typed.start():
        return _("Going on: %(n)s more") % {"n": n}
    if results.following:
        return _("The first %(n)s") % {"n": in_language(PAGE, naming.language)}
    return _("%(n)s found") % {"n": n}


def _notes(results: Results) -> Iterator[str]:
    if results.loose and results.hits:
        yield _("Nothing has these words as they are typed. What comes near them:")


def _line(hit: Hit, naming: Naming) -> FoundLine:
    found = hit.found
    title = _names(hit, naming) if hit.kind in ("place", "bond", "case") else _marked(hit.name)
    return FoundLine(
        kind=hit.kind,
        kind_word=word(KINDS, hit.kind),
        title=title,
        href=_href(hit),
        facts=tuple(_facts(hit, naming)),
        when=day(found.day, naming.language) if found.day else None,
        extracts=tuple(_extract(one, found.language) for one in hit.snippets),
        why=tuple(_why(hit, naming)),
    )


def _names(hit: Hit, naming: Naming) -> Markup:
    """The names of the places, those that were asked for marked."""
    meant = {one for each in hit.meant for one in each.ids}
    names = [_MARKED[place in meant] % escape(naming.place(place)) for place in hit.found.places]
    return Markup(_("{a} and {b}").format(a=names[0], b=names[1]) if len(names) == 2 else "".join(names))


def _marked(snippet: Snippet) -> Markup:
    words = "".join(_MARKED[piece.found] % escape(spell_controls(piece.text)) for piece in snippet.pieces)
    return Markup(f"{'… ' * snippet.cut_before}{words}{' …' * snippet.cut_after}")


def _extract(snippet: Snippet, language: str) -> Extract:
    rtl = runs_rtl(language or "".join(piece.text for piece in snippet.pieces), language)
    return Extract(words=_marked(snippet), language=language or ("fa" if rtl else "en"), rtl=rtl)


def _href(hit: Hit) -> str:
    found = hit.found
    if page := _OFFICE_PAGES.get(hit.kind):
        return reverse(page, args=[int(hit.ref)])
    if hit.kind == "document":
        return reverse("office:document", args=[found.slug])
    if hit.kind in ("place", "bond"):
        return _address("portal:city" if hit.kind == "place" else "portal:bond", found.slug)
    if hit.seen == Seen.PROPOSED:
        return reverse("office:desk", args=[found.capture])
    at = f"#{anchor_of(Span(*found.anchor))}" if found.anchor else ""
    return _address("portal:source", found.capture) + at


def _address(name: str, word: str) -> str:
    """The address of a page that is named by a word; made once for each kind of page, since a list has many."""
    return _pattern(name, get_language() or "").replace(_HOLE, word)


@cache
def _pattern(name: str, _language: str) -> str:
    return reverse(name, args=[_HOLE])


def _facts(hit: Hit, naming: Naming) -> Iterator[str]:
    found = hit.found
    if hit.kind == "place":
        known = naming.gazetteer.place(hit.ref)
        yield from filter(None, (naming.country(known.country) if known else "",))
        return
    if hit.kind == "source":
        yield word(SOURCE_KINDS, found.codes[0])
    if hit.kind == "case":
        yield word(TIES, found.codes[0])
    if hit.kind == "letter":
        yield in_language(found.codes[1], naming.language)
    if hit.kind == "statement":
        yield from (word(EVENTS, event) for event in found.codes)
        if hit.seen == Seen.PROPOSED:
            yield _("not accepted")
    if found.beside:
        yield spell_controls(found.beside)
    if hit.kind not in ("bond", "case") and found.places and len(found.places) <= 2:
        yield naming.listed(found.places)


def _why(hit: Hit, naming: Naming) -> Iterator[str]:
    for meant in hit.meant:
        told = {"typed": foreign(meant.typed), "place": naming.place(meant.ids[0])}
        if meant.near:
            yield _("%(typed)s is close to a name of %(place)s") % told
        elif not meant.is_shown:
            yield _("%(typed)s is another name of %(place)s") % told
    if spelled := _spelled(hit):
        yield _("spelled: %(words)s") % {"words": ("، " if naming.language == "fa" else ", ").join(spelled)}
    if not hit.by_name and not hit.snippets and not any(piece.found for piece in hit.name.pieces):
        yield from _only_about(hit.meant, naming)


def _spelled(hit: Hit) -> tuple[str, ...]:
    """The words of a hit that are written otherwise than they were typed."""
    words = dict.fromkeys(one for snippet in (hit.name, *hit.snippets) for one in snippet.found)
    named = {key for meant in hit.meant for key in meant.keys}
    other = (one for one in words if one not in hit.typed and "".join(words_of(one)) not in named)
    return tuple(foreign(one) for one in islice(other, _MOST_SPELLED))


def _only_about(meant: Sequence[Meant], naming: Naming) -> Iterator[str]:
    if meant:
        yield _("about %(places)s") % {"places": naming.listed(tuple(dict.fromkeys(one.ids[0] for one in meant)))}
