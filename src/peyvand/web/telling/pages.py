"""What the public pages show, ready for the template: words in the page's language, dates said, addresses made."""

from __future__ import annotations

from dataclasses import dataclass

from peyvand.web.shared.dates import When
from peyvand.web.shared.marks import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """Which time the page answers for; ``day`` and ``known`` as the date fields show them (``known`` may be empty)."""

    words: str
    day: str
    known: str = ""
    is_today: bool = True
    # What was typed and is no date, for the message beside the field.
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SidePanel:
    """One side's standing. ``cord`` is how its half of the tie is drawn: tied, reaching, none, cut or ended."""

    name: str
    standing: str
    cord: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung of the ladder. ``state``: done, planned, wished, denied, contested, broken or open."""

    label: str
    state: str
    state_word: str
    when: When | None = None
    note: str = ""
    # The event on this page that proves it.
    proof: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a source with the marked part between what stands around it."""

    before: str
    marked: str
    after: str
    language: str
    rtl: bool
    href: str
    title: str
    facts: tuple[str, ...] = ()
    published: When | None = None
    # The key of the statement that the words are, where they are one.
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One event with everyone who says it. ``number`` ties it to its mark on the time line, 0 where it has no date."""

    anchor: str
    number: int
    title: str
    state: str
    state_word: str
    when: When | None
    quotes: tuple[Quote, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One event on the time line; positions and widths in percent of its length, ``lane`` counted from the axis."""

    anchor: str
    number: int
    label: str
    state: str
    x: float
    width: float
    lane: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A named place on the line; every other one (``odd``) gives way on narrow screens."""

    x: float
    label: str
    odd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    lanes: int
    # Where the page's own day stands, or None when it lies outside.
    now: float | None
    undated: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingNote:
    """What does not agree, or (``gap``) what is missing; ``links`` are pairs of quoted words and their address.

    ``mark`` is the finding's own, by which members settle it.
    """

    title: str
    words: str
    gap: bool = False
    links: tuple[tuple[str, str], ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenLine:
    """A decision of a member that stands: what, by whom and when, and why. ``key`` is what takes it back."""

    key: str
    words: str
    facts: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What a member may decide on a page: ``may`` are the kinds; ``places`` the ids that the page is on."""

    may: frozenset[str]
    places: tuple[str, ...]
    taken: tuple[TakenLine, ...]
    settled: tuple[tuple[FindingNote, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon:
    """What the page was made from. ``root`` is the ledger's root, shortened for the eye, in full in ``whole_root``."""

    words: str
    ledger: str
    root: str
    whole_root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BondPage:
    names: tuple[str, str]
    slugs: tuple[str, str]
    sentences: tuple[str, ...]
    sides: tuple[SidePanel, SidePanel]
    steps: tuple[Step, ...]
    timeline: Timeline | None
    happenings: tuple[Happening, ...]
    findings: tuple[FindingNote, ...]
    areas: tuple[str, ...]
    colophon: Colophon

    @property
    def tied(self) -> bool:
        """Both cords hold: the rings are drawn linked."""
        return all(side.cord == "tied" for side in self.sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class BondLine:
    """A bond in a list, seen from one city: the partner, both cords, what is so and since when."""

    partner: str
    country: str
    href: str
    cords: tuple[str, str]
    standing: str
    other_side: str = ""
    when: When | None = None

    @property
    def tied(self) -> bool:
        return self.cords == ("tied", "tied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A claimed number beside the register's own by one rule, as of the day of the claim: who counts, in order (each
    with whether the claim is about it), and pairs of a reason and those who do not count for it."""

    rule: str
    words: str
    counted: tuple[tuple[str, bool], ...]
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A count that a source claims; ``agrees`` compares it with the register's own, ``explained`` rule by rule."""

    words: str
    quote: Quote
    verdict: str
    agrees: bool
    explained: tuple[Explained, ...] = ()
    # Where it differs and nobody has settled that.
    finding: FindingNote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBlock:
    """A count by a named rule, with the list it was counted from."""

    number: int
    unit: str
    rule: str
    explained: str
    counted: tuple[BondLine, ...] = ()
    # Pairs of a partner that does not count, and why.
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    title: str
    lines: tuple[BondLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CityPage:
    name: str
    country: str
    slug: str
    sentences: tuple[str, ...]
    counts: tuple[CountBlock, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    findings: tuple[FindingNote, ...]
    colophon: Colophon
    # What the place is where it is no city, what it was called, and what came before and after it.
    history: tuple[str, ...] = ()
    networks: tuple[NetworkLine, ...] = ()
    has_lists: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkLine:
    """A network in a list: its name and what is said of it there."""

    name: str
    href: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHead:
    """A list at the head of its column: ``number`` ties it to its title below the table."""

    number: int
    title: str
    href: str
    published: When | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCell:
    """Whether a list has a partner: ``state`` is done, broken (it had) or empty; ``word`` says so, ``year`` since."""

    state: str = ""
    word: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    name: str
    href: str
    cells: tuple[ListCell, ...]
    sum: str
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsPage:
    """The lists of several sources on one city, beside each other and the register's own."""

    name: str
    slug: str
    sentences: tuple[str, ...]
    heads: tuple[ListHead, ...]
    rows: tuple[ListRow, ...]
    rule: str
    reported: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """A place in a network, with the words that say so."""

    name: str
    country: str
    href: str
    facts: tuple[str, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage:
    word: str
    name: str
    other_names: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    members: tuple[MemberLine, ...]
    former: tuple[MemberLine, ...]
    colophon: Colophon


@dataclass(frozen=True, slots=True, kw_only=True)
class CityLine:
    name: str
    country: str
    href: str
    bonds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """One of the latest events: when, what between whom, and where it is shown."""

    words: str
    what: str
    state: str
    state_word: str
    href: str
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    sentences: tuple[str, ...]
    city: CityLine | None
    count: CountBlock | None
    cities: tuple[CityLine, ...]
    latest: tuple[NewsLine, ...]
    colophon: Colophon


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    query: str
    cities: tuple[CityLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    title: str
    language: str
    rtl: bool
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]
    statements: int
    fingerprint: str
    colophon: Colophon
    controls: int = 0
