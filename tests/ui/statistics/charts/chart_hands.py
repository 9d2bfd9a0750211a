"""Curves, keys and pixels for the tests of charts."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from cmstation.ui.statistics.charts.figures import Series

FIRST = date(2026, 1, 1)
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def days(values: Sequence[float | None], first: date = FIRST) -> tuple[tuple[date, float | None], ...]:
    """Put values on days that follow each other."""
    return tuple((first + timedelta(days=place), value) for place, value in enumerate(values))


def series(name: str, values: Sequence[float | None], first: date = FIRST) -> Series:
    """Make a series whose key is its name."""
    return Series(name, name, days(values, first))


def press(widget: QWidget, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> bool:
    """Press keys; say whether the last one was taken."""
    taken = False
    for key in keys:
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
        QApplication.sendEvent(widget, event)
        taken = event.isAccepted()
    return taken


def mouse(widget: QWidget, kind: QEvent.Type, at: QPointF, *, left: bool = False) -> None:
    """Send one event of the pointer, without the pointer of the machine."""
    button = Qt.MouseButton.LeftButton if kind != QEvent.Type.MouseMove else Qt.MouseButton.NoButton
    held = Qt.MouseButton.LeftButton if left else Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QMouseEvent(kind, at, at, button, held, NONE))


def turn_wheel(widget: QWidget, at: QPointF, notches: int, modifiers: Qt.KeyboardModifier = NONE) -> bool:
    """Turn the wheel; say whether the widget took it."""
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def picture(widget: QWidget) -> QImage:
    """Return what a widget shows on the ground of its theme."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def close_to(image: QImage, room: QRectF, colour: QColor, apart: int = 60) -> int:
    """Count pixels of a room that nearly have a colour."""
    found = 0
    room = room.intersected(QRectF(0, 0, image.width() - 1, image.height() - 1))
    for x in range(int(room.left()), int(room.right()) + 1):
        for y in range(int(room.top()), int(room.bottom()) + 1):
            pixel = QColor(image.pixel(x, y))
            away = (
                abs(pixel.red() - colour.red())
                + abs(pixel.green() - colour.green())
                + abs(pixel.blue() - colour.blue())
            )
            found += away <= apart
    return found
