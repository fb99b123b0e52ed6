"""Verdicts, resolutions and what else is entered on an item or its source, by what it is on; and what it adds up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from peyvand.core.ledger.copies import Copy
from peyvand.core.ledger.verdict import Ruling, Verdict, known_by, ruling_of
from peyvand.core.ledger.withdrawal import Withdrawal
from peyvand.records.ledger.drafts import read_reason
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.rows import read
from peyvand.records.register.shown import Judged

# Keys in one question: below the number of variables that SQLite takes.
KEYS_AT_ONCE = 500
_FIELDS = ("kind", "number", "key", "subject", "body", "member__display_name", "member__username")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What members made of one item: the ruling, how it is shown, the number of the last of the verdicts that decide
    (None where there is none), and of the newest that says anything of it (-1)."""

    ruling: Ruling
    judged: Judged
    decided: int | None
    newest: int


class Judgements:
    """Entries on items, taken in the order of their numbers."""

    def __init__(self) -> None:
        self._resolutions: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._verdicts: dict[str, dict[str, Verdict]] = defaultdict(dict)
        self.withdrawals: dict[str, list[Withdrawal]] = defaultdict(list)
        # By capture, others that carry its text.
        self.copies: dict[str, set[str]] = defaultdict(set)
        self._numbers: dict[str, int] = {}
        self._members: dict[str, str] = {}
        # Outcomes of batches that were judged as a whole, after all their items had come in.
        self._whole: dict[str, Outcome] = {}

    def take(self, subjects: Sequence[str], kinds: Iterable[Kind], known_at: datetime | None = None) -> None:
        """Read the entries of these kinds on these items and sources; all but resolutions as known at a time."""
        for start in range(0, len(subjects), KEYS_AT_ONCE):
            on = Entry.objects.filter(subject__in=subjects[start : start + KEYS_AT_ONCE], kind__in=list(kinds))
            if known_at is not None:
                on = on.filter(Q(kind=Kind.RESOLUTION) | Q(recorded_at__lte=known_at))
            for row in on.order_by("number").values_list(*_FIELDS):
                self._take(*row)

    def _take(self, kind: str, number: int, key: str, subject: str, body: str, *member: str) -> None:
        if kind == Kind.RESOLUTION:
            self._resolutions[subject].append((number, body))
        elif kind == Kind.VERDICT:
            # Its key stands in the log and need not be made again.
            self._verdicts[subject][key] = known_by(read(Verdict, body), key)
            self._numbers[key], self._members[key] = number, member[0] or member[1]
        elif kind == Kind.WITHDRAWAL:
            self.withdrawals[subject].append(read(Withdrawal, body))
        elif kind == Kind.COPY:
            first, second = read(Copy, body).captures
            self.copies[first].add(second)

    def outcome(self, key: str, capture: str = "", number: int = 0) -> Outcome:
        """The outcome of an item, by its place in the log and the source it came in with; or of a batch."""
        own = self._verdicts.get(key)
        batch = self._verdicts.get(capture) if capture else None
        if own or not batch:
            return self._outcome(ruling_of(key, own.values() if own else ()), own or ())
        seen = {verdict: said for verdict, said in batch.items() if self._numbers[verdict] > number}
        if len(seen) < len(batch):
            return self._outcome(ruling_of(key, (), seen.values()), ())
        if capture not in self._whole:
            self._whole[capture] = self._outcome(ruling_of(capture, (), batch.values()), ())
        return self._whole[capture]

    def resolution(self, key: str, outcome: Outcome) -> str | None:
        """What the words were taken to mean when the standing verdict was given, as its entry's body: a later reading
        changes nothing that a member has accepted. Without a verdict, the latest."""
        resolutions = self._resolutions.get(key, ())
        if outcome.decided is None:
            return resolutions[-1][1] if resolutions else None
        seen = outcome.decided
        return next((body for number, body in reversed(resolutions) if number < seen), None)

    def _outcome(self, ruling: Ruling, own: Iterable[str]) -> Outcome:
        heads = {self._numbers[head.key]: head for head in ruling.heads}
        decided = max(heads, default=None)
        newest = max((*heads, *(self._numbers[verdict] for verdict in own)), default=-1)
        return Outcome(ruling, self._judged(ruling, heads, decided), decided, newest)

    def _judged(self, ruling: Ruling, heads: Mapping[int, Verdict], decided: int | None) -> Judged:
        if decided is None:
            return Judged()
        last = heads[decided]
        corrected_to, reason = read_reason(last.reason)
        return Judged(
            status=ruling.status,
            follows=last.key,
            by=self._members[last.key],
            at=last.at,
            reason=reason,
            corrected_to=corrected_to,
        )
