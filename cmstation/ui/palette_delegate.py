"""Draws a line of the palette."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import draw_elided, draw_row, draw_state, state_width
from cmstation.ui.palette_model import ENTRY, Entry
from cmstation.ui.theme.tokens import Height, IconSize, Space

_ROW = 36


class PaletteDelegate(QStyledItemDelegate):
    """Icon, words, and at the right the keys, the state or the time."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        entry = index.data(ENTRY)
        heading = isinstance(entry, Entry) and entry.heading
        return QSize(0, Height.SMALL if heading else _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        theme = self._icons.theme
        rect = QRect(option.rect)
        room = rect.adjusted(Space.L, 0, -Space.L, 0)
        if entry.heading:
            room.setTop(room.top() + Space.XS)
            draw_elided(painter, room, entry.words, theme, font="note_strong", colour="muted")
            return
        draw_row(painter, option, self._icons, line=False)
        if entry.icon:
            top = rect.top() + (rect.height() - IconSize.CONTROL) / 2
            self._icons.paint(painter, room.left(), top, entry.icon, "muted", IconSize.CONTROL)
        room.setLeft(room.left() + IconSize.CONTROL + Space.M)
        note = self._paint_note(painter, room, entry)
        room.setRight(room.right() - note - Space.M)
        draw_elided(painter, room, entry.words, theme)

    def _paint_note(self, painter: QPainter, room: QRect, entry: Entry) -> int:
        """Draw what stands at the right edge, at most half a row wide; give its width."""
        theme = self._icons.theme
        most = room.width() // 2
        if entry.state:
            width = min(most, state_width(entry.state, theme, detail=entry.note))
        elif entry.note:
            width = min(most, round(theme.metrics("note").horizontalAdvance(entry.note) + 0.5))
        else:
            return 0
        place = QRect(room.right() + 1 - width, room.top(), width, room.height())
        if entry.state:
            draw_state(painter, place, entry.state, self._icons, detail=entry.note)
        else:
            draw_elided(painter, place, entry.note, theme, font="note", colour="muted")
        return width
