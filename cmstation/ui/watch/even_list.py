"""A list whose rows are all of one height: places are reckoned, so that length costs nothing."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QCursor, QFocusEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_Action = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class EvenList(QListView):
    """A list of one column; the model's rows are never gone through.

    A `QListView` asks its model for every row whenever one of them changes: a second for 200,000 rows.
    """

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = row_height
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(row_height // 2)

    def rows_seen(self) -> range:
        """Return the rows of which something is seen."""
        top, height = self.verticalOffset(), self.viewport().height()
        last = min((top + height - 1) // self._height, self._count() - 1)
        return range(max(0, top // self._height), last + 1)

    # --- where rows are ---

    def visualRect(self, index: Index, /) -> QRect:
        if not index.isValid():
            return QRect()
        top = index.row() * self._height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._height)

    def indexAt(self, point: QPoint, /) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self._height
        return self.model().index(row, 0) if 0 <= row < self._count() else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible, /) -> None:
        if not index.isValid():
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top = index.row() * self._height
        last = top + self._height - room
        if hint is _Hint.PositionAtTop:
            bar.setValue(top)
        elif hint is _Hint.PositionAtBottom:
            bar.setValue(last)
        elif hint is _Hint.PositionAtCenter:
            bar.setValue(top + (self._height - room) // 2)
        else:
            bar.setValue(min(max(bar.value(), last), top))

    def visualRegionForSelection(self, selection: QItemSelection, /) -> QRegion:
        found = QRegion()
        seen = self.rows_seen()
        for rows in (selection.at(place) for place in range(selection.count())):
            first, last = max(rows.top(), seen.start), min(rows.bottom(), seen.stop - 1)
            if first <= last:
                top = first * self._height - self.verticalOffset()
                found |= QRegion(0, top, self.viewport().width(), (last - first + 1) * self._height)
        return found

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag, /) -> None:
        index = self.indexAt(rect.center())
        self.selectionModel().select(
            QItemSelection(index, index) if index.isValid() else QItemSelection(), command
        )

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier, /
    ) -> QModelIndex:
        count, row = self._count(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._height - 1)
        steps = {
            _Action.MoveUp: -1,
            _Action.MovePrevious: -1,
            _Action.MoveDown: 1,
            _Action.MoveNext: 1,
            _Action.MovePageUp: -page,
            _Action.MovePageDown: page,
            _Action.MoveHome: -count,
            _Action.MoveEnd: count,
        }
        wanted = row + steps.get(action, 0) if row >= 0 or action is _Action.MoveEnd else 0
        return self.model().index(min(max(wanted, 0), count - 1), 0)

    # --- what is laid out and drawn ---

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        if self.currentIndex().isValid():
            super().focusInEvent(event)
        else:  # Qt would go to the first row, although nobody chose it
            QWidget.focusInEvent(self, event)

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = (), /) -> None:
        QAbstractItemView.dataChanged(self, top, bottom, roles)

    def updateGeometries(self) -> None:
        QAbstractItemView.updateGeometries(self)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._count() * self._height - room))

    def scrollContentsBy(self, right: int, down: int, /) -> None:
        self.scrollDirtyRegion(right, down)
        self.viewport().scroll(right, down)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        usual, chosen = option.state, self.selectionModel()
        pointed = self._pointed()
        for row in self.rows_seen():
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            if not event.region().intersects(option.rect):
                continue
            state = usual & ~(_State.State_MouseOver | _State.State_HasFocus)
            if chosen.isSelected(index):
                state |= _State.State_Selected
            if row == pointed:
                state |= _State.State_MouseOver
            if self.hasFocus() and index == self.currentIndex():
                state |= _State.State_HasFocus
            option.state = state
            self.itemDelegate().paint(painter, option, index)

    # --- inside ---

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0  # pyright: ignore[reportUnnecessaryComparison]

    def _pointed(self) -> int:
        """Return the row under the pointer, -1 when there is none."""
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()
