"""Draws tabs, scroll bars, progress, sliders and the heads of tables."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
    QWidget,
)

from cmstation.ui.theme.looks import kind_of, standing
from cmstation.ui.theme.strokes import hairline, ring, rounded
from cmstation.ui.theme.tokens import Height, Space, Stroke

if TYPE_CHECKING:
    from cmstation.ui.theme.theme import Theme

_Sub = QStyle.SubControl
_State = QStyle.StateFlag
_TAB_PADDING = {"header": Space.M, "version": 10}
_TAB_HEIGHT = {"header": Height.TABS, "version": Height.VERSION_TABS}
_PLAIN_TAB = 36
_THUMB_LEAST = Space.XXL
_GROOVE = 4
_KNOB = 16


def tab_shape(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the line under the current tab and the ring of the keyboard."""
    if not isinstance(option, QStyleOptionTab) or not option.state & _State.State_Selected:
        return
    rect = option.rect
    inset = Space.M if kind_of(widget, "") == "header" else 0
    line = QRect(rect.left() + inset, 0, rect.width() - 2 * inset, Stroke.SELECTED_BAR)
    line.moveBottom(rect.bottom())
    rounded(painter, QRectF(line).adjusted(0, 0, 0, 2), fill=theme.colour("accent"), radius=2)
    if option.state & _State.State_HasFocus and theme.focus_marks.by_keyboard:
        ring(painter, rect.adjusted(1, 4, -1, -5), theme.colour("accent"))


