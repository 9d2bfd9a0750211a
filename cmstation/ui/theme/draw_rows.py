"""Draws the rows of lists, tables and trees."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOption,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cmstation.ui.theme.strokes import chevron, ring
from cmstation.ui.theme.tokens import Height, Stroke

if TYPE_CHECKING:
    from cmstation.ui.theme.theme import Theme

_State = QStyle.StateFlag
_Place = QStyleOptionViewItem.ViewItemPosition
_FIRST_PLACES = {_Place.OnlyOne, _Place.Beginning, _Place.Invalid}


def row_ground(
    theme: "Theme", painter: QPainter, rect: QRect, *, hover: bool, selected: bool, bar: bool = True
) -> None:
    """Fill the ground of a row: soft with an accent bar when chosen, quiet under the pointer."""
    if selected:
        painter.fillRect(rect, theme.colour("soft"))
        if bar:
            edge = QRect(rect.left(), rect.top(), Stroke.SELECTED_BAR, rect.height())
            painter.fillRect(edge, theme.colour("accent"))
    elif hover:
        painter.fillRect(rect, theme.colour("hover"))


def item(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground of one item."""
    if not isinstance(option, QStyleOptionViewItem):
        return
    if option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(option.rect, option.backgroundBrush)
    row_ground(
        theme,
        painter,
        option.rect,
        hover=bool(option.state & _State.State_MouseOver),
        selected=bool(option.state & _State.State_Selected),
        # A tree draws the bar with its row, which starts further left.
        bar=option.viewItemPosition in _FIRST_PLACES and not isinstance(widget, QTreeView),
    )


def row(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the ground of one row of a tree, at the left of its first item."""
    if not isinstance(option, QStyleOptionViewItem):
        return
    if option.features & QStyleOptionViewItem.ViewItemFeature.Alternate:
        painter.fillRect(option.rect, theme.colour("bg"))
    row_ground(
        theme,
        painter,
        option.rect,
        hover=bool(option.state & _State.State_MouseOver),
        selected=bool(option.state & _State.State_Selected),
        bar=option.rect.left() <= 0,
    )


def branch(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the arrow that opens and closes a branch."""
    if option.state & _State.State_Children:
        way = "down" if option.state & _State.State_Open else "right"
        chevron(painter, option.rect, theme.colour("muted"), way)


def focus(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ring inside the current item; other widgets have theirs outside."""
    if not isinstance(widget, QAbstractItemView) or not theme.focus_marks.by_keyboard:
        return
    # The list of a combo marks its row by the ground alone.
    if widget.window().windowType() != Qt.WindowType.Popup:
        ring(painter, option.rect, theme.colour("accent"), radius=2)


def item_size(size: QSize) -> QSize:
    """Keep every item high enough to be hit."""
    return QSize(size.width(), max(size.height(), Height.SMALL))
