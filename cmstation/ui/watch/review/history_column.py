"""The left column of the press review: those that were made, and the way to a new one."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cmstation.domain.press_review import ReviewRow
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, SecondaryButton
from cmstation.ui.kit.labels import Note
from cmstation.ui.kit.painting import draw_elided, draw_row
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.review.words import articles_words, period_words, review_words, short_period

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
HEIGHT, _LINE = 56, 20
_Role = Qt.ItemDataRole


class ReviewsModel(QAbstractListModel):
    """Reviews, as the history has them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ReviewRow, ...] = ()

    def show_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Take in all reviews."""
        if tuple(rows) != self._rows:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def at(self, index: Index) -> ReviewRow | None:
        """Return the review at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place(self, review: int) -> QModelIndex:
        """Return where a review stands."""
        rows = (row for row, one in enumerate(self._rows) if one.id == review)
        return next((self.index(row) for row in rows), QModelIndex())

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> object:
        row = self.at(index)
        if row is None:
            return None
        if role == _Role.DisplayRole:
            return row.title or period_words(row.first, row.last)
        if role == _Role.ToolTipRole:
            return review_words(row)
        return review_words(row) if role == _Role.AccessibleTextRole else None


class ReviewsDelegate(QStyledItemDelegate):
    """Paints a review: its title or its days, and how many articles it has."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        row = model.at(index) if isinstance(model, ReviewsModel) else None
        if row is None:
            return
        draw_row(painter, option, self._icons)
        theme, days = self._icons.theme, short_period(row.first, row.last, with_year=not row.title)
        room = option.rect.adjusted(Space.L, Space.S, -Space.L, -Space.S)
        line = QRect(room.left(), room.top(), room.width(), _LINE)
        draw_elided(painter, line, row.title or days, theme, font="strong")
        told = articles_words(row.articles)
        below = f"{days} · {told}" if row.title else told
        draw_elided(painter, line.translated(0, _LINE), below, theme, font="note", colour="muted")


class ReviewsList(QListView):
    """Reviews, one of them open.

    Signals:
        opened: a review that the person wants to see.
        remove_wanted: a review.
    """

    opened = Signal(int)
    remove_wanted = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.reviews = ReviewsModel(self)
        self.setModel(self.reviews)
        self.setItemDelegate(ReviewsDelegate(icons, self))
        self.setAccessibleName(self.tr("Press reviews"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_rows(self, rows: Sequence[ReviewRow], current: int) -> None:
        """Show all reviews.

        Args:
            current: the one that is open; 0 for one that is not kept yet.
        """
        self.reviews.show_rows(rows)
        self.show_current(current)

    def show_current(self, current: int) -> None:
        """Mark the review that is open, without a signal."""
        index = self.reviews.place(current)
        if index != self.currentIndex() or not index.isValid():
            with QSignalBlocker(self):
                self.setCurrentIndex(index)
                if not index.isValid():
                    self.clearSelection()
            self.viewport().update()

    def current(self) -> int:
        """Return the review that is marked, 0 without one."""
        row = self.reviews.at(self.currentIndex())
        return row.id if row is not None else 0

    # --- Qt ---

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection, /) -> None:
        super().selectionChanged(selected, deselected)
        row = self.reviews.at(self.currentIndex())
        if row is not None and not selected.isEmpty():
            self.opened.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current():
            self.remove_wanted.emit(self.current())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        row = self.reviews.at(index)
        if row is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        action = menu.addAction(self.tr("Remove the review"))
        self._icons.bind(action, "trash", "muted")
        action.triggered.connect(lambda: self.remove_wanted.emit(row.id))
        at = self.visualRect(index).center() if by_keyboard else event.pos()
        menu.popup(self.viewport().mapToGlobal(at))


class HistoryColumn(Panel):
    """All press reviews.

    Signals:
        new_wanted: begin a review.
        remove_wanted: a review.
    """

    new_wanted = Signal()
    remove_wanted = Signal(int)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", parent=parent)
        self.new = SecondaryButton(icons, self.tr("New review"), icon="plus", parent=self)
        self.list = ReviewsList(icons, self)
        self.none = Note(icons, self.tr("No review yet"), parent=self)
        self.none.setContentsMargins(Space.L, Space.S, Space.L, 0)
        self.remove = GhostButton(icons, self.tr("Remove the review"), icon="trash", parent=self)
        self.remove.setToolTip(self.tr("Remove the review that is chosen (Delete)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        top.addWidget(self.new)
        column.addLayout(top)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.S, Space.S, Space.S, Space.M)
        foot.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        self.new.clicked.connect(self._want_new)
        self.remove.clicked.connect(self._want_removal)
        self.list.remove_wanted.connect(self.remove_wanted)

    def show_rows(self, rows: Sequence[ReviewRow], current: int) -> None:
        """Show all reviews, with the one that is open."""
        self.list.show_rows(rows, current)
        self.none.setVisible(not rows)
        self.remove.setVisible(bool(self.list.current()))

    @Slot()
    def _want_new(self) -> None:
        self.new_wanted.emit()

    @Slot()
    def _want_removal(self) -> None:
        if self.list.current():
            self.remove_wanted.emit(self.list.current())
