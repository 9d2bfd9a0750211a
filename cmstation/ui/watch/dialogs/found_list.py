"""The sources that were found behind an address: each with a box to check, and what it says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_pill, draw_row, pill_width
from cmstation.ui.theme.tokens import Height, Space, Stroke
from cmstation.ui.watch.dialogs.source_words import kind_words

if TYPE_CHECKING:
    from cmstation.services.watch_sources import FoundSource

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
MOST_TITLES = 3
_TITLE, _LINE = 24, 18
_TOGGLE = {Qt.Key.Key_Space, Qt.Key.Key_Select}
_Role = Qt.ItemDataRole


class FoundModel(QAbstractListModel):
    """Sources that were found, some of them checked.

    Signals:
        turned: another one is checked, or no longer.
    """

    turned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[FoundSource, ...] = ()
        self._checked: set[int] = set()

    def show_found(self, found: "Sequence[FoundSource]") -> None:
        """Show sources; the best one that is new is checked."""
        self.beginResetModel()
        self._found = tuple(found)
        first = next((place for place, one in enumerate(self._found) if one.known is None), None)
        self._checked = set() if first is None else {first}
        self.endResetModel()
        self.turned.emit()

    def at(self, index: Index) -> "FoundSource | None":
        """Return the source at an index."""
        return self._found[index.row()] if index.isValid() else None

    def checked(self) -> "tuple[FoundSource, ...]":
        """Return the sources to be added."""
        return tuple(one for place, one in enumerate(self._found) if place in self._checked)

    def turn(self, index: Index) -> None:
        """Check a source, or no longer."""
        if index.isValid():
            self._checked ^= {index.row()}
            self.dataChanged.emit(index, index, [_Role.CheckStateRole])
            self.turned.emit()

    # --- Qt ---

    def rowCount(self, parent: Index = ROOT, /) -> int:
        return 0 if parent.isValid() else len(self._found)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = _Role.DisplayRole, /) -> object:
        one = self.at(index)
        if one is None:
            return None
        if role == _Role.DisplayRole:
            return title_of(one)
        if role == _Role.CheckStateRole:
            return Qt.CheckState.Checked if index.row() in self._checked else Qt.CheckState.Unchecked
        if role in {_Role.AccessibleTextRole, _Role.ToolTipRole}:
            return self._words(one)
        return None

    def setData(self, index: Index, value: object, role: int = _Role.EditRole, /) -> bool:
        if role != _Role.CheckStateRole or not index.isValid():
            return False
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        if wanted != (index.row() in self._checked):
            self.turn(index)
        return True

    # --- inside ---

    def _words(self, one: "FoundSource") -> str:
        parts = [title_of(one), kind_words(one.kind, one.address)]
        if one.known is not None:
            parts.append(self.tr("already watched"))
        return "\n".join([", ".join(parts), *one.sample[:MOST_TITLES]])


class FoundDelegate(QStyledItemDelegate):
    """Paints a box, a title, what kind of source it is, and its newest titles."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        model = index.model()
        one = model.at(index) if isinstance(model, FoundModel) else None
        lines = max(1, len(one.sample[:MOST_TITLES])) if one is not None else 1
        return QSize(option.rect.width(), 2 * Space.M + _TITLE + lines * _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        draw_row(painter, option, self._icons, bar=False)
        model = index.model()
        one = model.at(index) if isinstance(model, FoundModel) else None
        if one is None:
            return
        checked = index.data(_Role.CheckStateRole) == Qt.CheckState.Checked
        room = option.rect.adjusted(Space.L, Space.M, -Space.L, -Space.M)
        self._draw_box(painter, option, QPoint(room.left(), room.top() + 3), checked=checked)
        room.setLeft(room.left() + Stroke.CHECK_BOX + Space.M)
        self._draw_head(painter, QRect(room.left(), room.top(), room.width(), _TITLE), one)
        line = QRect(room.left(), room.top() + _TITLE, room.width(), _LINE)
        titles = one.sample[:MOST_TITLES] or (self.tr("Nothing in it yet."),)
        for title in titles:
            draw_elided(painter, line, title, self._icons.theme, font="note", colour="muted")
            line.translate(0, _LINE)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index, /
    ) -> bool:
        clicked = event.type() == QEvent.Type.MouseButtonRelease
        typed = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TOGGLE
        )
        if isinstance(model, FoundModel) and (clicked or typed):
            model.turn(index)
            return True
        return event.type() == QEvent.Type.MouseButtonDblClick or super().editorEvent(
            event, model, option, index
        )

    # --- inside ---

    def _draw_box(
        self, painter: QPainter, option: QStyleOptionViewItem, at: QPoint, *, checked: bool
    ) -> None:
        box = QStyleOptionButton()
        box.rect = QRect(at, QSize(Stroke.CHECK_BOX, Stroke.CHECK_BOX))
        state = QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
        box.state = QStyle.StateFlag.State_Enabled | state
        widget = option.widget
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, None)

    def _draw_head(self, painter: QPainter, room: QRect, one: "FoundSource") -> None:
        theme, right = self._icons.theme, room.right()
        pills = [kind_words(one.kind, one.address)]
        if one.known is not None:
            pills.insert(0, self.tr("already watched"))
        for place, words in enumerate(reversed(pills)):
            right -= pill_width(words, theme)
            tone = "good" if one.known is not None and place == 1 else "muted"
            top = room.top() + (_TITLE - Height.PILL) // 2
            draw_pill(painter, QPoint(right, top), words, tone, self._icons)
            right -= Space.S
        title = QRect(room.left(), room.top(), right - room.left(), _TITLE)
        draw_elided(painter, title, title_of(one), theme, font="strong")


class FoundList(QListView):
    """What was found; Space checks, Enter takes what is checked.

    Signals:
        taken: Enter.
    """

    taken = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = FoundModel(self)
        self.setModel(self.found)
        self.setItemDelegate(FoundDelegate(icons, self))
        self.setAccessibleName(self.tr("Sources found"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.taken.emit()
            return
        super().keyPressEvent(event)


def title_of(one: "FoundSource") -> str:
    """Return what a found source is called."""
    return one.title or one.site or one.address
