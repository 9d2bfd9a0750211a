"""The zone that a calendar file means: an IANA name, Outlook's name, or a definition in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, available_timezones

from cmstation.domain.calendar_events import placed
from cmstation.domain.ics_errors import CalendarProblem
from cmstation.domain.ics_lines import Component, ContentLine, plain_text
from cmstation.domain.planned_time import PlannedTime, at_instant

# Tried first for a definition without a usable name: several zones share the same clock.
_NEAR = (
    "Europe/Paris",
    "America/Toronto",
    "Europe/London",
    "Europe/Athens",
    "America/Halifax",
    "America/St_Johns",
    "America/Winnipeg",
    "America/Edmonton",
    "America/Vancouver",
    "UTC",
)
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?")
_YEARS = 3
_EARLIEST, _LATEST = 1970, 2037  # zones before and after are guesses
_MOST_SEARCHES = 60  # names and years for which all zones are looked through


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """One change of the clock (instant in naive UTC)."""

    instant: datetime
    before: timedelta
    after: timedelta


class Zones:
    """The zones of one calendar in a file."""

    def __init__(self, calendar: Component) -> None:
        self._definitions: dict[str, Component] = {}
        for component in calendar.components:
            if component.name == "VTIMEZONE":
                for line in component.properties:
                    if line.name == "TZID":
                        self._definitions[_key(plain_text(line.parts()[1]))] = component
        self._matched: dict[tuple[str, int], str | None] = {}

    def at(self, wall: datetime, tzid: str, line: ContentLine, *, series: bool = False) -> PlannedTime:
        """Return the time that a clock of this zone shows.

        Args:
            wall: naive.
            tzid: as the file says it.
            line: where it is said.
            series: whether the time starts a series, and needs a zone that goes on.

        Raises:
            CalendarUnreadable: nothing says what the zone is, or its definition is broken.
        """
        zone = self._named(tzid) or self._clock_like(tzid, wall.year, line)
        if zone is None:
            if series:
                raise line.wrong(CalendarProblem.ZONE_UNKNOWN, tzid)
            return at_instant(self._computed(wall, tzid), "UTC")
        there = placed(wall, zone)
        # A series keeps the hour that was asked for, though its first day skips it.
        return PlannedTime(there.instant, zone, wall) if series else there

    def _named(self, tzid: str) -> str | None:
        name = _key(tzid)
        if found := iana_name(name):
            return found
        if definition := self._definitions.get(name):
            for line in definition.properties:
                if line.name == "X-LIC-LOCATION":
                    return iana_name(line.parts()[1])
        return None

    def _clock_like(self, tzid: str, year: int, line: ContentLine) -> str | None:
        """Return a zone whose clock agrees with the definition in that year and the next ones."""
        definition = self._definitions.get(_key(tzid))
        if definition is None:
            raise line.wrong(CalendarProblem.ZONE_UNKNOWN, tzid)
        year = min(max(year, _EARLIEST), _LATEST)
        key = (tzid, year)
        if key not in self._matched:
            if len(self._matched) >= _MOST_SEARCHES:
                raise line.wrong(CalendarProblem.TOO_MANY_ZONES, tzid)
            changes = _changes(definition, year)
            self._matched[key] = next((one for one in _candidates() if _agrees(one, changes, year)), None)
        return self._matched[key]

    def _computed(self, wall: datetime, tzid: str) -> datetime:
        changes = _changes(self._definitions[_key(tzid)], wall.year)
        # As PEP 495 with fold=0: the offset before the change holds until the new one is certain.
        later = bisect_right([one.instant + max(one.before, one.after) for one in changes], wall)
        offset = changes[later - 1].after if later else changes[0].before
        return (wall - offset).replace(tzinfo=UTC)


def _key(tzid: str) -> str:
    return tzid.strip().strip('"')


@lru_cache(maxsize=256)
def iana_name(name: str) -> str | None:
    """Return the IANA zone that a name means: itself, a path that ends in it, or a name of Windows."""
    parts = name.strip().split("/")
    for start in range(len(parts)):
        candidate = "/".join(parts[start:])
        if candidate in available_zones():
            return candidate
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415 - heavy

    return WINDOWS_TO_OLSON.get(name.strip())


@cache
def available_zones() -> frozenset[str]:
    """Return the names that this computer knows."""
    return frozenset(available_timezones() - {"localtime", "Factory"})


@cache
def _candidates() -> tuple[str, ...]:
    others = sorted(available_zones(), key=lambda one: (not one.startswith("Etc/"), one))
    return tuple(dict.fromkeys((*_NEAR, *others)))


def _agrees(zone: str, changes: list[_Change], year: int) -> bool:
    clock = ZoneInfo(zone)
    instants = [one.instant for one in changes]
    for day in range(0, 365 * (_YEARS - 1), 3):
        naive = datetime(year, 1, 1, 12) + timedelta(days=day)  # noqa: DTZ001 - naive UTC
        later = bisect_right(instants, naive)
        expected = changes[later - 1].after if later else changes[0].before
        if clock.utcoffset(naive.replace(tzinfo=UTC).astimezone(clock)) != expected:
            return False
    return True


def _changes(definition: Component, year: int) -> list[_Change]:
    found: list[_Change] = []
    for part in definition.components:
        if part.name in ("STANDARD", "DAYLIGHT"):
            found += _changes_of(part, year)
    if not found:
        line = ContentLine(definition.line, "BEGIN", "BEGIN:VTIMEZONE")
        raise line.wrong(CalendarProblem.BAD_VALUE)
    return sorted(found)


def _changes_of(part: Component, year: int) -> Iterator[_Change]:
    lines = {line.name: line for line in part.properties}
    missing = {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"} - lines.keys()
    if missing:
        begin = ContentLine(part.line, "BEGIN", f"BEGIN:{part.name}")
        raise begin.wrong(CalendarProblem.BAD_VALUE, ", ".join(sorted(missing)))
    before, after = _offset(lines["TZOFFSETFROM"]), _offset(lines["TZOFFSETTO"])
    first = _onset(lines["DTSTART"], lines["DTSTART"].parts()[1])
    walls = {first}
    for line in part.properties:
        if line.name == "RDATE":
            walls.update(_onset(line, one) for one in line.parts()[1].split(","))
        elif line.name == "RRULE":
            walls.update(_repeated(line, first, year, before))
    for wall in walls:
        yield _Change(wall - before, before, after)


def _repeated(line: ContentLine, first: datetime, year: int, before: timedelta) -> Iterable[datetime]:
    from cmstation.domain.ics_rules import TooHard, rule_walls  # noqa: PLC0415 - heavy

    rule = line.parts()[1].strip()
    if match := re.search(r"UNTIL=(\d{8}T\d{6})Z", rule, re.IGNORECASE):
        # Here, a last instant in UTC is compared with onsets on the wall.
        local = datetime.strptime(match[1], "%Y%m%dT%H%M%S") + before  # noqa: DTZ007
        rule = rule.replace(match[0], f"UNTIL={local:%Y%m%dT%H%M%S}")
    span = (datetime(max(year - 2, 1), 1, 1), datetime(min(year + _YEARS, 9999), 1, 1))  # noqa: DTZ001
    try:
        return list(rule_walls(rule, first, span, None))
    except (ValueError, OverflowError, TooHard) as failure:
        raise line.wrong(CalendarProblem.BAD_RULE) from failure


def _onset(line: ContentLine, text: str) -> datetime:
    try:
        return datetime.strptime(text.strip().removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007
    except ValueError as failure:
        raise line.wrong(CalendarProblem.BAD_VALUE) from failure


def _offset(line: ContentLine) -> timedelta:
    match = _OFFSET.fullmatch(line.parts()[1].strip())
    if match is None:
        raise line.wrong(CalendarProblem.BAD_VALUE)
    size = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return -size if match[1] == "-" else size
