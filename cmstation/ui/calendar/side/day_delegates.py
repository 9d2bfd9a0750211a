"""Draw the items of a day: as rows beside the month, as lines of the popover."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.domain.calendar import CalendarItem
from cmstation.ui.calendar.chip import item_mark, line_colour
from cmstation.ui.calendar.item_words import hour_words, kind_words, span_words, title_words
from cmstation.ui.calendar.look import PlanLook
from cmstation.ui.calendar.side.day_model import DayModel
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import (
    draw_elided,
    draw_network_glyphs,
    draw_row,
    draw_square,
    network_glyphs_width,
)
from cmstation.ui.theme.tokens import IconSize, Space

Index = QModelIndex | QPersistentModelIndex
ROW, LINE = 56, 32
_TITLE, _NOTE = 20, 16
_SQUARE = 8


class _DayDelegate(QStyledItemDelegate):
    """What the two ways of drawing an item share."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        item = model.item(index) if isinstance(model, DayModel) else None
        if isinstance(model, DayModel) and item is not None and model.look is not None:
            self.draw(painter, option, item, model.look, model.zone)

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, item: CalendarItem, look: PlanLook, zone: str
    ) -> None:
        """Draw one item."""
        raise NotImplementedError

    def _draw_mark(self, painter: QPainter, room: QRect, item: CalendarItem) -> int:
        mark, side = item_mark(item), IconSize.SMALL
        top = room.top() + (room.height() - side) / 2
        self._icons.paint(painter, room.left(), top, mark.shape, mark.colour, side)
        return side


class RowDelegate(_DayDelegate):
    """A row: title, then editorial line, kind or state, hours, networks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(option.rect.width(), ROW)

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, item: CalendarItem, look: PlanLook, zone: str
    ) -> None:
        theme = self._icons.theme
        draw_row(painter, option, self._icons)
        room = option.rect.adjusted(Space.L, Space.S, -Space.L, -Space.S)
        title = QRect(room.left(), room.top(), room.width(), _TITLE)
        colour = "muted" if item.done else "text"
        draw_elided(painter, title, title_words(item), theme, font="strong", colour=colour)
        foot = QRect(room.left(), title.bottom() + 1 + Space.XS, room.width(), _NOTE)
        networks = [network.value for network in item.networks]
        draw_network_glyphs(painter, foot, networks, self._icons)
        foot.setRight(foot.right() - network_glyphs_width(len(networks)) - Space.S)
        self._draw_foot(painter, foot, item, look, zone)

    def _draw_foot(
        self, painter: QPainter, foot: QRect, item: CalendarItem, look: PlanLook, zone: str
    ) -> None:
        theme = self._icons.theme
        line = line_colour(item, look)
        if line is not None:
            square = QRect(foot.left(), foot.top(), _SQUARE, foot.height())
            draw_square(painter, square, theme.colour(line), _SQUARE)
            foot.setLeft(foot.left() + _SQUARE + 6)
        foot.setLeft(foot.left() + self._draw_mark(painter, foot, item) + Space.XS)
        span = span_words(item, zone)
        if span:
            used = draw_elided(painter, foot, span, theme, font="note_medium")
            foot.setLeft(foot.left() + used + Space.S)
        words = kind_words(item)
        if item.place:
            words = f"{words} · {item.place}"
        draw_elided(painter, foot, words, theme, font="note", colour="muted")


class LineDelegate(_DayDelegate):
    """One line: mark, hour, title, networks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(option.rect.width(), LINE)

    def draw(
        self, painter: QPainter, option: QStyleOptionViewItem, item: CalendarItem, look: PlanLook, zone: str
    ) -> None:
        theme = self._icons.theme
        draw_row(painter, option, self._icons, line=False)
        room = option.rect.adjusted(Space.M, 0, -Space.M, 0)
        line = line_colour(item, look)
        bar = QRect(room.left(), room.top(), _SQUARE, room.height())
        draw_square(painter, bar, theme.colour(line or "border"), _SQUARE)
        room.setLeft(room.left() + _SQUARE + 6)
        room.setLeft(room.left() + self._draw_mark(painter, room, item) + 6)
        hour = hour_words(item, zone)
        if hour:
            used = draw_elided(painter, room, hour, theme, font="note", colour="muted")
            room.setLeft(room.left() + used + Space.S)
        networks = [network.value for network in item.networks]
        glyphs = draw_network_glyphs(painter, room, networks, self._icons)
        room.setRight(room.right() - glyphs - (Space.S if glyphs else 0))
        draw_elided(painter, room, title_words(item), theme, colour="muted" if item.done else "text")
