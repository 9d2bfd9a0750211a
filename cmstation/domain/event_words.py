"""Change what an event says, for one occurrence or for all of them, and tick it off."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypedDict

from cmstation.domain.calendar_events import CalendarEvent, EventStatus, EventTime, Occurrence
from cmstation.domain.event_moves import retimed_all, with_exception
from cmstation.domain.event_times import lasting_as, occurrence_of
from cmstation.domain.ics_rule_text import parts_of

# A line of our own that other programs keep for us: it says that this one occurrence was done.
DONE_LINE: Final = "X-CMSTATION-DONE:TRUE"
_TEXTS: Final = ("title", "description", "place", "url", "status", "categories")


class EventWords(TypedDict, total=False):
    """What an event says of itself (see `CalendarEvent`); the times are those of the occurrence meant."""

    title: str
    description: str
    place: str
    url: str
    status: EventStatus
    categories: tuple[str, ...]
    start: EventTime
    end: EventTime
    rules: tuple[str, ...]


def is_done(content: CalendarEvent) -> bool:
    """Tell whether one occurrence was ticked off by itself."""
    return DONE_LINE in content.kept


def ticked(content: CalendarEvent, part: str, *, done: bool) -> CalendarEvent:
    """Return a series of which one occurrence is done, or is not."""
    one = occurrence_of(content, part)
    kept = tuple(line for line in one.event.kept if line != DONE_LINE)
    return with_exception(content, one, kept=(*kept, DONE_LINE) if done else kept)


def reworded_one(content: CalendarEvent, part: str, words: EventWords) -> CalendarEvent:
    """Return a series of which one occurrence says something else.

    Raises:
        ValueError: rules were given, which only a whole series has.
    """
    if words.get("rules", content.rules) != content.rules:
        raise ValueError("one occurrence has no rules")
    one = occurrence_of(content, part)
    start, end = _times(one, words)
    return with_exception(content, one, **_texts(words), start=start, end=end)


def reworded_all(content: CalendarEvent, part: str, words: EventWords) -> tuple[CalendarEvent, str]:
    """Return an event that says something else, and the new part of the occurrence that is named.

    What differs in single occurrences stays as it is.

    Raises:
        ValueError: a rule is not one that we understand.
    """
    start, end = _times(occurrence_of(content, part), words)
    rules = words.get("rules", content.rules)
    for rule in rules:
        parts_of(rule)
    own = None if rules == content.rules else rules
    return retimed_all(_said(content, _texts(words)), part, start, end, own)


def _texts(words: EventWords) -> dict[str, Any]:
    return {name: value for name, value in words.items() if name in _TEXTS}


def _times(one: Occurrence, words: EventWords) -> tuple[EventTime, EventTime]:
    start = words.get("start", one.start)
    return start, words["end"] if "end" in words else lasting_as(one, start)


def _said(content: CalendarEvent, texts: Mapping[str, Any]) -> CalendarEvent:
    exceptions = tuple(
        replace(
            one,
            **{name: text for name, text in texts.items() if getattr(one, name) == getattr(content, name)},
        )
        for one in content.exceptions
    )
    return replace(content, **texts, exceptions=exceptions)