def tab_label(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the icon and the words of a tab."""
    if not isinstance(option, QStyleOptionTab):
        return
    state = standing(option)
    chosen = bool(option.state & _State.State_Selected)
    rect = option.rect
    font = theme.font("strong" if chosen else "medium")
    words = option.text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    painter.setFont(font)
    metrics = painter.fontMetrics()
    has_icon = not option.icon.isNull()
    icon = option.iconSize.width() + 6 if has_icon else 0
    wanted = metrics.horizontalAdvance(words) + icon
    x = rect.left() + max(0, (rect.width() - wanted) // 2)
    if has_icon:
        mode = QIcon.Mode.Normal if state.enabled else QIcon.Mode.Disabled
        on = QIcon.State.On if chosen else QIcon.State.Off
        pixmap = option.icon.pixmap(option.iconSize, painter.device().devicePixelRatio(), mode, on)
        top = rect.top() + (rect.height() - option.iconSize.height()) // 2
        painter.drawPixmap(QRect(x, top, option.iconSize.width(), option.iconSize.height()), pixmap)
    painter.setPen(theme.colour("text" if state.enabled and (chosen or state.hover) else "muted"))
    room = QRect(x + icon, rect.top(), rect.right() - x - icon + 1, rect.height())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)


def tab_size(option: QStyleOption, widget: QWidget | None, theme: "Theme") -> QSize:
    """Say how large a tab wants to be, wide enough for its words in semi-bold."""
    if not isinstance(option, QStyleOptionTab):
        return QSize()
    kind = kind_of(widget, "")
    words = theme.metrics("strong").horizontalAdvance(option.text.replace("&", ""))
    icon = 0 if option.icon.isNull() else option.iconSize.width() + 6
    sides = max(0, option.leftButtonSize.width()) + max(0, option.rightButtonSize.width())
    padding = _TAB_PADDING.get(kind, Space.M)
    return QSize(round(words + 0.5) + icon + sides + 2 * padding, _TAB_HEIGHT.get(kind, _PLAIN_TAB))


def tab_base(theme: "Theme", option: QStyleOption, painter: QPainter, widget: QWidget | None) -> None:
    """Draw the line that the tabs stand on; the header draws its own."""
    if kind_of(widget, "") != "header":
        hairline(painter, option.rect, theme.colour("border"), Qt.Edge.BottomEdge)


def scroll_bar(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the thumb of a scroll bar on a bare ground."""
    if not isinstance(option, QStyleOptionSlider) or option.maximum <= option.minimum:
        return
    thumb = QRectF(scroll_part(option, _Sub.SC_ScrollBarSlider))
    slack = (Stroke.SCROLL_BAR - Stroke.SCROLL_THUMB) / 2
    if option.orientation == Qt.Orientation.Vertical:
        thumb = thumb.adjusted(slack, 1, -slack, -1)
    else:
        thumb = thumb.adjusted(1, slack, -1, -slack)
    held = bool(option.state & _State.State_Sunken) and bool(
        option.activeSubControls & _Sub.SC_ScrollBarSlider
    )
    over = bool(option.state & _State.State_MouseOver)
    role = "muted" if held or over else "handle"
    rounded(painter, thumb, fill=theme.colour(role), radius=Stroke.SCROLL_THUMB / 2)


def scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """Say where a part of a scroll bar lies; there are no arrows."""
    rect = QRect(option.rect)
    upright = option.orientation == Qt.Orientation.Vertical
    length = rect.height() if upright else rect.width()
    span = option.maximum - option.minimum
    thumb = length
    if span > 0:
        thumb = max(min(_THUMB_LEAST, length), length * option.pageStep // (span + option.pageStep))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown
    )
    pieces = {
        _Sub.SC_ScrollBarSlider: (start, thumb),
        _Sub.SC_ScrollBarGroove: (0, length),
        _Sub.SC_ScrollBarSubPage: (0, start),
        _Sub.SC_ScrollBarAddPage: (start + thumb, length - start - thumb),
    }
    if part not in pieces:
        return QRect()
    first, size = pieces[part]
    if upright:
        return QRect(rect.left(), rect.top() + first, rect.width(), size)
    return QRect(rect.left() + first, rect.top(), size, rect.height())


def progress(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw a bar that fills; one without an end shows a third of it."""
    if not isinstance(option, QStyleOptionProgressBar):
        return
    bar = QRectF(option.rect)
    thickness = min(6.0, bar.height())
    bar.setTop(bar.center().y() - thickness / 2)
    bar.setHeight(thickness)
    rounded(painter, bar, fill=theme.colour("track"), radius=thickness / 2)
    span = option.maximum - option.minimum
    share = 0.33 if span <= 0 else (option.progress - option.minimum) / span
    if share > 0:
        bar.setWidth(max(thickness, bar.width() * min(1.0, share)))
        rounded(painter, bar, fill=theme.colour("accent"), radius=thickness / 2)


def slider(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw a slider."""
    if not isinstance(option, QStyleOptionSlider):
        return
    groove, knob = QRectF(option.rect), QRectF(slider_knob(option))
    done = QRectF(groove)
    if option.orientation == Qt.Orientation.Horizontal:
        groove.setTop(knob.center().y() - _GROOVE / 2)
        groove.setHeight(_GROOVE)
        done = QRectF(groove)
        done.setRight(knob.center().x())
    else:
        groove.setLeft(knob.center().x() - _GROOVE / 2)
        groove.setWidth(_GROOVE)
        done = QRectF(groove)
        done.setTop(knob.center().y())
    accent = theme.colour("accent" if option.state & _State.State_Enabled else "muted")
    rounded(painter, groove, fill=theme.colour("track"), radius=_GROOVE / 2)
    rounded(painter, done, fill=accent, radius=_GROOVE / 2)
    rounded(painter, knob, fill=theme.colour("surface"), line=accent, width=2, radius=_KNOB / 2)


def slider_knob(option: QStyleOptionSlider) -> QRect:
    """Say where the knob of a slider lies."""
    rect, flat = option.rect, option.orientation == Qt.Orientation.Horizontal
    length = (rect.width() if flat else rect.height()) - _KNOB
    at = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length, option.upsideDown
    )
    if flat:
        return QRect(rect.left() + at, rect.center().y() - _KNOB // 2 + 1, _KNOB, _KNOB)
    return QRect(rect.center().x() - _KNOB // 2 + 1, rect.top() + at, _KNOB, _KNOB)


def header_section(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the ground of one head of a table."""
    if not isinstance(option, QStyleOptionHeader):
        return
    role = "hover" if standing(option).hover else "surface"
    painter.fillRect(option.rect, theme.colour(role))
    hairline(painter, option.rect, theme.colour("border"), Qt.Edge.BottomEdge)


def header_label(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the words of one head of a table, at the left unless its model says otherwise."""
    if not isinstance(option, QStyleOptionHeader):
        return
    rect = option.rect.adjusted(0, 0, -1, 0)
    align = option.textAlignment
    if align & Qt.AlignmentFlag.AlignHCenter:
        align = Qt.AlignmentFlag.AlignLeft
    painter.setFont(theme.font("note_strong"))
    painter.setPen(theme.colour("muted"))
    words = painter.fontMetrics().elidedText(option.text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), words)


def splitter(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    """Draw the line between two panes."""
    rect = QRect(option.rect)
    if option.state & _State.State_Horizontal:
        line = QRect(rect.center().x(), rect.top(), 1, rect.height())
    else:
        line = QRect(rect.left(), rect.center().y(), rect.width(), 1)
    painter.fillRect(line, theme.colour("border"))
