"""A world entered: sources and statements, a verdict on each batch, a few by themselves; and the register folded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from unittest import mock

from django.core.management import call_command
from django.db import connection

from benchmarks.ledger.measuring import Figures, each, memory_mib, quantiles, spent
from benchmarks.ledger.readings import Reader
from benchmarks.ledger.world import Article, read_world
from peyvand.core.ledger.words import Judgement
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake import actions, batches
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.verification import verify
from peyvand.records.register.actions import rebuild
from peyvand.records.register.gathering import rulings_on

# Sources that are entered in one transaction, and judged in one.
AT_ONCE = 1_000
_SINGLE = 200


def member() -> Member:
    """The one who enters and judges."""
    found, _ = Member.objects.get_or_create(username="bench", defaults={"role": Role.HEAD})
    return found


def some(articles: Iterator[Article], how_many: int = AT_ONCE) -> Iterator[list[Article]]:
    """So many sources at a time."""
    while taken := list(islice(articles, how_many)):
        yield taken


def import_all(world: Path) -> Figures:
    """Values made, checked against their text, hashed, chained, written and put on the work list."""
    call_command("migrate", verbosity=0)
    by = member()
    cities, articles = read_world(world)
    reader = Reader(cities)
    wall = cpu = statements = sources = 0.0
    for taken in some(articles):
        with spent() as entering:
            actions.propose_all((reader.read(article) for article in taken), by=by, compare=False)
        wall, cpu = wall + entering.wall, cpu + entering.cpu
        statements += sum(len(article.told) for article in taken)
        sources += len(taken)
    return {
        "statements": statements,
        "sources": sources,
        "entries": Entry.objects.count(),
        "import_s": wall,
        "import_cpu_s": cpu,
        "import_memory_mib": memory_mib(),
    }


def judge_all(world: Path) -> Figures:
    """One verdict on each source, as its fate has it; the work list follows. The register is folded in the next stage,
    once for all."""
    by = member()
    cities, articles = read_world(world)
    reader = Reader(cities)
    fates = {"accepted": Judgement.ACCEPTED, "rejected": Judgement.REJECTED}
    judged = [(reader.read(one)[1].capture, fates[one.fate]) for one in articles if one.fate in fates]
    with spent() as judging, mock.patch.object(batches, "refold"):
        for start in range(0, len(judged), AT_ONCE):
            batches.judge_batches(dict(judged[start : start + AT_ONCE]), by=by)
    return {"verdicts": len(judged), "verdicts_s": judging.wall, "verdicts_cpu_s": judging.cpu}


def rebuild_all(_world: Path) -> Figures:
    """The register dropped and built anew."""
    with spent() as building:
        rebuild()
    return {"rebuild_s": building.wall, "rebuild_cpu_s": building.cpu, "rebuild_memory_mib": memory_mib()}


def verify_all(_world: Path) -> Figures:
    """Every key, leaf and root recomputed, every source's text hashed."""
    with spent() as proving:
        found = verify()
    if found.faults:
        raise SystemExit(f"the log does not verify: {found.faults[:3]}")
    return {"verify_s": proving.wall, "verify_cpu_s": proving.cpu, "verified_entries": found.size}


def judge_odd(_world: Path) -> Figures:
    """Single verdicts against accepted statements, each with its own fold, at the size that the ledger has."""
    by = member()
    keys = list(Entry.objects.filter(kind=Kind.STATEMENT).order_by("key").values_list("key", flat=True)[:_SINGLE])
    heads = {key: ruling.heads[0].key for key, ruling in rulings_on(keys).items() if ruling.heads}
    calls = [partial(actions.reject, key, by=by, follows=head) for key, head in heads.items()]
    with spent() as judging:
        times = each(calls)
    return quantiles("one_verdict", times) | {"one_verdict_cpu_ms": 1000 * judging.cpu / len(calls)}


def sizes(_world: Path) -> Figures:
    """Bytes on disk: the whole store, and of it the texts of sources, which the peers do not keep."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        whole = cursor.fetchone()[0]
        cursor.execute("SELECT SUM(LENGTH(CAST(text AS BLOB))) FROM ledger_source" if connection.vendor == "sqlite"
                       else "SELECT SUM(OCTET_LENGTH(text)) FROM ledger_source")  # fmt: skip
        texts = cursor.fetchone()[0]
    return {"disk_mb": whole / 1e6, "texts_mb": float(texts or 0) / 1e6}


STAGES: dict[str, Callable[[Path], Figures]] = {
    "import": import_all,
    "judge": judge_all,
    "rebuild": rebuild_all,
    "verify": verify_all,
    "odd": judge_odd,
    "size": sizes,
}
