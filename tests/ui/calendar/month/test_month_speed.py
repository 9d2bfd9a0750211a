"""A month with 120 posts does not hold the window up."""

import time
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmstation.domain.calendar import Plan
from cmstation.ui.calendar.month.month_view import MonthView
from cmstation.ui.icons import Icons
from tests.ui.calendar.lane_plans import LOOK, TODAY, crowded_plan

# Coarse on purpose: machines differ. A frame has 16 ms; the figures are printed.
MOST_MS = 60.0


@pytest.fixture
def crowded() -> Plan:
    """More than 120 items in November, and as many in the weeks around it."""
    return crowded_plan(260, days=60)


@pytest.fixture
def month(qtbot: QtBot, icons: Icons, crowded: Plan) -> MonthView:
    view = MonthView(icons, TODAY)
    qtbot.addWidget(view)
    view.resize(1086, 600)
    view.show()
    view.go_to(date(2026, 11, 10))
    view.show_plan(crowded, LOOK)
    view.viewport().repaint()
    return view


def measured(name: str, deeds: Sequence[Callable[[], object]]) -> float:
    """Return the median processor time of this thread in milliseconds, and print the 95th per cent."""
    times: list[float] = []
    for deed in deeds:
        start = time.thread_time()
        deed()
        times.append((time.thread_time() - start) * 1000)
    times.sort()
    median, late = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{name}: median {median:.1f} ms, 95th per cent {late:.1f} ms")  # noqa: T201
    return median


def test_drawing_hovering_and_turning_take_less_than_a_few_frames(month: MonthView, crowded: Plan) -> None:
    port = month.viewport()

    def hover(step: int) -> None:
        place = QPointF(step * 97 % port.width(), step * 53 % port.height())
        none = Qt.MouseButton.NoButton
        moved = QMouseEvent(
            QEvent.Type.MouseMove, place, port.mapToGlobal(place), none, none, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(port, moved)
        QApplication.sendPostedEvents(month.window(), QEvent.Type.UpdateRequest)

    def turn(step: int) -> None:
        month.turn(1 if step % 2 else -1)
        port.repaint()

    def walk(step: int) -> None:
        month.go_to(date(2026, 11, 1 + step % 30))
        QApplication.sendPostedEvents(month.window(), QEvent.Type.UpdateRequest)

    assert len(month.keys()) > 120
    assert measured("draw a month", [port.repaint for _ in range(30)]) < MOST_MS
    assert measured("hover", [lambda step=step: hover(step) for step in range(100)]) < MOST_MS
    assert measured("turn a page", [lambda step=step: turn(step) for step in range(20)]) < MOST_MS
    assert measured("walk to a day", [lambda step=step: walk(step) for step in range(40)]) < MOST_MS
    again = [lambda: month.show_plan(crowded, LOOK) for _ in range(20)]
    assert measured("show the same plan", again) < MOST_MS / 10
