"""The rows of the agenda: which weeks they show, where the person stands, and what is selected."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from cmstation.domain.calendar import CalendarItem, ItemKey, Plan
from cmstation.ui.calendar.agenda.agenda import DAY, ItemRow, agenda_rows, agenda_span, days_of, within_years
from cmstation.ui.calendar.agenda.agenda_delegate import AgendaDelegate, Thumbnail
from cmstation.ui.calendar.agenda.agenda_model import AgendaModel, Index, span_in_words
from cmstation.ui.calendar.indexed_plan import indexed
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.icons import Icons

_STEP = 20
_START = date(2000, 1, 3)
_Flag = QItemSelectionModel.SelectionFlag
_Hint = QAbstractItemView.ScrollHint


class AgendaList(QListView):
    """Items of four weeks.

    Signals:
        moved: the day or the span changed.
        chosen: other items are selected.
    """

    moved = Signal()
    chosen = Signal()

    def __init__(
        self, icons: Icons, parent: QWidget | None = None, *, thumbnail: Thumbnail | None = None
    ) -> None:
        """Show nothing until `go_to` and `show_plan`.

        Args:
            thumbnail: gives a picture by its digest, None while it is not there yet.
        """
        super().__init__(parent)
        self._day, self._start = _START, _START
        self._plan: Plan | None = None
        self._look: PlanLook | None = None
        self._settled = False
        self._steering = False
        self._known: tuple[ItemKey, ...] = ()
        self._anchor = 0
        self.model_of_rows = AgendaModel(self)
        self.delegate_of_rows = AgendaDelegate(icons, self, thumbnail)
        self.setModel(self.model_of_rows)
        self.setItemDelegate(self.delegate_of_rows)
        self._set_up()

    @property
    def day(self) -> date:
        """The day the person is on."""
        return self._day

    @property
    def plan(self) -> Plan | None:
        """What was shown last."""
        return self._plan

    def show_plan(self, plan: Plan, look: PlanLook) -> None:
        """Arrange a plan."""
        if plan == self._plan and look == self._look:
            return
        self._plan, self._look = indexed(plan), look
        self._arrange()

    def go_to(self, day: date) -> None:
        """Show a day, in the weeks from its Monday on."""
        before = (self._day, self._start)
        self._day = within_years(day)
        self._start, self._settled = agenda_span(self._day)[0], False
        self._arrange()
        if (self._day, self._start) != before:
            self.moved.emit()

    def span(self) -> tuple[date, date]:
        """Return the local days that are shown, the end exclusive."""
        return agenda_span(self._start)

    def turn(self, steps: int) -> None:
        """Page by four weeks, onto the same day of the week."""
        start, end = self.span()
        self.go_to(start + (end - start) * steps + DAY * self._day.weekday())

    def keys(self) -> tuple[ItemKey, ...]:
        """Return every item of the span."""
        return self.model_of_rows.keys()

    def selected(self) -> tuple[ItemKey, ...]:
        """Return the selected items, from above."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        keys = (self.model_of_rows.key(index) for index in indexes)
        return tuple(key for key in keys if key is not None)

    def select(self, keys: Sequence[ItemKey]) -> None:
        """Select items, and stand on the first one of them."""
        rows = sorted(row for key in keys if (row := self.model_of_rows.index_of(key).row()) >= 0)
        if rows:
            self.stand_on(rows[0], choose=False)
            self._anchor = rows[0]
        self.choose(rows)

    def item(self, index: Index) -> CalendarItem | None:
        """Return the item at an index."""
        row = self.model_of_rows.row(index)
        return row.item if isinstance(row, ItemRow) else None

    def stand_on(self, row: int, *, extend: bool = False, choose: bool = True) -> None:
        """Make a row the current one.

        Args:
            extend: select everything between the last row chosen alone and this one.
            choose: False leaves the selection alone.
        """
        row = min(max(row, 0), self.model_of_rows.rowCount() - 1)
        if row < 0:
            return
        index = self.model_of_rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        self.scrollTo(index)
        if not extend and choose:
            self._anchor = row
            self.choose([row])
        elif extend:
            first, last = sorted((min(self._anchor, self.model_of_rows.rowCount() - 1), row))
            self.choose(range(first, last + 1))

    def choose(self, rows: Sequence[int]) -> None:
        """Select the items among some rows, and nothing else."""
        wanted = QItemSelection()
        for row in rows:
            index = self.model_of_rows.index(row, 0)
            if self.item(index) is not None:
                wanted.select(index, index)
        self.selectionModel().select(wanted, _Flag.ClearAndSelect)

    # --- Qt ---

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        row = self.model_of_rows.row(current)
        if self._steering or row is None:
            return
        first, last = days_of(row)
        day = min(max(self._day, first), last)
        if day != self._day:
            self._day = day
            self.moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection, /) -> None:
        super().selectionChanged(selected, deselected)
        self._tell_chosen()

    # --- inside ---

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(_STEP)

    def _arrange(self) -> None:
        if self._plan is None or self._look is None:
            return
        chosen, top = self.selected(), self._top()
        key = self.model_of_rows.key(self.currentIndex())
        rows = agenda_rows(self._plan, *self.span(), self._look.today)
        self._steering = True
        others = self.model_of_rows.show_rows(rows, self._look, self._plan.zone)
        if others:
            self.setAccessibleDescription(span_in_words(rows))
            places = [self.model_of_rows.index_of(each).row() for each in chosen]
            self.choose([place for place in places if place >= 0])
        if others or not self._settled:
            self._stand_again(key, top)
        self._steering = False
        self._tell_chosen()

    def _stand_again(self, key: ItemKey | None, top: tuple[date, int] | None) -> None:
        """Come back to the item or the day where the person was, and scroll only as far as needed."""
        row = self._row_of(self._day)
        if row is None:
            return
        same = self.model_of_rows.index_of(key) if key is not None and self._settled else None
        if (
            same is not None
            and same.isValid()
            and days_of(self.model_of_rows.rows[same.row()])[0] == self._day
        ):
            row = same.row()
        index = self.model_of_rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        place = self._row_of(top[0]) if top is not None else None
        if self._settled and top is not None and place is not None:
            self.scrollTo(self.model_of_rows.index(place, 0), _Hint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - top[1])
        else:
            self.scrollTo(index, _Hint.PositionAtTop)
        self._anchor = row
        start, end = self.span()
        self._settled = self._plan is not None and self._plan.start <= start and end <= self._plan.end

    def _top(self) -> tuple[date, int] | None:
        """Return the day of the first visible row, and how far from the edge its head begins."""
        row = self.model_of_rows.row(self.indexAt(QPoint(1, 1)))
        head = self._row_of(days_of(row)[0]) if row is not None else None
        if row is None or head is None:
            return None
        return days_of(row)[0], self.visualRect(self.model_of_rows.index(head, 0)).top()

    def _row_of(self, day: date) -> int | None:
        """Return the head of a day, or the free days that hold it."""
        rows = enumerate(self.model_of_rows.rows)
        return next((place for place, row in rows if days_of(row)[0] <= day <= days_of(row)[1]), None)

    def _tell_chosen(self) -> None:
        if self._steering:
            return
        chosen = self.selected()
        if chosen != self._known:
            self._known = chosen
            self.chosen.emit()
