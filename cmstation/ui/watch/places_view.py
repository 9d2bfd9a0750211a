"""The left column of the watch: the morning, the places, and when the sources were read."""

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton
from cmstation.ui.kit.labels import Note
from cmstation.ui.kit.painting import draw_elided, draw_row
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import IconSize, Space
from cmstation.ui.watch.places import Place, PlaceKind, PlacesModel

Index = QModelIndex | QPersistentModelIndex
_ROW = 32
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class PlacesDelegate(QStyledItemDelegate):
    """Paints an icon, words and a figure."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        return QSize(option.rect.width(), _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        place = model.place(index) if isinstance(model, PlacesModel) else None
        if place is None:
            return
        room = option.rect.adjusted(Space.L + place.depth * Space.M, 0, -Space.L, 0)
        if place.kind is PlaceKind.HEADING:
            theme = self._icons.theme
            draw_elided(painter, room, place.words, theme, font="note_strong", colour="muted")
            return
        draw_row(painter, option, self._icons, line=False)
        self._draw_place(painter, room, place)

    def _draw_place(self, painter: QPainter, room: QRect, place: Place) -> None:
        icons, theme = self._icons, self._icons.theme
        silent = place.kind is PlaceKind.SILENT
        ink = "warning" if silent else "muted"
        top = room.top() + (room.height() - IconSize.CONTROL) / 2
        icons.paint(painter, room.left(), top, place.icon, ink, IconSize.CONTROL)
        font = "note_strong" if place.fresh else "note"
        figure = round(theme.metrics(font).horizontalAdvance(str(place.count)) + 0.5)
        taken = figure + Space.S if place.count else 0
        words = room.adjusted(IconSize.CONTROL + Space.S, 0, -taken, 0)
        draw_elided(painter, words, place.words, theme, colour="warning" if silent else "text")
        if place.count:
            draw_elided(
                painter,
                QRect(room.right() + 1 - figure, room.top(), figure, room.height()),
                str(place.count),
                theme,
                font=font,
                colour="text" if place.fresh else "muted",
                align=Qt.AlignmentFlag.AlignRight,
            )


class PlacesList(QListView):
    """Places, one of them chosen.

    Signals:
        chosen: the `Place` that the person chose: at once where stories are listed; what opens something
            else waits for a click or Enter, so that the arrows pass over it.
        menu_wanted: a `Place` and where on the screen its menu is to open.
        rename_wanted, remove_wanted: a `Place`, by F2 or Delete.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = PlacesModel(self)
        self.setModel(self.places)
        self.setItemDelegate(PlacesDelegate(icons, self))
        self.setAccessibleName(self.tr("Watch lists"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)

    def current_place(self) -> Place | None:
        """Return the place that the person is on."""
        return self.places.place(self.currentIndex())

    def choose(self, key: str) -> bool:
        """Go to a place; tell whether it is there."""
        index = self.places.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    # --- Qt ---

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection, /) -> None:
        super().selectionChanged(selected, deselected)
        place = self.current_place()
        if place is not None and place.wanted is not None and not selected.isEmpty():
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        place, key = self.current_place(), Qt.Key(event.key())
        if place is not None and key == Qt.Key.Key_F2:
            self.rename_wanted.emit(place)
        elif place is not None and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit(place)
        elif place is not None and place.wanted is None and key in _OPENING:
            self.chosen.emit(place)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        by_keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keyboard else self.indexAt(event.pos())
        place = self.places.place(index)
        if place is not None:
            at = self.visualRect(index).center() if by_keyboard else event.pos()
            self.menu_wanted.emit(place, self.viewport().mapToGlobal(at))

    # --- inside ---

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        place = self.places.place(index)
        if place is not None and place.wanted is None and place.kind is not PlaceKind.HEADING:
            self.chosen.emit(place)


class PlacesColumn(Panel):
    """The way into the morning above, the places, and how fresh they are below.

    Signals:
        morning_wanted: the person wants to go through what is new.
    """

    morning_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "bg", parent=parent)
        self.morning = PrimaryButton(icons, self.tr("Morning watch"), parent=self)
        self.list = PlacesList(icons, self)
        self.freshness = Note(icons, "", parent=self)
        self.freshness.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        top = QVBoxLayout()
        top.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        top.addWidget(self.morning)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.freshness)
        self.morning.clicked.connect(self._want_morning)

    def tell_unread(self, count: int) -> None:
        """Say how much is new."""
        words = self.tr("Morning watch · {count}").format(count=count) if count else self.tr("Morning watch")
        self.morning.setText(words)

    @Slot()
    def _want_morning(self) -> None:
        self.morning_wanted.emit()
