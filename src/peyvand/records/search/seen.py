"""Classes of items by who may see them, and the permission that each takes."""

from __future__ import annotations

from enum import StrEnum

from peyvand.records.accounts.scopes import Visibility


class Seen(StrEnum):
    """The class of an item: for everybody, or for whoever has its permission."""

    PUBLIC = "public"
    # What everybody else sees of a bond of which the office knows more.
    OUTSIDE = "outside"
    INTERNAL = "internal"
    PARTNER = "partner"
    PROPOSED = "proposed"
    CASE = "case"
    CONTACT = "contact"
    # Whatever its places, of members alone: no page of the public shows it by itself.
    ANY_MEMBER = "member"


# Where the places of an item are open to the member; and wherever they are.
NEEDED = {
    Seen.INTERNAL: "source.see_internal",
    Seen.PARTNER: "shared.see",
    Seen.PROPOSED: "statement.see_proposed",
    Seen.CASE: "case.see",
    Seen.CONTACT: "contact.see",
}
NEEDED_ANYWHERE = {Seen.ANY_MEMBER: "shared.see"}
_BY_VISIBILITY = {
    Visibility.INTERNAL: Seen.INTERNAL,
    Visibility.PARTNER: Seen.PARTNER,
    Visibility.PUBLIC: Seen.ANY_MEMBER,
}


def seen_by(visibility: str) -> Seen:
    """The class of a letter or document of a visibility."""
    return _BY_VISIBILITY[Visibility(visibility)]
