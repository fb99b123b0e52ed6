"""What members type into the form of a letter, and what it comes to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.scopes import Visibility
from peyvand.records.contacts import queries as contacts
from peyvand.records.letters.actions import Facts, Named
from peyvand.records.letters.models import Letter, Party
from peyvand.records.letters.queries import LetterLine, standing
from peyvand.web.office.filled import Filled
from peyvand.web.shared.digits import in_language, plain
from peyvand.web.shared.naming import Naming

FIELDS = (
    "direction", "their_number", "date", "senders", "receivers", "subject", "language", "note", "answers",
    "answer_within", "own", "own_place", "partner", "partner_place", "visibility",
)  # fmt: skip
# How long an answer to a letter that came in is usually waited for, in days.
USUAL_WAIT = 15
_NUMBERED = re.compile(r"#(\d{1,9})\s*$")


def blank(direction: str, member: Member, naming: Naming, answered: LetterLine | None = None) -> Filled:
    """The form of a new letter; of one that answers another, with what that one says of it."""
    values = {
        "direction": direction,
        "own": naming.place(member.city) if member.city else "",
        "own_place": member.city,
        "visibility": str(Visibility.INTERNAL),
        "answer_within": in_language(str(USUAL_WAIT), naming.language) if direction == "incoming" else "",
    }
    if answered:
        values |= _of_places(answered.letter, naming) | {
            "answers": str(answered.letter.pk),
            "senders": _typed(answered.receivers),
            "receivers": _typed(answered.senders),
            "subject": answered.letter.subject,
            "language": answered.letter.language,
            "visibility": answered.letter.visibility,
        }
    return Filled(values=values)


def filled_of(line: LetterLine, naming: Naming) -> Filled:
    """The form of a letter that is registered."""
    letter = line.letter
    waits = (letter.answer_by - letter.registered_on).days if letter.answer_by else None
    return Filled(
        values={
            "direction": letter.direction,
            "their_number": letter.their_number,
            "date": letter.date_said,
            "senders": _typed(line.senders),
            "receivers": _typed(line.receivers),
            "subject": letter.subject,
            "language": letter.language,
            "note": letter.note,
            "answers": str(letter.answers_id or ""),
            "answer_within": "" if waits is None else in_language(str(waits), naming.language),
            "visibility": letter.visibility,
            "version": str(letter.version),
            **_of_places(letter, naming),
        }
    )


def looked_up(values: Mapping[str, str], member: Member, naming: Naming) -> Filled:
    """The form as typed, with what is wrong in its names and numbers."""
    tidy = {name: words.replace("\r\n", "\n").strip() for name, words in values.items()}
    form = Filled(values=tidy | {"answer_within": plain(tidy.get("answer_within", ""))})
    form = form.placed(naming, "own", "partner").wrong_numbers("answer_within", "answers")
    for name in ("senders", "receivers"):
        for line in form[name].splitlines():
            if fault := _unclear(line, member):
                form = form.wrong(name, fault)
    return form


def facts_of(form: Filled, member: Member) -> Facts:
    """What the form says of a letter; to be asked only where there are no faults."""
    return Facts(
        direction=form["direction"],
        date=form["date"],
        subject=form["subject"],
        senders=_named(form["senders"], member),
        receivers=_named(form["receivers"], member),
        their_number=form["their_number"],
        language=form["language"],
        note=form["note"],
        answers=form.number("answers"),
        answer_within=form.number("answer_within"),
        places=tuple(filter(None, (form["own_place"], form["partner_place"]))),
        visibility=form["visibility"],
    )


def _of_places(letter: Letter, naming: Naming) -> dict[str, str]:
    return {
        "own": naming.place(letter.place_a) if letter.place_a else "",
        "own_place": letter.place_a,
        "partner": naming.place(letter.place_b) if letter.place_b else "",
        "partner_place": letter.place_b,
    }


def _typed(parties: tuple[Party, ...]) -> str:
    """One on each line; a contact with its number, since its name alone may be that of another too."""
    contacts_of = ((one, standing(one)) for one in parties)
    return "\n".join(f"{contact.name} #{contact.pk}" if contact else one.words for one, contact in contacts_of)


def _unclear(line: str, member: Member) -> str:
    """Why a line of names does not say who is meant; empty where it does."""
    told = _NUMBERED.search(plain(line))
    if told:
        found = contacts.numbered(int(told[1]), member)
        return "" if found else _("There is no contact of this number: %s") % told[0]
    namesakes = contacts.named(line, member)
    if len(namesakes) > 1:
        numbers = ", ".join(f"#{one.pk}" for one in namesakes)
        return _("Several contacts bear the name {name}. Write the number of one beside it: {numbers}").format(
            name=line.strip(), numbers=numbers
        )
    return ""


def _named(lines: str, member: Member) -> tuple[Named, ...]:
    return tuple(_who(line, member) for line in lines.splitlines() if line.strip())


def _who(line: str, member: Member) -> Named:
    told = _NUMBERED.search(plain(line))
    if told:
        return Named(contact=int(told[1]))
    found = contacts.named(line, member)
    return Named(contact=found[0].pk) if len(found) == 1 else Named(words=line.strip())
