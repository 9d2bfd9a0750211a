"""Charts made of rows under each other: one is chosen with the arrows or under the pointer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmstation.ui.statistics.charts.canvas import Chart
from cmstation.ui.statistics.charts.figures import Formats
from cmstation.ui.statistics.charts.inks import Inks
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, Radius, TypeRole

if TYPE_CHECKING:
    from cmstation.ui.icons import Icons

ROW = 30


class RowChart(Chart):
    """Draws rows of one height, below a head if the kind of chart has one."""

    def __init__(
        self, icons: "Icons", formats: Formats, title: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icons, formats, title, parent)
        self._row: int | None = None
        self._by_pointer = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # --- what a kind of chart writes ---

    def row_count(self) -> int:
        """Say how many rows there are."""
        raise NotImplementedError

    def head_height(self) -> float:
        """Say how much stands over the rows."""
        return 0.0

    def foot_height(self) -> float:
        """Say how much stands under the rows."""
        return 0.0

    def draw_rows(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        """Draw all rows, and what is over and under them."""
        raise NotImplementedError

    def row_words(self, row: int) -> str:
        """Say one row."""
        raise NotImplementedError

    # --- Chart ---

    @property
    def cursor_row(self) -> int | None:
        """The row that is chosen."""
        return self._row

    def renew(self) -> None:
        """Draw other rows."""
        self._row = None
        self.updateGeometry()
        self.redraw()

    def row_room(self, room: QRectF, row: int) -> QRectF:
        """Return where a row stands."""
        return QRectF(room.left(), room.top() + self.head_height() + row * ROW, room.width(), ROW)

    def draw(self, painter: QPainter, room: QRectF, inks: Inks) -> None:
        if self.row_count():
            self.draw_rows(painter, room, inks)
        else:
            self.draw_empty(painter, room, inks)

    def draw_live(self, painter: QPainter) -> None:
        if self._row is not None:
            place = self.row_room(QRectF(self.rect()), self._row).adjusted(0.5, 1.5, -0.5, -1.5)
            rounded(painter, place, line=self.inks.colour("accent"), radius=Radius.SMALL)

    def value_words(self) -> str:
        return "" if self._row is None else self.row_words(self._row)

    def write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        ink: ColourRole,
        *,
        inks: Inks,
        font: TypeRole = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write one line in the middle of a place, elided when it must be."""
        shown = self.theme.metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width() + 1)
        painter.setFont(self.theme.font(font))
        painter.setPen(inks.colour(ink))
        painter.drawText(
            place, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown
        )

    # --- Qt ---

    def sizeHint(self) -> QSize:
        rows = max(2, self.row_count())
        return QSize(560, round(self.head_height() + rows * ROW + self.foot_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        last = self.row_count() - 1
        row = self._row
        wanted = {
            Qt.Key.Key_Up: last if row is None else row - 1,
            Qt.Key.Key_Down: 0 if row is None else row + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is not None and last >= 0:
            self._choose(min(last, max(0, wanted)), by_pointer=False)
            self.announce()
        elif event.key() == Qt.Key.Key_Escape and row is not None:
            self._choose(None, by_pointer=False)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        row = int((event.position().y() - self.head_height()) // ROW)
        self._choose(row if 0 <= row < self.row_count() else None, by_pointer=True)

    def leaveEvent(self, event: QEvent, /) -> None:
        if self._by_pointer:
            self._choose(None, by_pointer=True)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._choose(None, by_pointer=False)
        super().focusOutEvent(event)

    def _choose(self, row: int | None, *, by_pointer: bool) -> None:
        if row == self._row:
            return
        self._row, self._by_pointer = row, by_pointer
        self.setToolTip("" if row is None else _plain(self.row_words(row)))
        self.update()


def _plain(text: str) -> str:
    """Keep Qt from reading words as HTML, and let them wrap."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
