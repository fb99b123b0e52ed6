"""People and offices, by all their names, those of doubles too, and by what is known of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from peyvand.core.search import marks
from peyvand.core.search.nearness import near_spellings
from peyvand.core.search.words import words_of
from peyvand.records.contacts.models import Contact
from peyvand.records.search.drafts import Draft, day_weight
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.seen import Seen


class Contacts:
    """The ``ref`` is the contact's number."""

    name = "contact"
    number = 4

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        rows = Contact.objects.filter(merged_into=None, erased_at=None).order_by("pk").prefetch_related("doubles")
        if refs is not None:
            rows = rows.filter(pk__in=[int(ref) for ref in refs])
        for contact in rows.iterator(chunk_size=500):
            yield self._draft(contact, [contact, *contact.doubles.all()])

    def _draft(self, contact: Contact, rows: Sequence[Contact]) -> Draft:
        names = tuple(dict.fromkeys(name for row in rows for name in (row.name, *(other for _, other in row.names))))
        words = dict.fromkeys(word for name in names for word in words_of(name))
        return Draft(
            kind=self.name,
            number=self.number,
            ref=str(contact.pk),
            weight=day_weight(contact.changed_at.date()),
            tie=contact.pk,
            seen=Seen.CONTACT,
            names=names,
            near=tuple(marks.close_words(dict.fromkeys(near for word in words for near in near_spellings(word)))),
            texts=_texts(contact),
            places=(contact.place,) if contact.place else (),
            marks=(marks.of(contact.place),) if contact.place else (),
        )

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        return {
            str(contact.pk): Found(
                name=contact.name,
                texts=_texts(contact),
                places=(contact.place,) if contact.place else (),
                language=contact.language,
                codes=(contact.kind,),
            )
            for contact in Contact.objects.filter(pk__in=[int(ref) for ref in refs])
        }


def _texts(contact: Contact) -> tuple[str, ...]:
    told = (contact.role, contact.body, contact.note, contact.mail, contact.phone, contact.address)
    return tuple(text for text in told if text)
