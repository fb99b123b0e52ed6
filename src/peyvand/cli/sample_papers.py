"""Papers of the sample office: two contacts and an exchange of letters, all invented."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peyvand.cli import store

_ISFAHAN, _KAZAN = "geonames:418863", "geonames:551487"
_PAIR = (_ISFAHAN, _KAZAN)
_PROTOCOL: Mapping[str, Any] = {
    "name": "Динара Сабирова", "names": (("fa", "دینارا صابیرووا"), ("en", "Dinara Sabirova")), "role": "رئیس تشریفات",
    "body": "شهرداری کازان", "place": _KAZAN, "phone": "+7 843 000-00-00", "mail": "protocol@kazan.example",
    "language": "ru",
}  # fmt: skip
_OFFICE: Mapping[str, Any] = {"name": "دفتر امور بین‌الملل شهرداری اصفهان", "kind": "office", "place": _ISFAHAN}
_INVITED: Mapping[str, Any] = {
    "direction": "incoming", "date": "12 февраля 2026", "their_number": "К-117", "language": "ru",
    "subject": "دعوت هیئت اصفهان به روز شهر کازان", "note": "ترجمه پیوست پرونده است.", "visibility": "partner",
}  # fmt: skip
_ANSWERED: Mapping[str, Any] = {
    "direction": "outgoing", "date": "۵ اسفند ۱۴۰۴", "language": "fa", "visibility": "partner",
    "subject": "پاسخ به دعوت روز شهر کازان",
}  # fmt: skip
_WAITING: Mapping[str, Any] = {
    "direction": "incoming", "date": "۹ رمضان ۱۴۴۷", "their_number": "К-164", "language": "ru", "answer_within": 15,
    "subject": "پیش‌نویس برنامهٔ مبادلهٔ نمایشگاه کتاب کودک",
}  # fmt: skip


def write_papers(name: str) -> None:
    """Register the papers as the member of this name, into a register that is empty."""
    contacts = store.open_store("records.contacts.actions")
    letters = store.open_store("records.letters.actions")
    by: Any = store.open_store("records.accounts.queries").member_named(name)
    theirs, ours = (contacts.keep(contacts.Facts(**told), by=by) for told in (_PROTOCOL, _OFFICE))
    contacts.hold_office(theirs, contacts.Office(role=_PROTOCOL["role"], place=_KAZAN, starts="2024"), by=by)

    def register(told: Mapping[str, Any], sender: Any, receiver: Any, answers: int | None = None) -> Any:
        sides = {
            "senders": (letters.Named(contact=sender.pk),),
            "receivers": (letters.Named(contact=receiver.pk),),
        }
        return letters.register(letters.Facts(places=_PAIR, answers=answers, **sides, **told), by=by)

    invited = register(_INVITED, theirs, ours)
    register(_ANSWERED, ours, theirs, invited.pk)
    register(_WAITING, theirs, ours)
