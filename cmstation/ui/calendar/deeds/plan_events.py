"""Events of the clinic by hand: write, open, change, tick off, remove."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmstation.domain.calendar import EventKind, ItemKey
from cmstation.domain.calendar_events import EventTime, WholeDay, placed
from cmstation.ui.calendar.item_words import event_word

if TYPE_CHECKING:
    from cmstation.domain.calendar_events import Occurrence
    from cmstation.domain.events import Event
    from cmstation.services.station import Station
    from cmstation.ui.calendar.dialogs.event_dialog import EventDialog, EventForm
    from cmstation.ui.calendar.tab import CalendarTab
    from cmstation.ui.commands import Commands

_HOUR = timedelta(hours=1)
# What usually has no hour.
_WHOLE_DAYS = frozenset({EventKind.QUIET, EventKind.PRINT_DEADLINE, EventKind.TASK})


@dataclass(frozen=True, slots=True)
class _Opened:
    """An event, and the occurrence that was opened."""

    event: "Event"
    occurrence: "Occurrence"


class PlanEvents(QObject):
    """Joins the dialog of events to the service."""

    def __init__(self, tab: "CalendarTab", station: "Station", commands: "Commands") -> None:
        super().__init__(tab)
        self._tab = tab
        self._station = station
        self._commands = commands

    def add(self, day: date, kind: EventKind, wall: time | None = None) -> None:
        """Write a new event on a day."""
        from cmstation.ui.calendar.dialogs.event_dialog import EventForm  # noqa: PLC0415 - when asked for

        start, end = self._usual_times(day, kind, wall)
        dialog = self._dialog(EventForm(kind, "", start, end), known=False, series=False)
        dialog.saved.connect(self._add)
        dialog.open()

    def open(self, key: ItemKey) -> None:
        """Open an event, or one occurrence of a series."""
        events = self._station.events
        self._commands.ask(
            lambda: _Opened(events.get(key.identity), events.occurrence(key)),
            lambda found: self._open(key, found),
            owner=self,
        )

    def mark_done(self, key: ItemKey, *, done: bool) -> None:
        """Tick a task off, or take the tick away."""
        text = self.tr("Task done") if done else self.tr("Task not done yet")
        self._commands.run(lambda: self._station.events.mark_done(key, done=done), undo_text=text, owner=self)

    # --- inside ---

    def _open(self, key: ItemKey, found: _Opened) -> None:
        from cmstation.ui.calendar.dialogs.event_dialog import EventForm  # noqa: PLC0415 - when asked for

        event, shown = found.event, found.occurrence.event
        rules = event.content.rules
        form = EventForm(
            event.kind,
            shown.title,
            found.occurrence.start,
            found.occurrence.end,
            shown.place,
            shown.description,
            event.theme,
            event.campaign,
            _rule_shown(rules[0]) if len(rules) == 1 else None if rules else "",
        )
        dialog = self._dialog(form, known=True, series=bool(key.part))

        def save(new: "EventForm") -> None:
            self._update(key, event.revision, form, new)

        def remove(whole: bool) -> None:
            self._remove(key, form.title, whole=whole)

        dialog.saved.connect(save)
        dialog.removed.connect(remove)
        dialog.open()

    def _dialog(self, form: "EventForm", *, known: bool, series: bool) -> "EventDialog":
        from cmstation.ui.calendar.dialogs.event_dialog import EventDialog  # noqa: PLC0415 - when asked for

        beside = self._tab.beside
        return EventDialog(
            self._tab.icons,
            form,
            self._station.preferences.zone(),
            beside.lines.values(),
            beside.campaigns.values(),
            known=known,
            series=series,
            parent=self._tab.window(),
        )

    def _add(self, form: "EventForm") -> None:
        self._commands.run(
            lambda: self._station.events.add(
                form.kind,
                form.title,
                form.start,
                form.end,
                description=form.notes,
                place=form.place,
                rules=(form.rule,) if form.rule else (),
                theme=form.theme,
                campaign=form.campaign,
            ),
            undo_text=self.tr("{kind} added").format(kind=event_word(form.kind)),
            owner=self,
        )

    def _update(self, key: ItemKey, revision: int, old: "EventForm", new: "EventForm") -> None:
        wish: dict[str, object] = {"title": new.title, "place": new.place, "description": new.notes}
        if (new.start, new.end) != (old.start, old.end):
            wish |= {"start": new.start, "end": new.end}
        if new.whole_series:
            wish |= {"kind": new.kind, "theme": new.theme, "campaign": new.campaign}
            if new.rule is not None and new.rule != old.rule:
                wish["rules"] = (new.rule,) if new.rule else ()
        self._commands.run(
            lambda: self._station.events.update(key, whole=new.whole_series, expected=revision, **wish),  # pyright: ignore[reportArgumentType]
            undo_text=self.tr("“{title}” changed").format(title=new.title),
            owner=self,
        )

    def _remove(self, key: ItemKey, title: str, *, whole: bool) -> None:
        self._commands.run(
            lambda: self._station.events.remove(key, whole=whole),
            undo_text=self.tr("“{title}” removed").format(title=title),
            owner=self,
        )

    def _usual_times(self, day: date, kind: EventKind, wall: time | None) -> tuple[EventTime, EventTime]:
        if kind in _WHOLE_DAYS and wall is None:
            return WholeDay(day), WholeDay(day + timedelta(days=1))
        start = datetime.combine(day, wall or time(9))
        zone = self._station.preferences.zone()
        return placed(start, zone), placed(start + _HOUR, zone)


def _rule_shown(rule: str) -> str | None:
    """Return a rule that the dialog knows how to show, None for any other."""
    known, _, until = rule.partition(";UNTIL=")
    simple = {"FREQ=DAILY", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=YEARLY"}
    return rule if known in simple and (not until or ";" not in until) else None
