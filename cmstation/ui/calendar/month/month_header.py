"""The names of the days above the month, and the numbers of its weeks at the left."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided
from cmstation.ui.theme.strokes import hairline
from cmstation.ui.theme.tokens import Space

_WEEK_TOP = 5
_WEEK_LINE = 20


class MonthHeader(QHeaderView):
    """Draws weekdays when it lies, week numbers when it stands."""

    def __init__(self, icons: Icons, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._icons = icons
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icons.theme.changed.connect(self.viewport().update)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.minimumHeight())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._icons.theme.colour("bg"))
        lying = self.orientation() == Qt.Orientation.Horizontal
        if lying:
            line = self._icons.theme.colour("border")
            hairline(painter, self.viewport().rect(), line, Qt.Edge.BottomEdge)
        for section in range(self.count()):
            start, size = self.sectionViewportPosition(section), self.sectionSize(section)
            if lying:
                self._draw_weekday(painter, QRect(start, 0, size, self.height()), section)
            else:
                self._draw_week(painter, QRect(0, start, self.width(), size), section)

    def _draw_weekday(self, painter: QPainter, rect: QRect, section: int) -> None:
        room = rect.adjusted(Space.S, 0, -Space.XS, 0)
        draw_elided(
            painter, room, self._words(section), self._icons.theme, font="note_strong", colour="muted"
        )

    def _draw_week(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._icons.theme
        hairline(painter, rect, theme.colour("line"), Qt.Edge.RightEdge)
        hairline(painter, rect, theme.colour("line"), Qt.Edge.BottomEdge)
        room = QRect(rect.left(), rect.top() + _WEEK_TOP - 3, rect.width() - 1, _WEEK_LINE)
        centre = Qt.AlignmentFlag.AlignHCenter
        draw_elided(painter, room, self._words(section), theme, font="note", colour="muted", align=centre)

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, self.orientation()))
