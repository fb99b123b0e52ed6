"""Address books of other programs: cards out and in, as vCard and as a table."""

from peyvand.adapters.addresses.cards import BadBook, Card
from peyvand.adapters.addresses.table import as_table, cards_in_table
from peyvand.adapters.addresses.vcard import as_vcards, cards_in_vcards

__all__ = ["BadBook", "Card", "as_table", "as_vcards", "cards_in", "cards_in_table", "cards_in_vcards"]


def cards_in(text: str) -> list[Card]:
    """The cards of an address book, whichever of the two it is. Raises `BadBook`."""
    text = text.replace("\0", "")
    if text.lstrip("\ufeff \r\n\t")[:11].upper() == "BEGIN:VCARD":
        return cards_in_vcards(text)
    return cards_in_table(text)
