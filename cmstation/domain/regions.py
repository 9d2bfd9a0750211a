"""Where the clinic is, as far as days off depend on it."""

from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cmstation.domain.health_days_rows import Country


class Region(StrEnum):
    """A place with its own public or school holidays; the values are stored and stand in files."""

    NONE = "none"
    FRANCE_A = "FR-A"
    FRANCE_B = "FR-B"
    FRANCE_C = "FR-C"
    ALSACE_MOSELLE = "FR-AM"  # two public holidays more; its schools belong to zone B
    CORSICA = "FR-COR"
    GUADELOUPE = "FR-971"
    MARTINIQUE = "FR-972"
    GUYANE = "FR-973"
    REUNION = "FR-974"
    MAYOTTE = "FR-976"
    BELGIUM_FRENCH = "BE-FR"
    BELGIUM_FLEMISH = "BE-NL"
    BELGIUM_GERMAN = "BE-DE"
    QUEBEC = "CA-QC"

    @property
    def schools(self) -> "Region":
        """The region whose school holidays are kept here."""
        return Region.FRANCE_B if self is Region.ALSACE_MOSELLE else self

    @property
    def country(self) -> Country | None:
        """The country as health days name it, None when no place was chosen."""
        return _COUNTRIES.get(self.value[:2])


# Regions that a file of school holidays may name.
SCHOOL_REGIONS: Final = tuple(
    region for region in Region if region is not Region.NONE and region.schools is region
)

_COUNTRIES: Final = MappingProxyType(
    {"FR": Country.FRANCE, "BE": Country.BELGIUM, "CA": Country.QUEBEC},
)
_MAINLAND: Final = (
    Region.FRANCE_A,
    Region.FRANCE_B,
    Region.FRANCE_C,
    Region.ALSACE_MOSELLE,
    Region.CORSICA,
)
_BY_ZONE: Final = MappingProxyType(
    {
        "Europe/Paris": _MAINLAND,
        "Europe/Brussels": (Region.BELGIUM_FRENCH, Region.BELGIUM_FLEMISH, Region.BELGIUM_GERMAN),
        "America/Toronto": (Region.QUEBEC,),
        "America/Montreal": (Region.QUEBEC,),
        "America/Blanc-Sablon": (Region.QUEBEC,),
        "America/Guadeloupe": (Region.GUADELOUPE,),
        "America/Martinique": (Region.MARTINIQUE,),
        "America/Cayenne": (Region.GUYANE,),
        "Indian/Reunion": (Region.REUNION,),
        "Indian/Mayotte": (Region.MAYOTTE,),
    }
)


def proposals(zone: str) -> tuple[Region, ...]:
    """Return the regions that an IANA zone makes likely; only the person knows which one it is."""
    return _BY_ZONE.get(zone, ())
