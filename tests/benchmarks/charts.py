"""Measure a line chart of 7 series over 730 days: `python -m tests.benchmarks.charts 200`.

For each deed (walking with the cursor, hovering, looking closer with the wheel, changing the size) it takes
the processor time of one frame of the window's own thread, from the event to the pixels, to be held against
one frame of a screen with 60 a second. The middle and the 95th per cent of so many frames (200 unless told)
are printed.
"""

import math
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median, quantiles

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from cmstation.ui.icons import Icons
from cmstation.ui.statistics.charts.export import png_bytes
from cmstation.ui.statistics.charts.figures import Goal, Marker, Series
from cmstation.ui.statistics.charts.formats import local_formats
from cmstation.ui.statistics.charts.line_chart import LineChart
from cmstation.ui.theme.theme import Theme, ThemeChoice

FRAME_MS = 1000 / 60
TIMES = 200
FIRST, DAYS, SERIES = date(2024, 11, 1), 730, 7
SIZE = (1300, 320)


def many_series() -> tuple[Series, ...]:
    """Give curves with seasons, noise and gaps."""
    dice = random.Random(5)
    found: list[Series] = []
    for place in range(SERIES):
        value, points = 500.0 * (place + 1), list[tuple[date, float | None]]()
        for day in range(DAYS):
            value += 2 * math.sin(day / 58) + dice.gauss(0.8, 12)
            gap = (day + 100 * place) % 240 < 5
            points.append((FIRST + timedelta(days=day), None if gap else round(value)))
        found.append(Series(f"s{place}", f"Account {place}", tuple(points)))
    return tuple(found)


class Frames:
    """Draws frames of one chart and takes their times."""

    def __init__(self, chart: LineChart) -> None:
        self._chart = chart
        self._image = QImage(*SIZE, QImage.Format.Format_RGB32)

    def measure(self, name: str, deed: Callable[[int], None], times: int) -> None:
        """Print the middle and the 95th per cent of frames that follow a deed."""
        found: list[float] = []
        for turn in range(times):
            start = time.thread_time()
            deed(turn)
            self._chart.render(self._image)
            found.append((time.thread_time() - start) * 1000)
        late = quantiles(found, n=20)[-1]
        print(
            f"{name:<24} middle {median(found):5.2f} ms   95th {late:5.2f} ms   {late / FRAME_MS:4.2f} frames"
        )


def wheel(chart: LineChart, turn: int) -> None:
    """Look closer 12 times, then further 12 times."""
    notch = 120 if turn % 24 < 12 else -120
    at = QPointF(400 + turn % 200, 150)
    buttons, ctrl = Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(), QPoint(0, notch), buttons, ctrl, phase, False)
    QApplication.sendEvent(chart, event)


def key(chart: LineChart, which: Qt.Key) -> None:
    """Press a key."""
    QApplication.sendEvent(chart, QKeyEvent(QEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier))


def move(chart: LineChart, turn: int) -> None:
    """Move the pointer, with or without a button held."""
    at = QPointF(100 + turn * 7 % 900, 60 + turn * 3 % 200)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(chart, event)


def main() -> None:
    """Measure and print."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication([])
    theme = Theme(ThemeChoice.LIGHT, no_motion=True)
    theme.apply(app)
    icons = Icons(theme)
    markers = (
        Marker(date(2025, 10, 1), "Campaign", date(2025, 10, 31)),
        Marker(date(2026, 4, 5), "A post that went far"),
    )
    chart = LineChart(icons, local_formats(), "Followers")
    chart.resize(*SIZE)
    start = time.thread_time()
    chart.set_series(many_series(), markers, Goal(6000, "Goal: 6,000"))
    print(f"taking {SERIES} x {DAYS} points: {(time.thread_time() - start) * 1000:.1f} ms")
    chart.show()
    frames = Frames(chart)
    key(chart, Qt.Key.Key_End)
    frames.measure("cursor by key", lambda _turn: key(chart, Qt.Key.Key_Left), times)
    frames.measure("hover", lambda turn: move(chart, turn), times)
    frames.measure("wheel", lambda turn: wheel(chart, turn), times)
    chart.show_whole()
    frames.measure("all drawn anew", lambda _turn: chart.redraw(), times)
    frames.measure("size", lambda turn: chart.resize(SIZE[0] - turn % 90, SIZE[1]), times)
    # A window has the density of its screen; here the picture alone is drawn for a finer one.
    frames.measure("all drawn anew, 2x", lambda _turn: draw_dense(chart, 2.0), times)
    start = time.thread_time()
    image = chart.light_picture()
    print(f"picture to export {(time.thread_time() - start) * 1000:.0f} ms", end="   ")
    start = time.thread_time()
    png_bytes(image)
    print(f"as PNG (in a job) {(time.thread_time() - start) * 1000:.0f} ms", end="   ")
    start = time.thread_time()
    chart.csv_bytes()
    print(f"as CSV (in a job) {(time.thread_time() - start) * 1000:.0f} ms")


def draw_dense(chart: LineChart, density: float) -> None:
    """Draw all that stands still at another density."""
    image = QImage(
        round(SIZE[0] * density), round(SIZE[1] * density), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(density)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chart.draw(painter, QRectF(0, 0, *SIZE), chart.inks)
    painter.end()


if __name__ == "__main__":
    main()
