"""Events of a calendar as JSON, and back, without loss."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final, TypeAlias

from cmstation.domain.calendar_events import CalendarEvent, EventStatus, EventTime, FloatingTime, WholeDay
from cmstation.domain.planned_time import PlannedTime

Content: TypeAlias = dict[str, Any]

_WORDS: Final = ("title", "description", "place", "url")
_TEXTS: Final = ("categories", "rules", "kept")
_TIMES: Final = ("also", "removed")


def json_of(event: CalendarEvent) -> Content:
    """Write an event; what says nothing is left out."""
    content: Content = {"uid": event.uid, "start": _time_json(event.start), "end": _time_json(event.end)}
    content |= {name: getattr(event, name) for name in _WORDS}
    content |= {name: list(getattr(event, name)) for name in _TEXTS}
    content |= {name: [_time_json(one) for one in getattr(event, name)] for name in _TIMES}
    content["exceptions"] = [json_of(one) for one in event.exceptions]
    content["following"] = event.following
    content["sequence"] = event.sequence
    if event.status is not EventStatus.CONFIRMED:
        content["status"] = event.status.value
    if event.replaces is not None:
        content["replaces"] = _time_json(event.replaces)
    if event.modified is not None:
        content["modified"] = event.modified.astimezone(UTC).isoformat()
    return {name: value for name, value in content.items() if value or name == "uid"}


def event_of(content: Mapping[str, Any]) -> CalendarEvent:
    """Read an event."""
    replaces, modified = content.get("replaces"), content.get("modified")
    return CalendarEvent(
        uid=content["uid"],
        start=_time_of(content["start"]),
        end=_time_of(content["end"]),
        title=content.get("title", ""),
        description=content.get("description", ""),
        place=content.get("place", ""),
        url=content.get("url", ""),
        status=EventStatus(content.get("status", EventStatus.CONFIRMED.value)),
        categories=tuple(content.get("categories", ())),
        rules=tuple(content.get("rules", ())),
        kept=tuple(content.get("kept", ())),
        also=_times_of(content.get("also", ())),
        removed=_times_of(content.get("removed", ())),
        replaces=None if replaces is None else _time_of(replaces),
        following=content.get("following", False),
        exceptions=tuple(event_of(one) for one in content.get("exceptions", ())),
        sequence=content.get("sequence", 0),
        modified=None if modified is None else datetime.fromisoformat(modified),
    )


def _time_json(moment: EventTime) -> str | list[str]:
    match moment:
        case WholeDay():
            return moment.day.isoformat()
        case FloatingTime():
            return moment.wall.isoformat()
        case PlannedTime():
            # All three: a series may keep a wall time that its zone skips on the first day.
            return [moment.instant.astimezone(UTC).isoformat(), moment.zone, moment.wall.isoformat()]


def _time_of(content: str | list[str]) -> EventTime:
    if isinstance(content, str):
        if "T" in content:
            return FloatingTime(datetime.fromisoformat(content))
        return WholeDay(date.fromisoformat(content))
    instant, zone, wall = content
    return PlannedTime(datetime.fromisoformat(instant), zone, datetime.fromisoformat(wall))


def _times_of(contents: Iterable[str | list[str]]) -> tuple[EventTime, ...]:
    return tuple(map(_time_of, contents))
