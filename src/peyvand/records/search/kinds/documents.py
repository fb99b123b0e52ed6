"""Documents, by title, name and the text of their files."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from peyvand.records.documents.models import Document
from peyvand.records.search.drafts import Draft, day_weight, year_marks
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.seen import seen_by

# Of a text so much is looked at for the words that it was found by.
_SHOWN = 20_000


class Documents:
    """The ``ref`` is the document's number in the store; ``slug`` its address."""

    name = "document"
    number = 6

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        rows = Document.objects.filter(voided_at=None).order_by("pk").select_related("file")
        if refs is not None:
            rows = rows.filter(pk__in=[int(ref) for ref in refs])
        for document in rows.iterator(chunk_size=100):
            yield Draft(
                kind=self.name,
                number=self.number,
                ref=str(document.pk),
                weight=day_weight(document.at.date()),
                tie=document.pk,
                seen=seen_by(document.visibility),
                names=(document.title, document.name),
                texts=(document.file.text,),
                places=document.places,
                marks=year_marks([document.at.date()]),
            )

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        rows = Document.objects.filter(pk__in=[int(ref) for ref in refs]).select_related("file")
        return {
            str(document.pk): Found(
                name=str(document),
                texts=(document.file.text[:_SHOWN],),
                places=document.places,
                day=document.at.date(),
                slug=document.key,
                codes=(document.file.kind,),
            )
            for document in rows
        }
