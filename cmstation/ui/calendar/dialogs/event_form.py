"""An event of the clinic as its dialog shows it and gives it back."""

from dataclasses import dataclass

from cmstation.domain.calendar import EventKind
from cmstation.domain.calendar_events import EventTime


@dataclass(frozen=True, slots=True)
class EventForm:
    """What the dialog shows and gives back.

    Args:
        start, end: as in `CalendarEvent`, the end exclusive.
        rule: of a series, "" for one event, None when it has a rule that the dialog does not know.
        whole_series: whether all occurrences are meant.
    """

    kind: EventKind
    title: str
    start: EventTime
    end: EventTime
    place: str = ""
    notes: str = ""
    theme: int | None = None
    campaign: int | None = None
    rule: str | None = ""
    whole_series: bool = True
