"""Draws push buttons, tool buttons, check boxes and radio buttons."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionButton, QStyleOptionToolButton, QWidget

from cmstation.ui.theme.looks import (
    ButtonLook,
    Standing,
    button_look,
    colour_or_none,
    height_of,
    kind_of,
    padding_of,
    standing,
)
from cmstation.ui.theme.strokes import chevron, dash, rounded, tick
from cmstation.ui.theme.tokens import Height, IconSize, Radius, Space, Stroke

if TYPE_CHECKING:
    from cmstation.ui.theme.theme import Theme

_Button = QStyleOptionButton.ButtonFeature
_Tool = QStyleOptionToolButton.ToolButtonFeature
_LINKS = frozenset({"link", "quiet-link"})
_MNEMONIC = int(Qt.TextFlag.TextHideMnemonic)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def push_button(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a whole push button."""
    if not isinstance(option, QStyleOptionButton):
        return
    look, _ = push_look(option, widget)
    _ground(theme, painter, option.rect, look)
    has_menu = bool(option.features & _Button.HasMenu)
    _label(theme, painter, option.rect, option, widget, look, option.text, arrow=has_menu)


def push_look(option: QStyleOptionButton, widget: QWidget | None) -> tuple[ButtonLook, str]:
    """Choose the colours of a push button and name its kind."""
    if option.features & _Button.Flat:
        otherwise = "ghost"
    else:
        otherwise = "primary" if option.features & _Button.DefaultButton else "secondary"
    kind = kind_of(widget, otherwise)
    return button_look(kind, standing(option)), kind


