"""The table of days: its widgets, how it shares its room, and what it paints."""

from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.geometry import HEADER, WEEK_COLUMN, column_widths, row_heights
from cmstation.ui.calendar.item_words import hour_words, item_card, title_words
from cmstation.ui.calendar.month_delegate import MonthDelegate
from cmstation.ui.calendar.month_header import MonthHeader
from cmstation.ui.calendar.month_model import MonthModel
from cmstation.ui.calendar.month_places import MonthPlaces, Part, Spot
from cmstation.ui.calendar.months import Month
from cmstation.ui.calendar.remarks import remarks_card
from cmstation.ui.icons import Icons
from cmstation.ui.kit.surfaces import Panel

_MOST_TIP_LINES = 12


class MonthTable(QTableView):
    """Weeks and days without anything that a person does with them."""

    def __init__(self, icons: Icons, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.chips = Chips(icons, self)
        self.model_of_days = MonthModel(Month.of(today), today, self)
        self.places = MonthPlaces(self, self.model_of_days, self.chips.art)
        self.delegate_of_days = MonthDelegate(icons, self.chips, self.model_of_days, self.places, self)
        self.setModel(self.model_of_days)
        self.setItemDelegate(self.delegate_of_days)
        self.setHorizontalHeader(MonthHeader(icons, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(MonthHeader(icons, Qt.Orientation.Vertical, self))
        self._set_up()
        self._dress_corner()
        self.model_of_days.modelReset.connect(self._share_room)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day under a point, or the nearest one when the point lies outside."""
        room = self.viewport().rect()
        inside = QPoint(
            min(max(point.x(), room.left()), room.right()), min(max(point.y(), room.top()), room.bottom())
        )
        index = self.indexAt(inside)
        return self.model_of_days.day(index) if index.isValid() else None

    def stretch(self) -> tuple[CalendarItem, date] | None:
        """Return the item that is being drawn longer, and until when."""
        return None

    # --- Qt ---

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.delegate_of_days.paint_bars(painter, event.rect())
        stretched = self.stretch()
        if stretched is not None:
            self.delegate_of_days.paint_stretch(painter, *stretched)
        painter.end()

    def viewportEvent(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(event)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._share_room()

    # --- inside ---

    def _set_up(self) -> None:
        self.setAccessibleName(self.tr("Month"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.viewport().setAcceptDrops(True)
        for header, size in ((self.horizontalHeader(), HEADER), (self.verticalHeader(), WEEK_COLUMN)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
            if header.orientation() == Qt.Orientation.Horizontal:
                header.setFixedHeight(size)
            else:
                header.setFixedWidth(size)

    def _dress_corner(self) -> None:
        """Give the place between the two headers their ground."""
        corner = self.findChild(QAbstractButton)
        if corner is None:
            return
        cover = Panel(self.icons, "bg", Qt.Edge.BottomEdge, Qt.Edge.RightEdge, parent=corner)
        cover.setFixedSize(WEEK_COLUMN, HEADER)

    @Slot()
    def _share_room(self) -> None:
        room = self.viewport().size()
        for column, width in enumerate(column_widths(room.width())):
            self.setColumnWidth(column, width)
        for row, height in enumerate(row_heights(room.height(), self.model_of_days.rowCount())):
            self.setRowHeight(row, height)
        self.places.forget()

    def _explain(self, event: QHelpEvent) -> None:
        spot = self.places.spot(event.pos())
        words = self._tip(spot) if spot is not None else ""
        if spot is not None and words:
            QToolTip.showText(event.globalPos(), words, self.viewport(), spot.rect)
        else:
            QToolTip.hideText()

    def _tip(self, spot: Spot) -> str:
        """Say what a chip has no room for."""
        model = self.model_of_days
        if spot.item is not None:
            return item_card(spot.item, model.look, model.plan.zone)
        if spot.part is not Part.OTHERS:
            return remarks_card(model.remarks(spot.day))
        shown = {item.key for item, _ in self.places.shown(spot.day)}
        hidden = [item for item in model.items(spot.day) if item.key not in shown]
        lines = [f"{hour_words(item, model.plan.zone)} {title_words(item)}".strip() for item in hidden]
        return "\n".join(lines[:_MOST_TIP_LINES] + (["…"] if len(lines) > _MOST_TIP_LINES else []))
