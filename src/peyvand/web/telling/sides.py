"""How each side stands, as a panel under its half of the cord."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from peyvand.core.ledger.bond import Progress, Reached, Side, Standing, State
from peyvand.core.text import fold_words
from peyvand.web.shared.dates import when
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import foreign
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import CHANNELS, INSTRUMENTS, KNOWN, REACHED, STATES, TIES, word
from peyvand.web.telling.pages import SidePanel
from peyvand.web.telling.sentence import under_way

_CORDS = {
    State.IN_FORCE: "tied",
    State.SUSPENDED: "cut",
    State.CITIZENS_ONLY: "cut",
    State.DORMANT: "cut",
    State.ENDED: "ended",
    State.EXPIRED: "ended",
    State.BARRED: "ended",
}


def panel(side: Side, naming: Naming, *, silent: bool) -> SidePanel:
    """One side's panel; ``silent``: sources speak for the other side and none for this one."""
    return SidePanel(
        name=naming.place(side.place),
        standing=standing_words(side),
        cord=cord(side),
        details=tuple(_details(side, naming, silent=silent)),
    )


def cord(side: Side) -> str:
    """How this side's half of the tie is drawn."""
    if side.standing.state is State.NONE:
        return "reaching" if side.progress and under_way(side) else "none"
    return _CORDS[side.standing.state]


def standing_words(side: Side) -> str:
    """«خواهرخوانده», «در راه خواهرخواندگی», «تفاهم‌نامه: معلق»."""
    standing = side.standing
    tie = word(TIES, standing.instrument) if standing.instrument else ""
    state = word(STATES, standing.state)
    if standing.state is State.IN_FORCE and tie:
        return tie
    if standing.state is State.NONE and side.progress and under_way(side):
        return _("On the way to a {agreement}").format(agreement=word(INSTRUMENTS, side.progress.toward))
    if standing.state is State.NONE or not tie:
        return state
    return _("{tie}: {state}").format(tie=tie, state=state[:1].lower() + state[1:])


def _details(side: Side, naming: Naming, *, silent: bool) -> Iterator[str]:
    standing, language = side.standing, naming.language
    if standing.since:
        yield _("since {date}").format(date=when(standing.since, language).main)
    if side.progress and under_way(side):
        yield from _progress(side.progress, standing, language)
    if standing.known:
        yield word(KNOWN, standing.known)
    if own_words := _own_words(standing):
        yield _("in its own word: {words}").format(words=", ".join(foreign(own) for own in own_words))
    for other in side.other_channels:
        yield _("{channel}: {state}").format(channel=word(CHANNELS, other.channel), state=word(STATES, other.state))
    if silent:
        yield _("no source speaks for this side")


def _own_words(standing: Standing) -> list[str]:
    """The side's own words for the tie, where they are not the ones that Peyvand uses anyway."""
    usual = set()
    for language in ("fa", "en"):
        with translation.override(language):
            usual |= {fold_words(word(words, standing.instrument or "")) for words in (TIES, INSTRUMENTS)}
    return [own for own in standing.words if fold_words(own) not in usual]


def _progress(progress: Progress, standing: Standing, language: str) -> Iterator[str]:
    if standing.state is not State.NONE:
        yield _("on the way to a {agreement}").format(agreement=word(INSTRUMENTS, progress.toward))
    if progress.of:
        got, of = in_language(len(progress.got), language), in_language(len(progress.of), language)
        yield _("approvals: {n} of {m}").format(n=got, m=of)
    if progress.reached is not Reached.APPROVALS or not progress.of:
        yield word(REACHED, progress.reached)
