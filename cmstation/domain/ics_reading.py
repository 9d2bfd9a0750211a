"""Events from the components of a calendar file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from cmstation.domain.calendar_events import (
    CalendarEvent,
    EventStatus,
    EventTime,
    FloatingTime,
    PlannedTime,
    WholeDay,
    instant_of,
    like,
    placed,
    wall_of,
)
from cmstation.domain.ics_errors import CalendarProblem, CalendarUnreadable
from cmstation.domain.ics_lines import Component, ContentLine, plain_text, text_list
from cmstation.domain.ics_rule_text import parts_of
from cmstation.domain.ics_writing import OWN_ZONE
from cmstation.domain.ics_zones import Zones, available_zones
from cmstation.domain.planned_time import at_instant

_ONCE = {
    *("UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SUMMARY", "DESCRIPTION", "LOCATION"),
    *("URL", "STATUS", "SEQUENCE", "LAST-MODIFIED"),
}
_READ = _ONCE | {"CATEGORIES", "RRULE", "RDATE", "EXDATE"}
# The stamp is written anew, people invited are no business of a published calendar (RFC 5546), and a
# second description in HTML would contradict the first as soon as that one is edited.
_NOT_KEPT = {"DTSTAMP", "ATTENDEE", "REQUEST-STATUS", "X-ALT-DESC"}
_LONGEST_KEPT = 50_000
_MOST_DATES = 5_000  # added to a series, or left out of it
_MOST_RULES = 10
_EARLIEST, _LATEST = 1, 9999  # years without a yesterday, or without a tomorrow
_DURATION = re.compile(
    r"([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?"
)
_STATUSES = {one.value.upper(): one for one in EventStatus}
_UNSAFE_PARAMETER = re.compile(r"[^:]*;(?:TZID|ENCODING)=", re.IGNORECASE)


def events_of(calendars: Iterable[Component]) -> list[CalendarEvent]:
    """Return the events of all calendars in a file, exceptions inside their series.

    Raises:
        CalendarUnreadable: one line cannot be taken.
    """
    series: dict[str, CalendarEvent] = {}
    exceptions: dict[str, dict[EventTime, CalendarEvent]] = {}
    for calendar in calendars:
        cancelled = any(
            one.name == "METHOD" and one.text.upper() == "METHOD:CANCEL" for one in calendar.properties
        )
        zones = Zones(calendar)
        for component in calendar.components:
            if component.name != "VEVENT":
                continue
            event = _Reading(component, zones).event()
            event = replace(event, status=EventStatus.CANCELLED) if cancelled else event
            if event.replaces is None:
                series[event.uid] = _newer(series.get(event.uid), event, component)
            else:
                known = exceptions.setdefault(event.uid, {})
                known[event.replaces] = _newer(known.get(event.replaces), event, component)
    return _joined(series, exceptions)


def _joined(
    series: Mapping[str, CalendarEvent], exceptions: Mapping[str, Mapping[EventTime, CalendarEvent]]
) -> list[CalendarEvent]:
    found: list[CalendarEvent] = []
    for uid in dict.fromkeys((*series, *exceptions)):
        own = tuple(exceptions.get(uid, {}).values())
        # An invitation to one date of a series comes without the series.
        found += [replace(series[uid], exceptions=own)] if uid in series else own
    return found


def _newer(known: CalendarEvent | None, event: CalendarEvent, component: Component) -> CalendarEvent:
    if known is None or known == event:
        return event
    before, after = _revision(known), _revision(event)
    if before == after:
        raise CalendarUnreadable(component.line, CalendarProblem.UID_TWICE, event.uid)
    return event if after > before else known


def _revision(event: CalendarEvent) -> tuple[int, datetime]:
    return event.sequence, event.modified or datetime(1, 1, 1, tzinfo=UTC)


class _Reading:
    """Reads one VEVENT."""

    def __init__(self, component: Component, zones: Zones) -> None:
        self._component = component
        self._zones = zones
        self._lines: dict[str, list[ContentLine]] = {}
        for line in component.properties:
            self._lines.setdefault(line.name, []).append(line)
        if "EXRULE" in self._lines:  # withdrawn in 2009; passing it over would show what was left out
            raise self._lines["EXRULE"][0].wrong(CalendarProblem.BAD_RULE)
        if len(self._lines.get("RRULE", ())) > _MOST_RULES:
            raise self._lines["RRULE"][_MOST_RULES].wrong(CalendarProblem.BAD_RULE)
        for name in _ONCE & self._lines.keys():
            if len(self._lines[name]) > 1:
                raise self._lines[name][1].wrong(CalendarProblem.GIVEN_TWICE)

    def event(self) -> CalendarEvent:
        """Return the event."""
        uid = self._text("UID").strip()
        if not uid:
            raise self._lacks(CalendarProblem.UID_MISSING)
        start_line = self._line("DTSTART")
        if start_line is None:
            raise self._lacks(CalendarProblem.START_MISSING)
        start = self._time(start_line, series="RRULE" in self._lines)
        exception = self._line("RECURRENCE-ID")
        return CalendarEvent(
            uid=uid,
            start=start,
            end=self._end(start, start_line),
            title=self._text("SUMMARY"),
            description=self._text("DESCRIPTION"),
            place=self._text("LOCATION"),
            url=self._raw("URL").strip(),
            status=_STATUSES.get(self._raw("STATUS").strip().upper(), EventStatus.CONFIRMED),
            categories=tuple(
                one for line in self._lines.get("CATEGORIES", ()) for one in text_list(line.parts()[1])
            ),
            rules=tuple(_rule(line) for line in self._lines.get("RRULE", ())),
            also=self._times("RDATE", start),
            removed=self._times("EXDATE"),
            replaces=self._time(exception) if exception else None,
            following=exception is not None
            and exception.parts()[0].get("RANGE", "").upper() == "THISANDFUTURE",
            sequence=self._sequence(),
            modified=self._modified(),
            kept=tuple(self._kept()),
        )

    def _line(self, name: str) -> ContentLine | None:
        return self._lines[name][0] if name in self._lines else None

    def _raw(self, name: str) -> str:
        line = self._line(name)
        return line.parts()[1] if line else ""

    def _text(self, name: str) -> str:
        return plain_text(self._raw(name))

    def _lacks(self, problem: CalendarProblem) -> CalendarUnreadable:
        return CalendarUnreadable(self._component.line, problem)

    def _time(self, line: ContentLine, *, series: bool = False) -> EventTime:
        parameters, value = line.parts()
        return self._moment(line, parameters, value, series=series)

    def _times(self, name: str, start: EventTime | None = None) -> tuple[EventTime, ...]:
        found: list[EventTime] = []
        for line in self._lines.get(name, ()):
            parameters, values = line.parts()
            for value in filter(None, values.split(",")):
                moment = self._moment(line, parameters, value)
                if start is not None and type(moment) is not type(start):
                    raise line.wrong(CalendarProblem.KINDS_DIFFER)
                found.append(moment)
                if len(found) > _MOST_DATES:
                    raise line.wrong(CalendarProblem.TOO_MANY_DATES)
        return tuple(found)

    def _moment(
        self, line: ContentLine, parameters: Mapping[str, str], value: str, *, series: bool = False
    ) -> EventTime:
        text = value.strip().upper()
        try:
            if "T" not in text:
                return WholeDay(_day(text))
            wall = datetime.strptime(text.removesuffix("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a wall time
            if text.endswith("Z"):
                zone = parameters.get(OWN_ZONE, "UTC")
                return at_instant(wall.replace(tzinfo=UTC), zone if zone in available_zones() else "UTC")
            if tzid := parameters.get("TZID"):
                return self._zones.at(wall, tzid, line, series=series)
            return FloatingTime(wall)
        except (ValueError, OverflowError) as failure:
            raise line.wrong(CalendarProblem.BAD_VALUE) from failure

    def _end(self, start: EventTime, start_line: ContentLine) -> EventTime:
        line = self._line("DTEND")
        duration = self._line("DURATION")
        if line is not None:
            end = self._time(line)
        elif duration is not None:
            line, end = duration, _after(start, duration)
        else:
            line, end = start_line, start
        if type(end) is not type(start):
            raise line.wrong(CalendarProblem.KINDS_DIFFER)
        if not all(_EARLIEST < wall_of(one).year < _LATEST for one in (start, end)):
            raise line.wrong(CalendarProblem.BAD_VALUE)
        if isinstance(start, WholeDay) and end == start:
            # Several programs write a day that ends when it starts, or no end at all.
            return like(start, wall_of(start) + timedelta(days=1))
        if instant_of(end, "UTC") < instant_of(start, "UTC"):
            return _after_the_gap(start, end, line)
        return end

    def _sequence(self) -> int:
        line = self._line("SEQUENCE")
        if line is None:
            return 0
        number = line.parts()[1].strip()
        if not re.fullmatch(r"\d{1,10}", number, re.ASCII):
            raise line.wrong(CalendarProblem.BAD_VALUE)
        return int(number)

    def _modified(self) -> datetime | None:
        line = self._line("LAST-MODIFIED")
        return instant_of(self._time(line), "UTC") if line else None

    def _kept(self) -> Iterable[str]:
        for line in self._component.properties:
            known = line.name in _READ or line.name in _NOT_KEPT
            if not known and len(line.text) <= _LONGEST_KEPT and not _UNSAFE_PARAMETER.match(line.text):
                yield line.text
        for inner in self._component.components:
            if inner.name == "VALARM":
                yield from inner.texts()


def _rule(line: ContentLine) -> str:
    text = line.parts()[1].strip()
    try:
        parts_of(text)
    except (ValueError, OverflowError) as failure:
        raise line.wrong(CalendarProblem.BAD_RULE) from failure
    return text


def _day(text: str) -> date:
    return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone


def _after(start: EventTime, line: ContentLine) -> EventTime:
    """Return the end after a duration: its days go by the wall's clock, its hours by real time."""
    text = line.parts()[1].strip().upper()
    match = _DURATION.fullmatch(text)
    if match is None or text.endswith(("P", "T")):
        raise line.wrong(CalendarProblem.BAD_VALUE)
    if match[1] == "-":
        raise line.wrong(CalendarProblem.END_BEFORE_START)
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in match.groups()[1:])
    try:
        there = wall_of(start) + timedelta(weeks=weeks, days=days)
        exact = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        if not isinstance(start, PlannedTime):
            return like(start, there + exact)
        moment = placed(there, start.zone) if weeks or days else start
        return at_instant(moment.instant + exact, start.zone)
    except OverflowError as failure:
        raise line.wrong(CalendarProblem.BAD_VALUE) from failure


def _after_the_gap(start: EventTime, end: EventTime, line: ContentLine) -> EventTime:
    """Return an end that is only earlier because the clocks skipped the start's hour."""
    if isinstance(start, PlannedTime) and isinstance(end, PlannedTime) and start.zone == end.zone:
        hour = timedelta(hours=1)
        asked = at_instant(start.instant, start.zone).wall - hour
        lasts = end.instant - start.instant + hour
        if placed(asked, start.zone).instant == start.instant and lasts >= timedelta(0):
            return at_instant(start.instant + lasts, start.zone)
    raise line.wrong(CalendarProblem.END_BEFORE_START)
