"""The list of all sources: name and kind, lists, when it was read and will be, and what is wrong."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.clock import Clock
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_row
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space, TypeRole
from cmstation.ui.watch.dialogs.source_words import kind_words, last_words, next_words, silence_words, silent
from cmstation.ui.watch.dialogs.sources_model import SourcesModel

if TYPE_CHECKING:
    from cmstation.services.watch_sources import WatchedSource

Index = QModelIndex | QPersistentModelIndex
_LINE = 20
HEIGHT = 2 * _LINE + 2 * Space.S + 2
LAST_WIDTH = 120
NEXT_WIDTH = 92


class SourcesDelegate(QStyledItemDelegate):
    """Paints sources, all of one height."""

    def __init__(
        self, icons: Icons, when: Callable[[datetime], str], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._when = when
        self._clock = clock

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        return QSize(option.rect.width(), HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        draw_row(painter, option, self._icons)
        model = index.model()
        one = model.at(index) if isinstance(model, SourcesModel) else None
        if not isinstance(model, SourcesModel) or one is None:
            return
        room = option.rect.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        first = QRect(room.left(), room.top(), room.width(), _LINE)
        self._draw_times(painter, first, one)
        first.setRight(first.right() - LAST_WIDTH - NEXT_WIDTH - Space.M)
        self._words(painter, first, one.source.name, "strong", "muted" if one.source.paused else "text")
        second = QRect(room.left(), room.top() + _LINE, room.width(), _LINE)
        self._draw_second(painter, second, one, model.lists_of(one))

    # --- inside ---

    def _words(
        self, painter: QPainter, room: QRect, text: str, font: TypeRole, colour: ColourRole = "muted"
    ) -> int:
        return draw_elided(painter, room, text, self._icons.theme, font=font, colour=colour)

    def _draw_times(self, painter: QPainter, line: QRect, one: "WatchedSource") -> None:
        """Write when it was read last and when it is read next, in the columns of the header."""
        next_room = QRect(line.right() + 1 - NEXT_WIDTH, line.top(), NEXT_WIDTH, line.height())
        last_room = next_room.translated(-LAST_WIDTH, 0)
        last_room.setWidth(LAST_WIDTH - Space.S)
        self._words(painter, last_room, last_words(one.state, self._when), "note")
        self._words(
            painter, next_room, next_words(one.source, one.state, self._when, self._clock.now()), "note"
        )

    def _draw_second(self, painter: QPainter, room: QRect, one: "WatchedSource", lists: str) -> None:
        kind = kind_words(one.source.kind, one.source.address)
        if not silent(one.source, one.state):
            self._words(painter, room, " · ".join(part for part in (kind, lists) if part), "note")
            return
        paused = one.state.trouble is None
        colour: ColourRole = "muted" if paused else "warning"
        top = room.top() + (room.height() - IconSize.SMALL) // 2
        self._icons.paint(painter, room.left(), top, "pause" if paused else "warning", colour, IconSize.SMALL)
        room.setLeft(room.left() + IconSize.SMALL + Space.XS)
        self._words(painter, room, silence_words(one.source, one.state), "note_medium", colour)


class SourcesList(QListView):
    """All sources; Delete removes, F2 renames.

    Signals:
        went: another source is the current one, or none.
        remove_wanted, rename_wanted: by a key.
    """

    went = Signal()
    remove_wanted = Signal()
    rename_wanted = Signal()

    def __init__(
        self, icons: Icons, when: Callable[[datetime], str], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sources = SourcesModel(self)
        self.setModel(self.sources)
        self.setItemDelegate(SourcesDelegate(icons, when, clock, self))
        self.setAccessibleName(self.tr("Sources"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def current(self) -> "WatchedSource | None":
        """Return the source that the person is on."""
        return self.sources.at(self.currentIndex())

    # --- Qt ---

    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.went.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        else:
            super().keyPressEvent(event)
