"""What in the month deserves a look, at the foot of the drawer: a few lines that unfold."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cmstation.ui.calendar.chip_art import ChipArt
from cmstation.ui.calendar.sentence import Sentence
from cmstation.ui.calendar.side.walked_list import WalkedList
from cmstation.ui.calendar.tips import plain_tip
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import SectionTitle
from cmstation.ui.kit.painting import draw_row
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import IconSize, Space

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
FOLDED = 3
_MOST_LINES, _NOTE, _PAD = 2, 16, 4
_LEAST = 2 * _NOTE + 2 * _PAD


class WarningModel(QAbstractListModel):
    """Sentences, the first ones while folded."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._warnings: tuple[Sentence, ...] = ()
        self._unfolded = False

    @property
    def unfolded(self) -> bool:
        """Whether all of them are listed."""
        return self._unfolded

    def show_warnings(self, warnings: tuple[Sentence, ...]) -> bool:
        """Replace the sentences, folded again; tell whether they are others."""
        if warnings == self._warnings:
            return False
        self.beginResetModel()
        self._warnings, self._unfolded = warnings, False
        self.endResetModel()
        return True

    def unfold(self, *, unfolded: bool) -> None:
        """List all of them, or the first ones."""
        self.beginResetModel()
        self._unfolded = unfolded
        self.endResetModel()

    def count(self) -> int:
        """Return how many there are, folded away or not."""
        return len(self._warnings)

    def warned(self, index: Index) -> Sentence | None:
        """Return the sentence at an index."""
        return self._warnings[index.row()] if index.isValid() else None

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        if parent.isValid():
            return 0
        return len(self._warnings) if self._unfolded else min(FOLDED, len(self._warnings))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> object:
        found = self.warned(index)
        if found is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return plain_tip(found.words) if role == Qt.ItemDataRole.ToolTipRole else found.words


class WarningDelegate(QStyledItemDelegate):
    """The mark of a warning, and the sentence on at most two lines."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._art = ChipArt(icons, self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, len(self._lines(index, width)) * _NOTE + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        draw_row(painter, option, self._icons, line=False)
        rect, side = option.rect, IconSize.SMALL
        self._icons.paint(painter, rect.left() + Space.L, rect.top() + _PAD + 1, "warning", "warning", side)
        left, right = Space.L + side + Space.S, Space.L
        line = QRect(rect.left() + left, rect.top() + _PAD, rect.width() - left - right, _NOTE)
        for words in self._lines(index, rect.width()):
            self._art.words(painter, line, words, "note")
            line.translate(0, _NOTE)

    def _lines(self, index: Index, width: int) -> tuple[str, ...]:
        room = width - 2 * Space.L - IconSize.SMALL - Space.S
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return self._art.folded(words, "note", room, _MOST_LINES)


class WarningList(WalkedList):
    """Sentences to follow.

    Signals:
        wanted: the `Sentence` that is followed.
    """

    wanted = Signal(object)

    def __init__(self, icons: Icons, name: str, parent: QWidget | None = None) -> None:
        self.sentences = WarningModel()
        self._most = 0
        super().__init__(name, self.sentences, WarningDelegate(icons), parent)
        self.sentences.setParent(self)
        self.setDragEnabled(False)

    def open_row(self, index: QModelIndex) -> None:
        found = self.sentences.warned(index)
        if found is not None:
            self.wanted.emit(found)

    def lift_row(self, index: QModelIndex) -> None:
        del index

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.take_height()

    def take_height(self, most: int | None = None) -> None:
        """Be as high as all listed rows together, within a limit."""
        self._most = self._most if most is None else most
        rows = sum(self.sizeHintForRow(row) for row in range(self.sentences.rowCount()))
        self.ask_height(min(rows, max(self._most, _LEAST)), _LEAST)


class WarningsSection(Panel):
    """Title, sentences, and how many more there are; hidden while there are none.

    Signals:
        wanted: the `Sentence` that is followed.
    """

    wanted = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", Qt.Edge.TopEdge, parent=parent)
        self.title = SectionTitle(icons, parent=self)
        self.list = WarningList(icons, self.tr("To look at"), self)
        self.list.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.more = LinkButton(icons, "", font="note_medium", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, Space.S)
        column.setSpacing(Space.XS)
        for widget in (self.title, self.list, self.more):
            row = QHBoxLayout()
            side = 0 if widget is self.list else Space.L
            row.setContentsMargins(side, 0, side, 0)
            row.addWidget(widget, 0 if widget is self.more else 1)
            if widget is self.more:
                row.addStretch(1)
            column.addLayout(row)
        self.list.wanted.connect(self.wanted)
        self.more.clicked.connect(self._fold)
        self.hide()

    def show_warnings(self, warnings: tuple[Sentence, ...]) -> bool:
        """Show other sentences; tell whether they are others."""
        if not self.list.sentences.show_warnings(warnings):
            return False
        count = len(warnings)
        self.title.setText(self.tr("To look at ({count})").format(count=count) if count else "")
        self.setVisible(bool(warnings))
        self._tell_more()
        self.list.take_height()
        return True

    def limit(self, height: int) -> None:
        """Take no more height than that for the sentences; they scroll."""
        self.list.take_height(height)

    @Slot()
    def _fold(self) -> None:
        self.list.sentences.unfold(unfolded=not self.list.sentences.unfolded)
        self._tell_more()
        self.list.take_height()

    def _tell_more(self) -> None:
        left = self.list.sentences.count() - FOLDED
        self.more.setVisible(left > 0)
        unfolded = self.list.sentences.unfolded
        self.more.setText(self.tr("Show fewer") if unfolded else self.tr("%n more", "", max(0, left)))
