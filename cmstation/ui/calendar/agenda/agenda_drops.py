"""What is dragged over the agenda: shows the day it would land on, and hands it on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QListView

from cmstation.ui.calendar.agenda.agenda import FreeDays, days_of
from cmstation.ui.calendar.agenda.agenda_delegate import AgendaDelegate, free_day_at
from cmstation.ui.calendar.agenda.agenda_model import AgendaModel
from cmstation.ui.calendar.dragging import held_by
from cmstation.ui.calendar.edge_scroll import EdgeScroll
from cmstation.ui.calendar.look import Grip, Landing


class AgendaDrops(QObject):
    """Watches the viewport of an agenda.

    Signals:
        dropped: a `Grip` was let go on a `Landing`.
    """

    dropped = Signal(object, object)

    def __init__(self, view: QListView, model: AgendaModel, delegate: AgendaDelegate) -> None:
        super().__init__(view)
        self._view, self._model, self._delegate = view, model, delegate
        self._scroll = EdgeScroll(view)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QDragMoveEvent) and not isinstance(event, QDragEnterEvent):
            self._move(event)
        elif isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif isinstance(event, QDragLeaveEvent):
            self._show(None, dragging=False)
        elif isinstance(event, QDropEvent):
            self._drop(event)
        else:
            return super().eventFilter(watched, event)
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        if held_by(event) is None:
            event.ignore()
            return
        self._show(None, dragging=True)
        event.acceptProposedAction()

    def _move(self, event: QDragMoveEvent) -> None:
        point = event.position().toPoint()
        day = self._day_at(point) if held_by(event) is not None else None
        self._show(day, dragging=True)
        self._scroll.near(point)
        _answer(event, day)

    def _drop(self, event: QDropEvent) -> None:
        grip: Grip | None = held_by(event)
        day = self._day_at(event.position().toPoint()) if grip is not None else None
        self._show(None, dragging=False)
        _answer(event, day)
        if grip is not None and day is not None:
            self.dropped.emit(grip, Landing(day))

    def _day_at(self, point: QPoint) -> date | None:
        index = self._view.indexAt(point)
        row = self._model.row(index)
        if isinstance(row, FreeDays):
            return free_day_at(self._view.visualRect(index), row, point.x())
        return None if row is None else days_of(row)[0]

    def _show(self, day: date | None, *, dragging: bool) -> None:
        if (day, dragging) != (self._delegate.landing, self._delegate.dragging):
            self._delegate.landing, self._delegate.dragging = day, dragging
            self._view.viewport().update()
        if not dragging:
            self._scroll.stop()


def _answer(event: QDropEvent, day: date | None) -> None:
    answer: Callable[[], None] = event.ignore if day is None else event.acceptProposedAction
    answer()
