"""What all charts share: a kept picture, the keyboard, the words for those who do not see, and export."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAccessibleWidget, QSizePolicy, QWidget

from cmstation.ui.statistics.charts.export import csv_bytes, png_bytes
from cmstation.ui.statistics.charts.figures import Cell, Formats, Table
from cmstation.ui.statistics.charts.inks import Inks
from cmstation.ui.theme.tokens import LIGHT, Space

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

_PICTURE = QSize(720, 240)  # an exported picture is at least so large, in pixels before its scale


class Chart(QWidget):
    """A picture of figures; a kind of chart draws itself in `draw` and says its figures in `records`."""

    def __init__(
        self, icons: "Icons", formats: Formats, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _give_access()
        self.icons = icons
        self.theme = icons.theme
        self.formats = formats
        self.inks = Inks(icons.theme.palette)
        self.empty_words = self.tr("No figures yet")
        self._picture: QPixmap | None = None
        self._title = ""
        self.setProperty("focusRing", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_words(title)
        icons.theme.changed.connect(self._take_colours)

    # --- what the caller uses ---

    @property
    def title(self) -> str:
        """What the chart is about."""
        return self._title

    def set_words(self, title: str, sentence: str = "") -> None:
        """Name the chart, and say in a sentence what it shows: least, most, last."""
        self._title = title
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def header(self) -> tuple[str, ...]:
        """Return the names of the columns of what is behind the chart."""
        raise NotImplementedError

    def records(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the figures behind the chart."""
        raise NotImplementedError

    def table(self) -> Table:
        """Return what is behind the chart as a person reads it."""
        return Table(
            self.header(), tuple(tuple(self.cell_words(cell) for cell in row) for row in self.records())
        )

    def cell_words(self, cell: Cell) -> str:
        """Write one cell of the table; a figure that is not known is an empty one."""
        match cell:
            case None:
                return ""
            case str():
                return cell
            case int() | float():
                return self.formats.number(cell)
            case _:
                return self.formats.day(cell)

    def csv_bytes(self) -> bytes:
        """Return the figures as a file that spreadsheets open."""
        return csv_bytes(self.header(), self.records())

    def png_bytes(self, scale: float = 2.0) -> bytes:
        """Return the chart as a light picture with its title."""
        return png_bytes(self.light_picture(scale))

    def light_picture(self, scale: float = 2.0) -> QImage:
        """Draw the chart with its title as it is printed; another thread may turn it into a file."""
        size = self.size().expandedTo(_PICTURE)
        head = self.theme.line_height("section") + Space.M if self._title else 0
        margin = Space.L
        whole = QSize(size.width() + 2 * margin, size.height() + 2 * margin + head)
        image = QImage(whole * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        inks = Inks(LIGHT)
        image.fill(inks.colour("surface"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.font("section"))
        painter.setPen(inks.colour("text"))
        room = QRectF(margin, margin, size.width(), head)
        shown = self.theme.metrics("section").elidedText(
            self._title, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine), shown)
        painter.translate(margin, margin + head)
        try:
            self.draw(painter, QRectF(0, 0, size.width(), size.height()), inks)
        finally:
            painter.end()
        return image

    # --- what a kind of chart writes ---

    def draw(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        """Draw all that stands still into a room."""
        raise NotImplementedError

    def draw_live(self, painter: QPainter) -> None:
        """Draw what moves: the cursor and its read-out."""

    def value_words(self) -> str:
        """Say the figure under the cursor."""
        return ""

    def announce(self) -> None:
        """Tell the figure under the cursor to those who do not see it."""
        words = self.value_words()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def redraw(self) -> None:
        """Draw again what stands still."""
        self._picture = None
        self.update()

    def draw_empty(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        """Say in the middle that there is nothing to show."""
        painter.setFont(self.theme.font("text"))
        painter.setPen(inks.colour("muted"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.empty_words)

    # --- Qt ---

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        # A painter that an error leaves open takes the program down with it.
        try:
            painter.drawPixmap(0, 0, self._kept_picture())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.draw_live(painter)
        finally:
            painter.end()

    def _kept_picture(self) -> QPixmap:
        density = self.devicePixelRatioF()
        size = QSize(round(self.width() * density), round(self.height() * density))
        kept = self._picture
        if kept is not None and kept.size() == size and kept.devicePixelRatio() == density:
            return kept
        kept = QPixmap(size)
        kept.setDevicePixelRatio(density)
        kept.fill(Qt.GlobalColor.transparent)
        painter = QPainter(kept)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self.draw(painter, QRectF(0, 0, self.width(), self.height()), self.inks)
        finally:
            painter.end()
        self._picture = kept
        return kept

    @Slot()
    def _take_colours(self) -> None:
        self.inks = Inks(self.theme.palette)
        self.redraw()


class ChartAccess(QAccessibleWidget):
    """What a screen reader is told of a chart."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart, QAccessible.Role.Chart, "")
        self._chart = chart

    def text(self, t: QAccessible.Text, /) -> str:
        if t == QAccessible.Text.Value:
            return self._chart.value_words()
        return super().text(t)


def _access_of(_kind: str, widget: QObject) -> ChartAccess | None:
    return ChartAccess(widget) if isinstance(widget, Chart) else None


_given: list[bool] = []


def _give_access() -> None:
    """Tell Qt once how charts are read; it asks for every widget, and keeps the answer."""
    if not _given:
        _given.append(True)
        QAccessible.installFactory(_access_of)  # pyright: ignore[reportUnknownMemberType]
