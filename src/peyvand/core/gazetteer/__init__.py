"""Which place a name means, and why."""

from peyvand.core.gazetteer.finding import find_places
from peyvand.core.gazetteer.gazetteer import Gazetteer, county_of
from peyvand.core.gazetteer.mention import PlaceMention, Role
from peyvand.core.gazetteer.place import Level, Place
from peyvand.core.gazetteer.words import PlaceWords

__all__ = ["Gazetteer", "Level", "Place", "PlaceMention", "PlaceWords", "Role", "county_of", "find_places"]
