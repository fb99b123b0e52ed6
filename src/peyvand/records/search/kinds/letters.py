"""Letters, by subject, numbers, parties and notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from peyvand.core.search import marks
from peyvand.records.letters.models import Letter
from peyvand.records.letters.queries import name_of, naming
from peyvand.records.search.drafts import Draft, day_weight, year_marks
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.seen import seen_by

_PARTIES = "parties__contact__merged_into"


class Letters:
    """The ``ref`` is the letter's number in the store."""

    name = "letter"
    number = 5

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        rows = Letter.objects.filter(voided_at=None).order_by("pk").prefetch_related(_PARTIES)
        if refs is not None:
            rows = rows.filter(pk__in=[int(ref) for ref in refs])
        for letter in rows.iterator(chunk_size=500):
            yield Draft(
                kind=self.name,
                number=self.number,
                ref=str(letter.pk),
                weight=day_weight(letter.day),
                tie=letter.pk,
                seen=seen_by(letter.visibility),
                names=(letter.subject,),
                texts=_texts(letter),
                places=letter.places,
                marks=(
                    *year_marks([letter.day, letter.registered_on]),
                    *([marks.language(letter.language)] if letter.language else []),
                ),
            )

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        rows = Letter.objects.filter(pk__in=[int(ref) for ref in refs]).prefetch_related(_PARTIES)
        return {
            str(letter.pk): Found(
                name=letter.subject,
                texts=_texts(letter),
                places=letter.places,
                day=letter.day,
                language=letter.language,
                codes=(letter.direction, str(letter)),
            )
            for letter in rows
        }


def _texts(letter: Letter) -> tuple[str, ...]:
    parties = [name_of(party) for party in letter.parties.all()]
    return tuple(text for text in (*parties, letter.their_number, str(letter), letter.note) if text)


def of_contacts(contacts: Collection[str]) -> set[str]:
    """The letters in which these contacts are named, whose words change with their names."""
    return {str(pk) for pk in naming([int(contact) for contact in contacts]).values_list("pk", flat=True)}
