"""The table of days: its widgets, how it shares its room, and what it paints."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from cmstation.domain.calendar import CalendarItem, ItemKey
from cmstation.ui.calendar.chip import Chips
from cmstation.ui.calendar.item_words import hour_words, item_card, title_words
from cmstation.ui.calendar.month.geometry import HEADER, WEEK_COLUMN, column_widths, row_heights
from cmstation.ui.calendar.month.month_delegate import MonthDelegate
from cmstation.ui.calendar.month.month_header import MonthHeader
from cmstation.ui.calendar.month.month_model import MonthModel
from cmstation.ui.calendar.month.month_pictures import MonthPictures
from cmstation.ui.calendar.month.month_places import MonthPlaces, Part, Spot
from cmstation.ui.calendar.months import Month
from cmstation.ui.calendar.remarks import remarks_card
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.icons import Icons
from cmstation.ui.kit.surfaces import Panel

_MOST_TIP_LINES = 12
_DAY = timedelta(days=1)
_MARKS = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver


class MonthTable(QTableView):
    """Weeks and days without anything that a person does with them."""

    def __init__(self, icons: Icons, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.chips = Chips(icons, self)
        self.model_of_days = MonthModel(Month.of(today), today, self)
        self.places = MonthPlaces(self, self.model_of_days, self.chips.art)
        self.delegate_of_days = MonthDelegate(icons, self.chips, self.model_of_days, self.places, self)
        self.pictures = MonthPictures(
            self.model_of_days, self.places, self.delegate_of_days, icons.theme, self
        )
        self.setModel(self.model_of_days)
        self.setItemDelegate(self.delegate_of_days)
        self.setHorizontalHeader(MonthHeader(icons, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(MonthHeader(icons, Qt.Orientation.Vertical, self))
        self._set_up()
        self._dress_corner()
        self.model_of_days.modelReset.connect(self._share_room)
        self.model_of_days.modelReset.connect(self.pictures.idle.begin)
        self.model_of_days.dataChanged.connect(self.pictures.idle.begin)

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
        painter, area, page = QPainter(self.viewport()), event.rect(), self.model_of_days.page
        for row in range(len(page.weeks)):
            rects = self.places.row_rects(page, row)
            whole = rects[0].united(rects[-1])
            if whole.intersects(area):
                self.pictures.draw(painter, row, whole)
        self._draw_live(painter, area)
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
        self.pictures.idle.begin()

    # --- inside ---

    def _draw_live(self, painter: QPainter, area: QRect) -> None:
        """Draw anew the days on which something is chosen, pointed at or carried, and the current one."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        still = option.state & ~_MARKS
        current = self.currentIndex()
        for day in self._live_days():
            index = self.model_of_days.index_of(day)
            rect = self.visualRect(index)
            if not index.isValid() or not rect.intersects(area):
                continue
            option.rect, option.state = rect, still
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == current and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            painter.save()
            painter.setClipRect(rect)
            self.delegate_of_days.paint(painter, option, index)
            self.delegate_of_days.paint_bars(painter, index.row(), rect)
            painter.restore()

    def _live_days(self) -> set[date]:
        standing, model = self.delegate_of_days.standing, self.model_of_days
        start, end = model.shown_days
        hovered = standing.hovered
        found = {model.day(index) for index in self.selectionModel().selectedIndexes()}
        found.update(day for day in (standing.landing, standing.marked) if day is not None)
        if self.currentIndex().isValid():
            found.add(model.day(self.currentIndex()))
        if hovered is not None and hovered.part in {Part.OTHERS, Part.HEALTH}:
            found.add(hovered.day)
        pointed = {standing.hovered_key} if standing.hovered_key is not None else set[ItemKey]()
        for key in pointed | standing.chosen | standing.carried:
            item = model.item(key)
            if item is not None:
                first, last = max(item.first, start), min(item.last, end - _DAY)
                found.update(first + _DAY * place for place in range((last - first).days + 1))
        return found

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
        # The whole table is drawn anyway: nothing needs to be told of each line.
        headers = QSignalBlocker(self.horizontalHeader()), QSignalBlocker(self.verticalHeader())
        for column, width in enumerate(column_widths(room.width())):
            self.setColumnWidth(column, width)
        for row, height in enumerate(row_heights(room.height(), self.model_of_days.rowCount())):
            self.setRowHeight(row, height)
        for header in headers:
            header.unblock()
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        self.viewport().update()
        self.places.forget()
        self.executeDelayedItemsLayout()  # later it would draw everything a second time

    def _explain(self, event: QHelpEvent) -> None:
        spot = self.places.spot(event.pos())
        words = self._tip(spot) if spot is not None else ""
        if spot is not None and words:
            QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport(), spot.rect)
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
