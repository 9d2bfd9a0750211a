"""Draw posts beside the month: as rows of a day, as cards to place, as lines of a popover."""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmstation.ui.calendar.months import DayPost
from cmstation.ui.calendar.post_model import PostModel
from cmstation.ui.calendar.words import Lines, title_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.painting import (
    draw_elided,
    draw_focus_ring,
    draw_network_glyphs,
    draw_row,
    draw_square,
    draw_state,
    network_glyphs_width,
)
from cmstation.ui.kit.states import state_mark
from cmstation.ui.theme.strokes import rounded
from cmstation.ui.theme.tokens import ColourRole, IconSize, Radius, Space

Index = QModelIndex | QPersistentModelIndex
ROW, LINE = 72, 36
_TITLE, _NOTE = 20, 16
_CARD_LINE = 18
_SQUARE = 8
_CARD_SIDES = 2 * (Space.L + Space.M)


class _PostDelegate(QStyledItemDelegate):
    """What the three ways of drawing a post share."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        post = model.post(index) if isinstance(model, PostModel) else None
        if isinstance(model, PostModel) and post is not None:
            self.draw(painter, option, post, model.lines)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, post: DayPost, lines: Lines) -> None:
        """Draw one post."""
        raise NotImplementedError

    def _draw_foot(self, painter: QPainter, foot: QRect, post: DayPost, lines: Lines) -> None:
        """Draw the square of the line, the state, the hour, and the networks at the right."""
        networks = [network.value for network in post.row.networks]
        glyphs = network_glyphs_width(len(networks))
        draw_network_glyphs(painter, foot, networks, self._icons)
        room = foot.adjusted(0, 0, -(glyphs + Space.S), 0)
        colour = line_colour(post, lines)
        if colour is not None:
            square = QRect(room.left(), room.top(), _SQUARE, room.height())
            draw_square(painter, square, self._icons.theme.colour(colour), _SQUARE)
            room.setLeft(room.left() + _SQUARE + 6)
        detail = f" · {post.time}" if post.time else ""
        draw_state(painter, room, post.row.state.value, self._icons, detail=detail)


class RowDelegate(_PostDelegate):
    """A row as in the list of drafts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(option.rect.width(), ROW)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, post: DayPost, lines: Lines) -> None:
        theme = self._icons.theme
        draw_row(painter, option, self._icons)
        room = option.rect.adjusted(Space.L, Space.S, -Space.L, -Space.S)
        title = QRect(room.left(), room.top(), room.width(), _TITLE)
        draw_elided(painter, title, title_words(post), theme, font="strong")
        first = QRect(room.left(), title.bottom() + 1, room.width(), _NOTE)
        draw_elided(painter, first, post.row.first_words, theme, font="note", colour="muted")
        foot = QRect(room.left(), first.bottom() + 1 + Space.XS, room.width(), _NOTE)
        self._draw_foot(painter, foot, post, lines)


class LineDelegate(_PostDelegate):
    """One line: shape of the state, hour, title, networks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(option.rect.width(), LINE)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, post: DayPost, lines: Lines) -> None:
        theme, side = self._icons.theme, IconSize.SMALL
        draw_row(painter, option, self._icons, line=False)
        room = option.rect.adjusted(Space.M, 0, -Space.M, 0)
        mark = state_mark(post.row.state.value)
        top = room.top() + (room.height() - side) / 2
        self._icons.paint(painter, room.left(), top, mark.shape, mark.colour, side)
        room.setLeft(room.left() + side + Space.S)
        hour = draw_elided(painter, room, post.time, theme, font="note", colour="muted")
        networks = [network.value for network in post.row.networks]
        glyphs = draw_network_glyphs(painter, room, networks, self._icons)
        room.adjust(hour + Space.S, 0, -(glyphs + Space.S), 0)
        draw_elided(painter, room, title_words(post), theme)


class CardDelegate(_PostDelegate):
    """A card: title on at most two lines, editorial line, state, networks."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        model = index.model()
        post = model.post(index) if isinstance(model, PostModel) else None
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        lines = 1 if post is None else len(self._title_lines(title_words(post), width - _CARD_SIDES))
        return QSize(width, 2 * Space.S + lines * _CARD_LINE + Space.XS + _NOTE + Space.S)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, post: DayPost, lines: Lines) -> None:
        theme = self._icons.theme
        card = option.rect.adjusted(Space.L, 0, -Space.L, -Space.S)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_HasFocus)
        warm = bool(state & QStyle.StateFlag.State_MouseOver)
        ground: ColourRole = "hover" if warm else "surface"
        edge: ColourRole = "accent" if chosen else "border"
        rounded(painter, card, fill=theme.colour(ground), line=theme.colour(edge), radius=Radius.CARD)
        if chosen and theme.focus_marks.by_keyboard:
            draw_focus_ring(painter, card, theme, Radius.CARD)
        room = card.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        for words in self._title_lines(title_words(post), option.rect.width() - _CARD_SIDES):
            line = QRect(room.left(), room.top(), room.width(), _CARD_LINE)
            draw_elided(painter, line, words, theme, font="medium")
            room.setTop(room.top() + _CARD_LINE)
        foot = QRect(room.left(), room.top() + Space.XS, room.width(), _NOTE)
        self._draw_foot(painter, foot, post, lines)

    def _title_lines(self, title: str, width: int) -> list[str]:
        """Break a title into at most two lines; the second one keeps the rest, to be elided."""
        layout = QTextLayout(title, self._icons.theme.font("medium"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(max(1, width))
        length = first.textLength()
        layout.endLayout()
        return [title] if length >= len(title) else [title[:length].rstrip(), title[length:]]


def line_colour(post: DayPost, lines: Lines) -> ColourRole | None:
    """Return the colour of a post's editorial line."""
    line = lines.get(post.row.theme) if post.row.theme is not None else None
    return cast("ColourRole", line.colour) if line is not None else None
