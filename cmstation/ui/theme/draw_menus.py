"""Draws menus, the menu bar and tooltips."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionMenuItem, QWidget

from cmstation.ui.theme.strokes import chevron, rounded, tick
from cmstation.ui.theme.tokens import Height, IconSize, Radius, Space

if TYPE_CHECKING:
    from cmstation.ui.theme.theme import Theme

_Kind = QStyleOptionMenuItem.MenuItemType
_Check = QStyleOptionMenuItem.CheckType
_State = QStyle.StateFlag
_TEXT_LEFT = Space.M + IconSize.CONTROL + Space.S
_TEXT_RIGHT = Space.XL
_SEPARATOR = 9
_HIDE = int(Qt.TextFlag.TextHideMnemonic)
_SHOW = int(Qt.TextFlag.TextShowMnemonic)
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def panel(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the ground of a menu or of a tooltip."""
    painter.fillRect(option.rect, theme.colour("border"))
    painter.fillRect(option.rect.adjusted(1, 1, -1, -1), theme.colour("surface"))


def outline(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the line around a menu."""
    rounded(painter, option.rect, line=theme.colour("border"), radius=0.5)


def bar_ground(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the empty part of the menu bar."""
    painter.fillRect(option.rect, theme.colour("surface"))


def item(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw one line of a menu."""
    if not isinstance(option, QStyleOptionMenuItem):
        return
    rect = option.rect
    painter.fillRect(rect, theme.colour("surface"))
    if option.menuItemType == _Kind.Separator:
        _separator(theme, option, painter)
        return
    enabled = bool(option.state & _State.State_Enabled)
    if option.state & _State.State_Selected and enabled:
        chosen = rect.adjusted(Space.XS, 0, -Space.XS, 0)
        rounded(painter, chosen, fill=theme.colour("hover"), radius=Radius.SMALL)
    _mark(theme, option, painter)
    words, _, keys = option.text.partition("\t")
    painter.setFont(option.font)
    painter.setPen(theme.colour("text" if enabled else "muted"))
    room = rect.adjusted(_TEXT_LEFT, 0, -_TEXT_RIGHT, 0)
    painter.drawText(room, _MIDDLE | mnemonic(option, widget), words)
    if keys:
        painter.setPen(theme.colour("muted"))
        painter.drawText(
            rect.adjusted(0, 0, -Space.L, 0),
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
            keys,
        )
    if option.menuItemType == _Kind.SubMenu:
        arrow = QRect(rect.right() - Space.XL, rect.top(), Space.L, rect.height())
        chevron(painter, arrow, theme.colour("muted"), "right")


def bar_item(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw one word of the menu bar."""
    if not isinstance(option, QStyleOptionMenuItem):
        return
    painter.fillRect(option.rect, theme.colour("surface"))
    enabled = bool(option.state & _State.State_Enabled)
    if option.state & (_State.State_Selected | _State.State_Sunken) and enabled:
        ground = theme.colour("soft" if option.state & _State.State_Sunken else "hover")
        rounded(painter, option.rect.adjusted(0, 2, 0, -2), fill=ground, radius=Radius.SMALL)
    painter.setPen(theme.colour("text" if enabled else "muted"))
    centre = int(Qt.AlignmentFlag.AlignCenter)
    painter.drawText(option.rect, centre | mnemonic(option, widget), option.text)


def item_size(option: QStyleOption, contents: QSize, _widget: QWidget | None) -> QSize:
    """Say how large one line of a menu wants to be."""
    if isinstance(option, QStyleOptionMenuItem) and option.menuItemType == _Kind.Separator:
        return QSize(contents.width(), _SEPARATOR)
    return QSize(contents.width() + _TEXT_LEFT + _TEXT_RIGHT + Space.S, Height.SMALL)


def bar_item_size(_option: QStyleOption, contents: QSize, _widget: QWidget | None) -> QSize:
    """Say how large one word of the menu bar wants to be."""
    return QSize(contents.width() + 2 * Space.S, Height.MENU_BAR)


def mnemonic(option: QStyleOption, widget: QWidget | None) -> int:
    """Give the text flag that shows or hides the underlined letter."""
    hint = QStyle.StyleHint.SH_UnderlineShortcut
    shown = widget is not None and widget.style().styleHint(hint, option, widget)
    return _SHOW if shown else _HIDE


def _separator(theme: "Theme", option: QStyleOptionMenuItem, painter: QPainter) -> None:
    rect = option.rect
    painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), theme.colour("line"))


def _mark(theme: "Theme", option: QStyleOptionMenuItem, painter: QPainter) -> None:
    side = IconSize.CONTROL
    spot = QRect(option.rect.left() + Space.M, 0, side, side)
    spot.moveTop(option.rect.top() + (option.rect.height() - side) // 2)
    enabled = bool(option.state & _State.State_Enabled)
    if option.checkType != _Check.NotCheckable and option.checked:
        tick(painter, spot, theme.colour("accent" if enabled else "muted"))
    elif not option.icon.isNull():
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        pixmap = option.icon.pixmap(spot.size(), painter.device().devicePixelRatio(), mode)
        painter.drawPixmap(spot, pixmap)
