"""Lists that members bring to the site: kept with what was said of them until they are in, so that a long import may be
left and taken up again."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from peyvand import lexicon
from peyvand.adapters.imports import office, pairs, wikidata
from peyvand.adapters.imports.batch import Batch
from peyvand.adapters.imports.composing import Setting, compose
from peyvand.adapters.imports.known_places import KnownPlaces
from peyvand.adapters.imports.layout import Layout, lay_out
from peyvand.adapters.imports.limits import LIMITS
from peyvand.adapters.imports.opening import read_table
from peyvand.adapters.imports.table import Table, UnreadableTable
from peyvand.adapters.shelf import Shelf
from peyvand.core.ledger.words import Instrument
from peyvand.lexicon.tables import table_words
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.audit.actions import record
from peyvand.records.intake import batches
from peyvand.records.intake.batches import Compared
from peyvand.records.ledger.rows import read, write

KINDS = {kind.name: kind for kind in (office.KIND, pairs.KIND, wikidata.KIND)}
# The suffix of what was said of a list, beside the list.
_FACTS = ".json"
# What nobody took up again for so long is gone.
_DAYS_KEPT = 30


class TooLarge(ValueError):
    """More bytes than a list may have: ``limit``."""

    def __init__(self) -> None:
        super().__init__(f"no more than {LIMITS.bytes:,} bytes")
        self.limit = LIMITS.bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a member says of a list. ``city`` is a place id; ``columns`` maps headings or numbers of columns to fields;
    ``places`` are names with their countries, as written, and the ids that they were said to mean."""

    kind: str = office.KIND.name
    city: str = ""
    origin: str = ""
    title: str = ""
    publisher: str = ""
    published: date | None = None
    instrument: Instrument = Instrument.SISTER_CITY
    internal: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    places: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A list as it was brought: ``key`` is a hash of its bytes and of who brought it."""

    key: str
    name: str
    member: int
    facts: Facts
    touched: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A list as it would be taken in. Where it cannot be understood, ``fault`` says why, and ``layout`` is there as far
    as headings were found."""

    upload: Upload
    layout: Layout | None
    batch: Batch | None
    compared: Compared | None
    fault: UnreadableTable | batches.OlderFile | None = None


def bring(data: bytes, name: str, facts: Facts, *, by: Member) -> Upload:
    """Keep a list that a member brings. Raises `NotAllowed` or `TooLarge`."""
    allow(by, "statement.propose")
    if len(data) > LIMITS.bytes:
        raise TooLarge
    _forget_old()
    key = sha256(f"{by.pk}\n".encode() + data).hexdigest()
    upload = Upload(key=key, name=Path(name).name[:200] or "list", member=by.pk, facts=facts)
    record(by, "statement.propose", thing=f"list:{key}", detail="brought")
    _shelf().put(key, data)
    _keep(upload)
    return upload


def say(upload: Upload, facts: Facts) -> Upload:
    """The same list with other facts said of it."""
    changed = replace(upload, facts=facts)
    _keep(changed)
    return changed


def upload_of(key: str, *, by: Member) -> Upload | None:
    """The list of this key, for whoever brought it or may see all that is internal. Raises `NotAllowed`."""
    allow(by, "statement.propose")
    shelf, facts = _shelf(), _facts(key)
    told = shelf.get(facts)
    if told is None or not shelf.has(key):
        return None
    found = replace(read(Upload, told), touched=shelf.touched(facts))
    return found if found.member == by.pk or may(by, "source.see_internal", places=()) else None


def begun(*, by: Member) -> list[Upload]:
    """The lists that this member has brought and not finished, the latest first. Raises `NotAllowed`."""
    kept = (upload_of(Path(name).stem, by=by) for name in _shelf().kept() if name.endswith(_FACTS))
    own = [one for one in kept if one and one.member == by.pk]
    return sorted(own, key=lambda one: one.touched, reverse=True)


def drop(upload: Upload) -> None:
    """Forget a list that is in, or that was brought by mistake."""
    for name in (upload.key, _facts(upload.key)):
        _shelf().drop(name)


def look(upload: Upload) -> Looked:
    """How the list would be taken in; nothing is written."""
    facts, layout = upload.facts, None
    try:
        table = read_table(_shelf().get(upload.key) or b"", upload.name)
        layout = _layout(table, facts)
        batch = _batch(table, facts)
        compared = batches.compare(batch, origin=facts.origin)
    except (UnreadableTable, batches.OlderFile) as fault:
        return Looked(upload=upload, layout=layout, batch=None, compared=None, fault=fault)
    return Looked(upload=upload, layout=layout, batch=batch, compared=compared)


def enter_for(batch: Batch, facts: Facts, seconds: float, *, by: Member) -> bool:
    """Enter rows for about so long, in steps that are each whole; whether all are in. Raises as `batches.enter`."""
    until = time.monotonic() + seconds

    def pause(entered: int) -> None:
        if entered and time.monotonic() > until:
            raise _Enough

    try:
        batches.enter(batch, by=by, origin=facts.origin, public=not facts.internal, progress=pause)
    except _Enough:
        return False
    return True


class _Enough(Exception):
    pass


def _batch(table: Table, facts: Facts) -> Batch:
    gazetteer = lexicon.gazetteer()
    setting = Setting(
        words=table_words(),
        gazetteer=gazetteer,
        city=gazetteer.place(facts.city) if facts.city else None,
        places=KnownPlaces.chosen(facts.places),
        columns=facts.columns,
        instrument=facts.instrument,
    )
    batch = compose(table, KINDS[facts.kind], setting)
    return replace(batch, title=facts.title or batch.title, publisher=facts.publisher, published=facts.published)


def _layout(table: Table, facts: Facts) -> Layout:
    """Headings and columns as far as they are understood, for a member to say more; else the first row is taken for the
    headings."""
    for given in (facts.columns, {}):
        try:
            return lay_out(table, table_words(), given)
        except UnreadableTable:
            continue
    return Layout((), table.rows[0], {}, table.rows[1:])


def _keep(upload: Upload) -> None:
    _shelf().put(_facts(upload.key), write(upload))


def _forget_old() -> None:
    oldest = time.time() - _DAYS_KEPT * 24 * 60 * 60
    shelf = _shelf()
    for name in shelf.kept():
        with suppress(FileNotFoundError):
            if shelf.touched(name) < oldest:
                shelf.drop(name)


def _facts(key: str) -> str:
    return f"{key}{_FACTS}"


def _shelf() -> Shelf:
    return Shelf(Path(settings.HOME) / "uploads")