def tool_button(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a whole tool button, with its arrow part when it has one."""
    if not isinstance(option, QStyleOptionToolButton):
        return
    kind = kind_of(widget, "ghost")
    state = standing(option)
    look = button_look(kind, state)
    if kind in _LINKS:
        _link(theme, painter, option, look, state, lined=kind == "link")
        return
    if kind == "segment":
        _segment(theme, painter, option.rect, look, widget)
    else:
        _ground(theme, painter, option.rect, look)
    split = bool(option.features & _Tool.MenuButtonPopup)
    body = QRect(option.rect)
    if split:
        body.setRight(body.right() - Stroke.SPLIT_ARROW)
        _split_arrow(theme, painter, option.rect, look)
    if option.arrowType != Qt.ArrowType.NoArrow and bool(option.features & _Tool.Arrow):
        chevron(painter, body, theme.colour(look.text), _arrow_way(option.arrowType))
        return
    arrow = bool(option.features & _Tool.HasMenu) and not split and _shows_arrow(widget)
    text = "" if option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly else option.text
    _label(theme, painter, body, option, widget, look, text, arrow=arrow)


def check_box(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the box of a check box, alone or in a list."""
    state = standing(option)
    half = bool(option.state & QStyle.StateFlag.State_NoChange)
    side = min(Stroke.CHECK_BOX, option.rect.width(), option.rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(QRectF(option.rect).center())
    if state.checked or half:
        fill = theme.colour("muted" if not state.enabled else "accent_hover" if state.hover else "accent")
        rounded(painter, box, fill=fill, radius=Radius.SMALL)
        mark = theme.colour("on_accent" if state.enabled else "bg")
        (dash if half else tick)(painter, box, mark)
        return
    ground = theme.colour("soft" if state.pressed else "surface" if state.enabled else "bg")
    line = theme.colour("accent" if state.hover else "muted" if state.enabled else "border")
    rounded(painter, box, fill=ground, line=line, width=1.5, radius=Radius.SMALL)


def radio_button(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the disc of a radio button."""
    state = standing(option)
    side = min(Stroke.CHECK_BOX, option.rect.width(), option.rect.height())
    disc = QRectF(0, 0, side, side)
    disc.moveCenter(QRectF(option.rect).center())
    line = theme.colour("accent" if state.enabled and (state.checked or state.hover) else "muted")
    rounded(painter, disc, fill=theme.colour("surface"), line=line, width=1.5, radius=side / 2)
    if state.checked:
        rounded(painter, disc.adjusted(5, 5, -5, -5), fill=line, radius=side / 2)


def push_size(option: QStyleOption, _contents: QSize, widget: QWidget | None) -> QSize:
    """Say how large a push button wants to be."""
    if not isinstance(option, QStyleOptionButton):
        return QSize()
    height = height_of(widget)
    icon = 0 if option.icon.isNull() else option.iconSize.width()
    width = _label_width(option, option.text, icon)
    if option.features & _Button.HasMenu:
        width += Space.S + IconSize.SMALL
    if not option.text:
        return QSize(max(height, width + 2 * Space.S), height)
    return QSize(width + 2 * padding_of(height) + 2, height)


def tool_size(option: QStyleOption, _contents: QSize, widget: QWidget | None) -> QSize:
    """Say how large a tool button wants to be."""
    if not isinstance(option, QStyleOptionToolButton):
        return QSize()
    height = height_of(widget, Height.SMALL)
    icon_only = option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly or not option.text
    text = "" if icon_only else option.text
    icon_hidden = option.icon.isNull() or option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextOnly
    icon = 0 if icon_hidden else option.iconSize.width()
    width = _label_width(option, text, icon)
    kind = kind_of(widget, "ghost")
    if kind in _LINKS:
        return QSize(width + 2, height)
    if option.features & _Tool.MenuButtonPopup:
        return QSize(width + 2 * Space.L + Stroke.SPLIT_ARROW, height)
    if bool(option.features & _Tool.HasMenu) and _shows_arrow(widget):
        width += Space.S + IconSize.SMALL
    elif icon_only:
        return QSize(max(height, width + Space.S), height)
    return QSize(width + 2 * padding_of(height) + 2, height)


def _label_width(option: QStyleOption, text: str, icon: int) -> int:
    words = option.fontMetrics.size(_MNEMONIC, text).width() if text else 0
    gap = Space.S if icon and words else 0
    return words + icon + gap


def _shows_arrow(widget: QWidget | None) -> bool:
    return widget is None or widget.property("arrow") is not False


def _arrow_way(arrow: Qt.ArrowType) -> str:
    return {
        Qt.ArrowType.UpArrow: "up",
        Qt.ArrowType.LeftArrow: "left",
        Qt.ArrowType.RightArrow: "right",
    }.get(arrow, "down")


def _ground(theme: "Theme", painter: QPainter, rect: QRect, look: ButtonLook) -> None:
    if look.fill is None and look.line is None:
        return
    rounded(painter, rect, fill=colour_or_none(theme, look.fill), line=colour_or_none(theme, look.line))


def _segment(
    theme: "Theme", painter: QPainter, rect: QRect, look: ButtonLook, widget: QWidget | None
) -> None:
    if look.fill is None or widget is None:
        return
    radius = Radius.CONTROL - 1
    left = 0 if widget.property("first") else -2 * radius
    right = 0 if widget.property("last") else 2 * radius
    painter.save()
    painter.setClipRect(rect)
    rounded(painter, rect.adjusted(left, 0, right, 0), fill=theme.colour(look.fill), radius=radius)
    painter.restore()


def _split_arrow(theme: "Theme", painter: QPainter, rect: QRect, look: ButtonLook) -> None:
    left = rect.right() - Stroke.SPLIT_ARROW + 1
    line = QColor(theme.colour(look.text))
    line.setAlphaF(0.35)
    painter.fillRect(QRect(left, rect.top() + 1, 1, rect.height() - 2), line)
    arrow = QRect(left, rect.top(), Stroke.SPLIT_ARROW, rect.height())
    chevron(painter, arrow, theme.colour(look.text))


def _label(
    theme: "Theme",
    painter: QPainter,
    rect: QRect,
    option: QStyleOptionButton | QStyleOptionToolButton,
    widget: QWidget | None,
    look: ButtonLook,
    text: str,
    *,
    arrow: bool,
) -> None:
    colour = theme.colour(look.text)
    icon_hidden = (
        isinstance(option, QStyleOptionToolButton)
        and option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonTextOnly
    )
    icon = QSize(0, 0) if option.icon.isNull() or icon_hidden else option.iconSize
    tail = Space.S + IconSize.SMALL if arrow else 0
    wanted = _label_width(option, text, icon.width()) + tail
    padding = min(padding_of(rect.height()), max(0, (rect.width() - wanted) // 2))
    inner = rect.adjusted(padding, 0, -padding, 0)
    to_left = widget is not None and widget.property("align") == "left"
    x = inner.left() + (0 if to_left else max(0, (inner.width() - wanted) // 2))
    if not icon.isEmpty():
        top = rect.top() + (rect.height() - icon.height()) // 2
        place = QRect(x, top, icon.width(), icon.height())
        painter.drawPixmap(place, _icon_pixmap(option, painter, icon))
        x += icon.width() + (Space.S if text else 0)
    if text:
        room = max(0, inner.right() + 1 - tail - x)
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room, _MNEMONIC)
        painter.setPen(colour)
        painter.drawText(QRect(x, rect.top(), room, rect.height()), _LEFT | _mnemonic(option, widget), shown)
        x += min(room, option.fontMetrics.size(_MNEMONIC, shown).width())
    if arrow:
        spot = QRect(x + (Space.S if x > inner.left() else 0), rect.top(), IconSize.SMALL, rect.height())
        chevron(painter, spot, theme.colour("muted") if look.text == "text" else colour)


def _mnemonic(option: QStyleOption, widget: QWidget | None) -> int:
    style = widget.style() if widget is not None else None
    hint = QStyle.StyleHint.SH_UnderlineShortcut
    if style is not None and style.styleHint(hint, option, widget):
        return int(Qt.TextFlag.TextShowMnemonic)
    return _MNEMONIC


def _icon_pixmap(
    option: QStyleOptionButton | QStyleOptionToolButton, painter: QPainter, size: QSize
) -> QPixmap:
    on = option.state & QStyle.StateFlag.State_On
    mode = QIcon.Mode.Normal if option.state & QStyle.StateFlag.State_Enabled else QIcon.Mode.Disabled
    state = QIcon.State.On if on else QIcon.State.Off
    return option.icon.pixmap(size, painter.device().devicePixelRatio(), mode, state)


def _link(
    theme: "Theme",
    painter: QPainter,
    option: QStyleOptionToolButton,
    look: ButtonLook,
    state: Standing,
    *,
    lined: bool,
) -> None:
    rect = QRect(option.rect)
    painter.setPen(theme.colour("accent_hover") if state.hover else theme.colour(look.text))
    if not option.icon.isNull():
        size = option.iconSize
        top = rect.top() + (rect.height() - size.height()) // 2
        painter.drawPixmap(
            QRect(rect.left(), top, size.width(), size.height()), _icon_pixmap(option, painter, size)
        )
        rect.setLeft(rect.left() + size.width() + Space.S)
    shown = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, rect.width(), _MNEMONIC)
    painter.drawText(rect, _LEFT | _MNEMONIC, shown)
    width = option.fontMetrics.size(_MNEMONIC, shown).width()
    baseline = rect.top() + (rect.height() + option.fontMetrics.ascent() - option.fontMetrics.descent()) // 2
    if lined or state.hover:
        painter.fillRect(QRect(rect.left(), baseline + 3, width, 1), painter.pen().color())
