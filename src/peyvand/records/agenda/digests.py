"""Each morning a letter to each member who wants one: what waits, and what is due. It waits until it has gone out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext, override

from peyvand import lexicon
from peyvand.core.procedure.pack import Names
from peyvand.records.accounts.models import Member
from peyvand.records.agenda.items import Agenda, Gate, Item, OfficeTerm, Owed, agenda
from peyvand.records.agenda.kinds import Kind
from peyvand.records.agenda.models import Digest, Remark
from peyvand.records.letters.queries import LetterLine

KINDS = {
    Kind.SOURCE: gettext_noop("Sources with something to judge"),
    Kind.GATE: gettext_noop("Steps of cases"),
    Kind.DUTY: gettext_noop("Owed after signing"),
    Kind.LETTER: gettext_noop("Letters without an answer"),
    Kind.TERM: gettext_noop("Terms that end"),
    Kind.PAST: gettext_noop("Planned, past, and without proof"),
    Kind.STALE: gettext_noop("Not heard of for long"),
    Kind.FINDING: gettext_noop("Other findings"),
}
# Steps and duties of so many days ahead are named one by one.
_AHEAD = 14
_MOST = 20


def write_digests(today: date) -> int:
    """The letters of a day for all who have an address and something to do; how many are new. Twice is once."""
    new = 0
    for member in Member.objects.filter(is_active=True).exclude(email=""):
        if not member.in_office:
            continue
        with override(member.language):
            found = agenda(member, language=member.language, today=today)
            if not found.found:
                continue
            told = {
                "subject": _("Peyvand: %d things to do") % found.found,
                "body": "\n".join(_lines(found, today, member)),
            }
        _digest, created = Digest.objects.get_or_create(member=member, day=today, defaults=told)
        new += created
    return new


def send_digests() -> int:
    """Send what waits; how many went out. What the server does not take goes on waiting, and holds up no other letter.

    Raises OSError after all were tried, where some were not taken.
    """
    waiting = list(Digest.objects.filter(sent_at=None).select_related("member").order_by("failures", "day", "pk"))
    if not waiting:
        return 0
    refused: list[OSError] = []
    with get_connection() as server:
        for one in waiting:
            try:
                _send(one, server)
            except OSError as fault:
                refused.append(fault)
                Digest.objects.filter(pk=one.pk).update(failures=F("failures") + 1)
            else:
                Digest.objects.filter(pk=one.pk).update(sent_at=timezone.now())
    if refused:
        raise refused[0]
    return len(waiting)


def _send(one: Digest, server: BaseEmailBackend) -> None:
    EmailMessage(one.subject, one.body, settings.DEFAULT_FROM_EMAIL, [one.member.email], connection=server).send()


def _lines(found: Agenda, today: date, member: Member) -> Iterator[str]:
    for kind in Kind:
        if found.counts[kind]:
            yield f"{_(KINDS[kind])}: {found.counts[kind]}"
    # What has a day comes first.
    soon = [item for item in found.items if item.due and (item.due - today).days <= _AHEAD]
    if soon:
        yield ""
        yield ngettext("Due in the next %d day:", "Due in the next %d days:", _AHEAD) % _AHEAD
    for item in soon[:_MOST]:
        yield f"  {item.due}  {title(item, member.language)}"


def title(item: Item, language: str) -> str:
    """What an item with a day is, in one line: the step and the two cities."""
    about = item.about
    if isinstance(about, Gate):
        return f"{_said(about.station.step.name, language)} – {' – '.join(about.view.names)}"
    if isinstance(about, Owed):
        return f"{_said(about.duty.step.name, language)} – {' – '.join(about.view.names)}"
    if isinstance(about, LetterLine):
        return about.letter.subject
    if isinstance(about, OfficeTerm):
        return _("Term of office of %s") % about.member
    if isinstance(about, Remark) and item.kind is Kind.TERM:
        named = (lexicon.gazetteer().name(place, language) for place in (about.place_a, about.place_b))
        return _("End of the term of %s") % " – ".join(named)
    return _(KINDS[item.kind])


def _said(names: Names, language: str) -> str:
    return names.fa if language == "fa" else names.en
