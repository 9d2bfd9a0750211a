"""Name the public holidays of a region; the only place that knows the library of holidays."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cmstation.domain.calendar import DayOff, DayOffKind
from cmstation.domain.regions import Region

if TYPE_CHECKING:
    from holidays import HolidayBase

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100

# Country and part of it, as the library names them; the rest of France has no holidays of its own.
_PLACES: Final[Mapping[Region, tuple[str, str | None]]] = MappingProxyType(
    {
        Region.FRANCE_A: ("FR", None),
        Region.FRANCE_B: ("FR", None),
        Region.FRANCE_C: ("FR", None),
        Region.CORSICA: ("FR", None),
        Region.ALSACE_MOSELLE: ("FR", "57"),
        Region.GUADELOUPE: ("FR", "971"),
        Region.MARTINIQUE: ("FR", "972"),
        Region.GUYANE: ("FR", "973"),
        Region.REUNION: ("FR", "974"),
        Region.MAYOTTE: ("FR", "976"),
        Region.BELGIUM_FRENCH: ("BE", None),
        Region.BELGIUM_FLEMISH: ("BE", None),
        Region.BELGIUM_GERMAN: ("BE", None),
        Region.QUEBEC: ("CA", "QC"),
    }
)
_MOVED: Final = " (observé)"
_SUMMER_HOLIDAYS: Final = (6, 7)


def public_holidays(region: Region, year: int) -> tuple[DayOff, ...]:
    """Return the public holidays of a year, the earliest first, with French names.

    Args:
        year: from 2000 to 2100.

    Raises:
        ValueError: the year lies outside.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{year} is not between {FIRST_YEAR} and {LAST_YEAR}")
    place = _PLACES.get(region)
    return _of_place(*place, year) if place else ()


@cache
def _of_place(country: str, part: str | None, year: int) -> tuple[DayOff, ...]:
    from holidays import country_holidays  # noqa: PLC0415 - takes a third of a second

    found = country_holidays(country, subdiv=part, years=year, language="fr")
    days = _quebec(found) if part == "QC" else _named(found)
    return tuple(DayOff(DayOffKind.PUBLIC, name.replace("'", "’"), day, day) for day, name in days)


def _named(found: "HolidayBase") -> Iterator[tuple[date, str]]:
    for day in sorted(found):
        # Two holidays may share a date, as Ascension and 1 May did in 2008.
        for name in found.get_list(day):
            yield day, name


def _quebec(found: "HolidayBase") -> Iterator[tuple[date, str]]:
    """Yield what the labour standards of Québec say.

    The employer chooses between Good Friday and Easter Monday; only the two holidays of the summer are
    put off to Monday by law when they fall on a Sunday.
    """
    for day, name in _named(found):
        if name == "Vendredi saint":
            yield day, "Vendredi saint (ou lundi de Pâques)"
        elif not name.endswith(_MOVED):
            yield day, name
        elif day.month in _SUMMER_HOLIDAYS:
            yield day, f"{name.removesuffix(_MOVED)} (jour chômé)"
