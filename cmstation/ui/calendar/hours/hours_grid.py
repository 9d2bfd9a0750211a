"""The grid of hours: how the items of some days are arranged, scrolled and drawn, and where they lie."""

from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from cmstation.domain.calendar import ItemKey, Plan
from cmstation.ui.calendar.agenda.agenda import monday_of
from cmstation.ui.calendar.choosing import NONE, Choice
from cmstation.ui.calendar.hours.hours import FreeSlot
from cmstation.ui.calendar.hours.hours_ahead import HoursAhead
from cmstation.ui.calendar.hours.hours_head import HoursHead
from cmstation.ui.calendar.hours.hours_model import HoursModel, Index
from cmstation.ui.calendar.hours.hours_page import WEEK
from cmstation.ui.calendar.hours.hours_paint import Ghost, HoursPaint, Showing
from cmstation.ui.calendar.hours.hours_places import Places, Spot
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.icons import Icons
from cmstation.ui.kit.surfaces import Panel

STARTS_AT = time(9)
_START = date(2000, 1, 3)
_DAY = timedelta(days=1)
_STEP = 20
_MARGIN = 6


class HoursGrid(QListView):
    """Hours of a week or of a day, and the items in them."""

    def __init__(self, icons: Icons, days: int, parent: QWidget | None = None) -> None:
        """Show nothing until `go_to` and `show_plan`.

        Args:
            days: 7 for a week, 1 for a day.
        """
        super().__init__(parent)
        self.icons = icons
        self.count = days
        self._day, self._wall = _START, STARTS_AT
        self._plan = Plan(_START, _START, "UTC")
        self._look: PlanLook | None = None
        self.free: tuple[FreeSlot, ...] = ()
        self._choice = NONE
        self._anchor: float | None = None  # minute of the axis at the upper edge
        self._opened: tuple[date, date] | None = None
        self._placing = False
        self.lifted: frozenset[ItemKey] = frozenset()
        self.hovered: Spot | None = None
        self.ghost: Ghost | None = None
        self.painting = HoursPaint(icons, self)
        self.head_painting = HoursHead(icons, self.painting)
        self.model_of_items = HoursModel(self)
        self.corner = Panel(icons, "bg", Qt.Edge.BottomEdge, parent=self)
        self.ahead = HoursAhead(self)
        self.page = self.ahead.page(self.span()[0])
        self._set_up()

    @property
    def day(self) -> date:
        """The day the person is on."""
        return self._day

    @property
    def plan(self) -> Plan:
        """What was shown last."""
        return self._plan

    @property
    def look(self) -> PlanLook | None:
        """What was known beside it."""
        return self._look

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return self._choice

    @property
    def places(self) -> Places:
        """Where everything lies that is shown."""
        return self.page.places

    @property
    def days(self) -> tuple[date, ...]:
        """The days that are shown."""
        start, _ = self.span()
        return tuple(start + place * _DAY for place in range(self.count))

    def span(self) -> tuple[date, date]:
        """Return the local days that are shown, the end exclusive."""
        start = monday_of(self._day) if self.count == WEEK else self._day
        return start, start + self.count * _DAY

    # --- where things lie ---

    def room(self) -> int:
        """Return how high the part is that scrolls."""
        return self.page.room

    def spot(self, point: QPoint) -> Spot | None:
        """Return what lies at a point of the viewport; None at the left of the days."""
        frame = self.places.frame
        if not frame.edges[0] <= point.x() < frame.right:
            return None
        if point.y() < frame.head:
            return self.places.head_spot(point)
        shift = self.shift()
        found = self.places.hour_spot(point - shift)
        return replace(found, rect=found.rect.translated(shift))

    def shift(self) -> QPoint:
        """Return from the content to the viewport."""
        return QPoint(0, self.places.frame.head - self.verticalScrollBar().value())

    def item_rects(self, key: ItemKey) -> list[QRect]:
        """Return everywhere an item is drawn or counted, in the viewport."""
        shift = self.shift()
        return [*self.places.above(key), *(rect.translated(shift) for rect in self.places.among(key))]

    def cursor_rect(self) -> QRect:
        """Return the half hour the person is on, in the content."""
        return self.places.cell(self._day, self.places.hours.axis.place(self._wall))

    def reveal(self, top: int, bottom: int) -> None:
        """Scroll until what lies between two heights of the content is seen."""
        bar, room = self.verticalScrollBar(), self.room()
        if bottom - bar.value() > room - _MARGIN:
            bar.setValue(min(bottom + _MARGIN - room, top - _MARGIN))
        if top - bar.value() < _MARGIN:
            bar.setValue(top - _MARGIN)

    def arrange(self) -> None:
        """Place everything anew."""
        plan, span = self._plan, self.span()
        self.page = self.ahead.page(span[0])
        self.model_of_items.show_items(self.page.items, self._look, plan.zone)
        self.hovered = self.ghost = None
        self.corner.setFixedHeight(self.places.frame.head)
        covered = plan.start <= span[0] and plan.end >= span[1] and self._look is not None
        if covered and span != self._opened:
            self._opened = span
            self._anchor = self.places.opening
        self.executeDelayedItemsLayout()  # later it would draw everything a second time
        self.updateGeometries()
        self.viewport().update()
        self._keep_choice()
        self.ahead.begin()

    # --- Qt ---

    def visualRect(self, index: Index, /) -> QRect:
        if not index.isValid():
            return QRect()
        rects = self.item_rects(self.model_of_items.items[index.row()].key)
        return rects[0] if rects else QRect()

    def indexAt(self, point: QPoint, /) -> QModelIndex:
        spot = self.spot(point)
        key = spot.item.key if spot is not None and spot.item is not None else None
        return self.model_of_items.index_of(key) if key is not None else QModelIndex()

    def scrollTo(
        self, index: Index, /, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        del hint
        rect = self.visualRect(index).translated(-self.shift())
        timed = index.isValid() and not any(
            bar.item.key == self.model_of_items.items[index.row()].key for bar in self.places.bars.shown
        )
        if timed and not rect.isEmpty():
            self.reveal(rect.top(), rect.bottom())

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def setSelection(self, _rect: QRect, _flags: QItemSelectionModel.SelectionFlag, /) -> None:
        """Select nothing by a rubber band of Qt's."""

    def visualRegionForSelection(self, selection: QItemSelection, /) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            for rect in self.item_rects(self.model_of_items.items[index.row()].key):
                region += rect
        return region

    def doItemsLayout(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        bar, anchor = self.verticalScrollBar(), self._anchor
        self._placing = True
        bar.setPageStep(self.room())
        bar.setSingleStep(_STEP)
        bar.setRange(0, self.page.hidden)
        if anchor is not None:
            bar.setValue(round(self.places.y(anchor)))
        self._placing = False

    def scrollContentsBy(self, _dx: int, _dy: int, /) -> None:
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.ahead.begin()  # nothing is got ready for those who do not see it

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, look = QPainter(self.viewport()), self._look
        if look is None:
            painter.fillRect(event.rect(), self.icons.theme.colour("surface"))
            return
        showing, head, shift = self._showing(look), self.places.frame.head, self.shift()
        body = event.rect().intersected(
            QRect(0, head, self.viewport().width(), self.viewport().height() - head)
        )
        if not body.isEmpty():
            painter.save()
            painter.setClipRect(body)
            painter.translate(shift)
            self.painting.draw(painter, self.places, body.translated(-shift), showing)
            painter.restore()
        if event.rect().top() < head:
            self.head_painting.draw(painter, self.places, self.viewport().width(), showing)

    # --- inside ---

    def _keep_choice(self) -> None:
        """Drop from the choice what is no longer shown."""

    def _showing(self, look: PlanLook) -> Showing:
        shown = self.hasFocus() and self._choice.current is None and self._day in self.days
        return Showing(
            look,
            self._plan.zone,
            self._day,
            frozenset(self._choice.keys),
            self.lifted,
            self.hovered,
            self.cursor_rect() if shown else None,
            self.icons.theme.focus_marks.by_keyboard,
            self.ghost,
            self.page.school,
        )

    @Slot()
    def _remember_place(self) -> None:
        if not self._placing:
            self._anchor = self.places.minute(self.verticalScrollBar().value())

    def _set_up(self) -> None:
        self.setModel(self.model_of_items)
        self.setAccessibleName(self.tr("Week") if self.count == WEEK else self.tr("Day"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.addScrollBarWidget(self.corner, Qt.AlignmentFlag.AlignTop)
        self.verticalScrollBar().valueChanged.connect(self._remember_place)
        self.icons.theme.changed.connect(self.viewport().update)
