"""Draws what is typed or chosen in: line edits, text areas, combos and spin boxes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QLineEdit,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionSpinBox,
    QWidget,
)

from cmstation.ui.theme.looks import (
    button_look,
    colour_or_none,
    height_of,
    is_inside_field,
    kind_of,
    standing,
)
from cmstation.ui.theme.strokes import chevron, rounded
from cmstation.ui.theme.tokens import IconSize, Radius, Space, Stroke

if TYPE_CHECKING:
    from cmstation.ui.theme.theme import Theme

_Sub = QStyle.SubControl
_FIELD_PADDING = Space.S + 1
_ARROW_ROOM = Space.S + IconSize.SMALL + Space.S
_STEP_WIDTH = 24


def line_edit(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the ground and the outline of a line edit."""
    if is_inside_field(widget) or not isinstance(option, QStyleOptionFrame):
        return
    if kind_of(widget, "") == "bare":
        return
    state = standing(option)
    if option.lineWidth == 0 and not (state.hover or state.focus):
        return
    field(theme, painter, option.rect, option, widget)


def field(
    theme: "Theme", painter: QPainter, rect: QRect, option: QStyleOption, widget: QWidget | None
) -> None:
    """Draw the box of a field; the accent shows the keyboard, `danger` what is not valid."""
    state = standing(option)
    wrong = widget is not None and bool(widget.property("invalid"))
    ground = theme.colour("surface" if state.enabled else "bg")
    if state.focus:
        rounded(
            painter, rect, fill=ground, line=theme.colour("danger" if wrong else "accent"), width=Stroke.FOCUS
        )
        return
    role = "danger" if wrong else "line" if not state.enabled else "handle" if state.hover else "border"
    rounded(painter, rect, fill=ground, line=theme.colour(role))


def frame(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the frame of a text area, a list or a panel."""
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView):
        field(theme, painter, option.rect, option, widget)
        return
    rounded(painter, option.rect, line=theme.colour("border"), radius=Radius.CONTROL)


def shaped_frame(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> bool:
    """Draw a separator line; say whether the frame was one."""
    if not isinstance(option, QStyleOptionFrame):
        return False
    middle = option.rect.center()
    if option.frameShape == QFrame.Shape.HLine:
        line = QRect(option.rect.left(), middle.y(), option.rect.width(), 1)
    elif option.frameShape == QFrame.Shape.VLine:
        line = QRect(middle.x(), option.rect.top(), 1, option.rect.height())
    else:
        return False
    painter.fillRect(line, theme.colour("line"))
    return True


def combo(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a combo without its words."""
    if not isinstance(option, QStyleOptionComboBox):
        return
    state = standing(option)
    if option.editable:
        field(theme, painter, option.rect, option, widget)
    else:
        look = button_look(kind_of(widget, "secondary"), state)
        if look.fill is not None or look.line is not None:
            fill, line = colour_or_none(theme, look.fill), colour_or_none(theme, look.line)
            rounded(painter, option.rect, fill=fill, line=line)
    arrow = QRect(option.rect)
    arrow.setLeft(arrow.right() - _ARROW_ROOM + 1)
    chevron(painter, arrow, theme.colour("muted"))


def combo_label(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the chosen words of a combo."""
    if not isinstance(option, QStyleOptionComboBox) or option.editable:
        return
    rect = combo_part(option, _Sub.SC_ComboBoxEditField)
    if not option.currentIcon.isNull():
        size = option.iconSize
        pixmap = option.currentIcon.pixmap(size, painter.device().devicePixelRatio())
        top = rect.top() + (rect.height() - size.height()) // 2
        painter.drawPixmap(QRect(rect.left(), top, size.width(), size.height()), pixmap)
        rect.setLeft(rect.left() + size.width() + Space.S)
    words = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, rect.width())
    asks = bool(widget is not None and widget.property("currentIndex") == -1)
    enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
    painter.setPen(theme.colour("text" if enabled and not asks else "muted"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)


def combo_part(option: QStyleOptionComboBox, part: QStyle.SubControl) -> QRect:
    """Say where a part of a combo lies."""
    rect = QRect(option.rect)
    if part == _Sub.SC_ComboBoxEditField:
        left = _FIELD_PADDING - 2 if option.editable else Space.M
        return rect.adjusted(left, 1, -_ARROW_ROOM, -1)
    if part == _Sub.SC_ComboBoxArrow:
        rect.setLeft(rect.right() - _ARROW_ROOM + 1)
    return rect


def combo_size(_option: QStyleOption, contents: QSize, widget: QWidget | None) -> QSize:
    """Say how large a combo wants to be."""
    height = height_of(widget)
    return QSize(contents.width() + Space.M + _ARROW_ROOM + 2, height)


def spin_box(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw a spin box without its words."""
    if not isinstance(option, QStyleOptionSpinBox):
        return
    if option.frame:
        field(theme, painter, option.rect, option, widget)
    if option.subControls & _Sub.SC_SpinBoxUp:
        muted = theme.colour("muted")
        chevron(painter, spin_part(option, _Sub.SC_SpinBoxUp), muted, "up")
        chevron(painter, spin_part(option, _Sub.SC_SpinBoxDown), muted)


def spin_part(option: QStyleOptionSpinBox, part: QStyle.SubControl) -> QRect:
    """Say where a part of a spin box lies."""
    rect = QRect(option.rect)
    steps = _STEP_WIDTH if option.subControls & _Sub.SC_SpinBoxUp else 0
    if part == _Sub.SC_SpinBoxEditField:
        return rect.adjusted(_FIELD_PADDING - 2, 1, -steps - 2, -1)
    if part in {_Sub.SC_SpinBoxUp, _Sub.SC_SpinBoxDown}:
        rect = rect.adjusted(rect.width() - steps, 2, -2, -2)
        half = rect.height() // 2
        if part == _Sub.SC_SpinBoxUp:
            rect.setHeight(half)
        else:
            rect.setTop(rect.top() + half)
    return rect


def spin_size(_option: QStyleOption, contents: QSize, widget: QWidget | None) -> QSize:
    """Say how large a spin box wants to be."""
    return QSize(contents.width() + _FIELD_PADDING + _STEP_WIDTH, height_of(widget))


def line_edit_contents(option: QStyleOption, widget: QWidget | None) -> QRect:
    """Say where the words of a line edit lie; the edit itself adds 2 px at each side."""
    if is_inside_field(widget) or kind_of(widget, "") == "bare":
        return QRect(option.rect)
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        # A title keeps its words at the left edge of the column until it is a field.
        return option.rect.adjusted(Space.S - 2, 1, -Space.S + 2, -1)
    return option.rect.adjusted(_FIELD_PADDING - 2, 1, -_FIELD_PADDING + 2, -1)


def line_edit_size(option: QStyleOption, contents: QSize, widget: QWidget | None) -> QSize:
    """Say how large a line edit wants to be."""
    if is_inside_field(widget) or not isinstance(widget, QLineEdit):
        return contents
    text = option.fontMetrics.height() + Space.S
    return QSize(contents.width() + 2 * _FIELD_PADDING, max(height_of(widget), text))
