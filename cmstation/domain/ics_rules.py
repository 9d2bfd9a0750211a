"""Recurrence: which times a series falls on between two instants, with bounded work."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

from dateutil.rrule import rrule, rrulestr

from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventTime,
    Occurrence,
    PlannedTime,
    WholeDay,
    end_from,
    instant_of,
    like,
    wall_of,
)
from cmstation.domain.ics_errors import TooManyOccurrences
from cmstation.domain.ics_rule_text import parts_of, until_wall
from cmstation.domain.planned_time import at_instant

MOST_OCCURRENCES = 10_000  # returned, of one event
MOST_STEPS = 200_000  # days looked at, or times passed over, for one rule
MOST_STEPS_BELOW_A_DAY = 20_000  # hours looked at
_EARLIEST = datetime(1, 1, 1)  # noqa: DTZ001 - a wall time
_UNITS = {
    "WEEKLY": timedelta(weeks=1),
    "DAILY": timedelta(days=1),
    "HOURLY": timedelta(hours=1),
    "MINUTELY": timedelta(minutes=1),
    "SECONDLY": timedelta(seconds=1),
}
_SUB_DAILY = ("HOURLY", "MINUTELY", "SECONDLY")
_CHOOSES_DAYS = {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}
_MOST_WEEKS = 5  # that one weekday comes in a month
_DAYS_AT_ONCE = {"YEARLY": 366, "MONTHLY": 31, "WEEKLY": 7, "DAILY": 1, "HOURLY": 1}


class TooHard(Exception):
    """A rule gives more, or takes longer, than anyone can wait for."""


class _PastTheWindow(Exception):
    """A rule looked at every day of the window."""


class _Days:
    """Counts the days that a rule looks at, and ends the search.

    WORKAROUND: dateutil looks for a next time up to the year 9999 and cannot be told to stop; it asks
    for the months of the rule at each day, and that is where we can.
    """

    def __init__(self, most: float, reached: type[Exception]) -> None:
        self._left = most
        self._reached = reached

    def count(self) -> None:
        """Count one day.

        Raises:
            TooHard, _PastTheWindow: it was the last one.
        """
        self._left -= 1
        if self._left < 0:
            raise self._reached


class _Months:
    """The months of a rule."""

    def __init__(self, months: Iterable[int], days: _Days) -> None:
        self._months = frozenset(months)
        self._days = days

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self._months))

    def __contains__(self, month: object) -> bool:
        self._days.count()
        return month in self._months


class _NoMonths:
    """No months at all: "the 20th Monday of the year" is counted through the whole year."""

    def __init__(self, days: _Days) -> None:
        self._days = days

    def __bool__(self) -> bool:
        self._days.count()
        return False


def expanded(event: CalendarEvent, window: tuple[datetime, datetime], zone: str) -> list[Occurrence]:
    """Return the occurrences that touch a window of two instants, in order.

    Raises:
        TooManyOccurrences: there are more than anyone could read, or they cannot be computed.
    """
    try:
        found = [one for one in _all(event, window, zone) if _touches(one, window, zone)]
    except (TooHard, OverflowError) as failure:
        rules = "; ".join(event.rules)
        raise TooManyOccurrences(uid=event.uid, rule=rules, most=MOST_OCCURRENCES) from failure
    return sorted(found, key=lambda one: instant_of(one.start, zone))


def _all(event: CalendarEvent, window: tuple[datetime, datetime], zone: str) -> Iterator[Occurrence]:
    removed = _same_times(event.removed, event)
    replaced = _same_times((one.replaces for one in event.exceptions if one.replaces), event)
    following = _Following(event.exceptions, zone)
    margin = max(map(_shift, following.exceptions), default=timedelta(0))
    for number, start in enumerate(_starts(event, window, margin)):
        if number >= MOST_OCCURRENCES:
            raise TooHard
        if not (removed(start) or replaced(start)):
            yield following.occurrence(event, start)
    for one in event.exceptions:
        yield Occurrence(one, one.start, one.end, one.replaces or one.start)


def _touches(one: Occurrence, window: tuple[datetime, datetime], zone: str) -> bool:
    start, end = instant_of(one.start, zone), instant_of(one.end, zone)
    return start < window[1] and (end > window[0] or (start == end and start >= window[0]))


def _shift(exception: CalendarEvent) -> timedelta:
    lasts = wall_of(exception.end) - wall_of(exception.start)
    away = wall_of(exception.start) - wall_of(exception.replaces or exception.start)
    return abs(away) + max(lasts, timedelta(0))


class _Following:
    """The exceptions that move every later occurrence too."""

    def __init__(self, exceptions: Iterable[CalendarEvent], zone: str) -> None:
        self._zone = zone
        known = [
            (instant_of(one.replaces, zone), one) for one in exceptions if one.following and one.replaces
        ]
        known.sort(key=lambda pair: pair[0])
        self._instants = [instant for instant, _ in known]
        self.exceptions = [one for _, one in known]

    def occurrence(self, event: CalendarEvent, start: EventTime) -> Occurrence:
        """Return the occurrence of the series, moved as the last exception before it says."""
        before = bisect_right(self._instants, instant_of(start, self._zone))
        if before:
            one = self.exceptions[before - 1]
            away = wall_of(one.start) - wall_of(one.replaces or one.start)
            later = like(one.start, wall_of(start) + away)
            return Occurrence(one, later, end_from(one, later), start)
        if start == event.start:
            return Occurrence(event, start, event.end, event.replaces or start)
        return Occurrence(event, start, end_from(event, start), start)


def _same_times(times: Iterable[EventTime], event: CalendarEvent) -> Callable[[EventTime], bool]:
    """Return a question: is this one of those times? A whole day means each time on that day."""
    days: set[date] = set()
    exact: set[datetime] = set()
    for one in times:
        if isinstance(one, WholeDay):
            days.add(one.day)
        elif isinstance(one, PlannedTime) and isinstance(event.start, PlannedTime):
            exact.add(one.instant)
        else:
            exact.add(wall_of(one))

    def known(moment: EventTime) -> bool:
        key = moment.instant if isinstance(moment, PlannedTime) else wall_of(moment)
        return key in exact or wall_of(moment).date() in days

    return known


def _starts(
    event: CalendarEvent, window: tuple[datetime, datetime], margin: timedelta
) -> Iterator[EventTime]:
    """Give the starts of the series that may touch the window, in order of the clock on the wall."""
    zone = event.start.zone if isinstance(event.start, PlannedTime) else None
    lasts = wall_of(event.end) - wall_of(event.start)
    # A day on each side covers every zone's distance from UTC.
    room = timedelta(days=1, hours=2) + margin
    begin = _naive(window[0])
    lowest = begin - min(max(lasts, timedelta(0)) + room, begin - _EARLIEST)
    highest = _naive(window[1]) + room
    first = wall_of(event.start)
    given = {first: event.start, **{wall_of(one): one for one in map(_in_zone_of(event), event.also)}}
    walls = set(given)
    for rule in event.rules:
        walls.update(rule_walls(rule, first, (lowest, highest), zone))
    for wall in sorted(one for one in walls if lowest <= one <= highest):
        start = given.get(wall) or like(event.start, wall)
        # The first of a series keeps the wall time that was asked for, even one that the clocks skip.
        yield at_instant(start.instant, start.zone) if isinstance(start, PlannedTime) else start


def _in_zone_of(event: CalendarEvent) -> Callable[[EventTime], EventTime]:
    def moved(moment: EventTime) -> EventTime:
        if isinstance(moment, PlannedTime) and isinstance(event.start, PlannedTime):
            return at_instant(moment.instant, event.start.zone)
        return moment if isinstance(moment, type(event.start)) else like(event.start, wall_of(moment))

    return moved


def _naive(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(tzinfo=None)


def rule_walls(
    text: str, first: datetime, span: tuple[datetime, datetime], zone: str | None
) -> Iterator[datetime]:
    """Give the wall times of a rule inside a span of wall times.

    Args:
        text: the rule.
        first: the wall time that the rule starts from.
        span: lowest and highest.
        zone: where a last instant in UTC is read; None leaves it as it is.

    Raises:
        TooHard: there are too many, or the search for them takes too long.
    """
    lowest, highest = span
    parts = dict(parts_of(text))
    if parts["FREQ"] in ("MINUTELY", "SECONDLY"):
        raise TooHard  # no plan has them, and dateutil's search inside a day cannot be bounded
    until = parts.pop("UNTIL", None)
    last = min(highest, until_wall(until, zone)) if until else highest
    if last < first:
        return
    anchor = first if "COUNT" in parts else _close_to(lowest, first, parts)
    try:
        rule = _bounded(parts, anchor, highest)
    except ValueError:
        return  # every third hour from eight on is never nine: dateutil calls that an error
    found = 0
    try:
        for passed, wall in enumerate(rule):
            if wall > last:
                return
            if passed >= MOST_STEPS or found >= MOST_OCCURRENCES:
                raise TooHard
            if wall >= max(lowest, first):
                found += 1
                yield wall
    except _PastTheWindow:
        return


def _bounded(parts: Mapping[str, str], anchor: datetime, highest: datetime) -> rrule:
    """Return the rule with a limit to its search for a next time.

    Raises:
        TooHard: already one step of it would take too long.
        ValueError: it never gives anything.
    """
    plain = {name: ",".join(dict.fromkeys(value.split(","))) for name, value in parts.items()}
    by_month = plain["FREQ"] == "MONTHLY" or (plain["FREQ"] == "YEARLY" and "BYMONTH" in plain)
    if by_month and "BYDAY" in plain:
        plain["BYDAY"] = _days_of_a_month(plain["BYDAY"])
    text = ";".join(f"{name}={value}" for name, value in plain.items())
    rule = cast("rrule", rrulestr(text, dtstart=anchor))
    inside = vars(rule)
    effort = _effort(plain["FREQ"], inside)
    # No frequency looks at a day twice, except those that look at each hour, minute or second.
    days = (highest - anchor).days + 800
    if plain["FREQ"] in _SUB_DAILY:
        counted = _Days(MOST_STEPS_BELOW_A_DAY / effort, TooHard)
    elif days * effort > MOST_STEPS:
        counted = _Days(MOST_STEPS / effort, TooHard)
    else:
        counted = _Days(days, _PastTheWindow)
    if plain["FREQ"] == "YEARLY" and inside["_bynweekday"] and not inside["_bymonth"]:
        inside["_bymonth"] = _NoMonths(counted)
    else:
        inside["_bymonth"] = _Months(inside["_bymonth"] or range(1, 13), counted)
    return rule


def _days_of_a_month(days: str) -> str:
    """Leave out days such as the 20th Monday, which dateutil looks for beyond the end of its year.

    Raises:
        ValueError: no month has any of them.
    """
    found = [day for day in days.split(",") if abs(int(day[:-2] or 0)) <= _MOST_WEEKS]
    if not found:
        raise ValueError(days)
    return ",".join(found)


def _effort(frequency: str, inside: Mapping[str, Any]) -> float:
    """Return how much longer than usual dateutil takes to look at one day (or hour) of a rule.

    Raises:
        TooHard: it gives so many times a day that those before the first one cannot be passed over.
    """
    places, days = len(inside["_bysetpos"] or ()), _DAYS_AT_ONCE[frequency]
    times = len(inside["_timeset"] or ())
    if times * days > MOST_STEPS:
        raise TooHard
    # Those of a day are made once, those of an hour at each hour.
    hourly = len(inside["_byminute"] or ()) * len(inside["_bysecond"] or ()) if frequency == "HOURLY" else 0
    # Each place is looked up among the days, and compared with those that were found before.
    places_effort = places / 15 + (2 * places + places * places / 30) / days
    return 1 + places_effort + hourly / 2 + len(inside["_bynweekday"] or ()) / (2 * days)


def _close_to(lowest: datetime, first: datetime, parts: dict[str, str]) -> datetime:
    """Return a start of the same rhythm, shortly before the window; fix what the rule took from the first."""
    frequency, interval = parts["FREQ"], int(parts.get("INTERVAL", "1"))
    if unit := _UNITS.get(frequency):
        return first + max(0, (lowest - first) // (unit * interval) - 2) * unit * interval
    in_months = 12 if frequency == "YEARLY" else 1
    period = in_months * interval
    ahead = (lowest.year - first.year) * 12 + lowest.month - first.month
    periods = ahead // period - 2
    if periods <= 0:
        return first
    if not parts.keys() & _CHOOSES_DAYS:
        parts["BYMONTHDAY"] = str(first.day)
        if frequency == "YEARLY":
            parts.setdefault("BYMONTH", str(first.month))
    months = first.year * 12 + first.month - 1 + periods * period
    year, month = divmod(months, 12)
    return first.replace(year=year, month=1 if frequency == "YEARLY" else month + 1, day=1)
