"""The style of every widget: one place that sends each element to the function that draws it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionToolButton,
    QToolButton,
    QWidget,
)

from cmstation.ui.theme import draw_bars, draw_buttons, draw_fields, draw_menus, draw_rows
from cmstation.ui.theme.measures import HINTS, METRICS
from cmstation.ui.theme.strokes import chevron, ring
from cmstation.ui.theme.tokens import Height, Radius, Stroke

if TYPE_CHECKING:
    from cmstation.ui.theme.theme import Theme

    Draw = Callable[[Theme, QStyleOption, QPainter, QWidget | None], None]
    Measure = Callable[[QStyleOption, QSize, QWidget | None], QSize]

_INT_SPAN: Final = 1 << 32
_P = QStyle.PrimitiveElement
_C = QStyle.ControlElement
_X = QStyle.ComplexControl
_S = QStyle.SubControl
_T = QStyle.ContentsType


def _nothing(_theme: "Theme", _option: QStyleOption, _painter: QPainter, _widget: QWidget | None) -> None:
    """Draw nothing."""


def _sort_arrow(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    chevron(painter, option.rect, theme.colour("muted"))


def _focus_frame(theme: "Theme", option: QStyleOption, painter: QPainter, _widget: QWidget | None) -> None:
    ring(painter, option.rect, theme.colour("accent"), Radius.CONTROL + Stroke.FOCUS_GAP + 1)


_PRIMITIVES: Final["dict[QStyle.PrimitiveElement, Draw]"] = {
    _P.PE_IndicatorCheckBox: draw_buttons.check_box,
    _P.PE_IndicatorItemViewItemCheck: draw_buttons.check_box,
    _P.PE_IndicatorRadioButton: draw_buttons.radio_button,
    _P.PE_PanelLineEdit: draw_fields.line_edit,
    _P.PE_FrameLineEdit: _nothing,
    _P.PE_Frame: draw_fields.frame,
    _P.PE_FrameGroupBox: draw_fields.frame,
    _P.PE_PanelMenu: draw_menus.panel,
    _P.PE_FrameMenu: draw_menus.outline,
    _P.PE_PanelTipLabel: draw_menus.panel,
    _P.PE_FrameTabBarBase: draw_bars.tab_base,
    _P.PE_FrameTabWidget: _nothing,
    _P.PE_FrameStatusBarItem: _nothing,
    _P.PE_PanelScrollAreaCorner: _nothing,
    _P.PE_PanelItemViewItem: draw_rows.item,
    _P.PE_PanelItemViewRow: draw_rows.row,
    _P.PE_IndicatorBranch: draw_rows.branch,
    _P.PE_FrameFocusRect: draw_rows.focus,
    _P.PE_IndicatorHeaderArrow: _sort_arrow,
}
_CONTROLS: Final["dict[QStyle.ControlElement, Draw]"] = {
    _C.CE_PushButton: draw_buttons.push_button,
    _C.CE_ComboBoxLabel: draw_fields.combo_label,
    _C.CE_MenuItem: draw_menus.item,
    _C.CE_MenuBarItem: draw_menus.bar_item,
    _C.CE_MenuBarEmptyArea: draw_menus.bar_ground,
    _C.CE_MenuEmptyArea: draw_menus.bar_ground,
    _C.CE_TabBarTabShape: draw_bars.tab_shape,
    _C.CE_TabBarTabLabel: draw_bars.tab_label,
    _C.CE_ProgressBar: draw_bars.progress,
    _C.CE_HeaderLabel: draw_bars.header_label,
    _C.CE_HeaderSection: draw_bars.header_section,
    _C.CE_HeaderEmptyArea: draw_bars.header_section,
    _C.CE_Splitter: draw_bars.splitter,
    _C.CE_FocusFrame: _focus_frame,
}
_COMPLEX: Final["dict[QStyle.ComplexControl, Draw]"] = {
    _X.CC_ToolButton: draw_buttons.tool_button,
    _X.CC_ComboBox: draw_fields.combo,
    _X.CC_SpinBox: draw_fields.spin_box,
    _X.CC_ScrollBar: draw_bars.scroll_bar,
    _X.CC_Slider: draw_bars.slider,
}

_SIZES: Final["dict[QStyle.ContentsType, Measure]"] = {
    _T.CT_PushButton: draw_buttons.push_size,
    _T.CT_ToolButton: draw_buttons.tool_size,
    _T.CT_LineEdit: draw_fields.line_edit_size,
    _T.CT_ComboBox: draw_fields.combo_size,
    _T.CT_SpinBox: draw_fields.spin_size,
    _T.CT_MenuItem: draw_menus.item_size,
    _T.CT_MenuBarItem: draw_menus.bar_item_size,
}


class StationStyle(QProxyStyle):
    """Draw every widget in the look, on top of Qt's own Fusion."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__("Fusion")
        self._theme = theme

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        draw = _PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            draw(self._theme, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        draw = _CONTROLS.get(element)
        if draw is not None:
            draw(self._theme, option, painter, widget)
        elif element != _C.CE_ShapedFrame or not draw_fields.shaped_frame(
            self._theme, option, painter, widget
        ):
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        draw = _COMPLEX.get(control)
        if draw is None:
            super().drawComplexControl(control, option, painter, widget)
        else:
            draw(self._theme, option, painter, widget)

    def sizeFromContents(
        self,
        type: QStyle.ContentsType,  # noqa: A002 - Qt's name
        option: QStyleOption,
        size: QSize,
        widget: QWidget,
        /,
    ) -> QSize:
        own = self._own_size(type, option, size, widget)
        if own is not None:
            return own
        found = super().sizeFromContents(type, option, size, widget)
        if type in {_T.CT_CheckBox, _T.CT_RadioButton, _T.CT_HeaderSection}:
            return QSize(found.width(), max(found.height(), Height.SMALL))
        return draw_rows.item_size(found) if type == _T.CT_ItemViewItem else found

    def subControlRect(
        self, cc: QStyle.ComplexControl, opt: QStyleOptionComplex, sc: QStyle.SubControl, widget: QWidget, /
    ) -> QRect:
        if cc == _X.CC_ScrollBar and isinstance(opt, QStyleOptionSlider):
            return draw_bars.scroll_part(opt, sc)
        if cc == _X.CC_ComboBox and isinstance(opt, QStyleOptionComboBox):
            return draw_fields.combo_part(opt, sc)
        if cc == _X.CC_SpinBox and isinstance(opt, QStyleOptionSpinBox):
            return draw_fields.spin_part(opt, sc)
        if cc == _X.CC_Slider and sc == _S.SC_SliderHandle and isinstance(opt, QStyleOptionSlider):
            return draw_bars.slider_knob(opt)
        if cc == _X.CC_ToolButton and isinstance(opt, QStyleOptionToolButton):
            return self._tool_part(opt, sc)
        return super().subControlRect(cc, opt, sc, widget)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget, /) -> QRect:
        if element == QStyle.SubElement.SE_LineEditContents:
            return draw_fields.line_edit_contents(option, widget)
        return super().subElementRect(element, option, widget)

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        /,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        value = METRICS.get(metric)
        if value is None:
            return super().pixelMetric(metric, option, widget)
        if value < 0:  # one measure for the ring, another for the text in a row
            return Stroke.FOCUS + Stroke.FOCUS_GAP if isinstance(widget, QFocusFrame) else -value
        return value

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        /,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        value = HINTS.get(hint)
        if value is not None:
            return value
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return int(bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier))
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return self._theme.duration()
        if hint == QStyle.StyleHint.SH_Table_GridLineColor:
            return self._theme.colour("line").rgb() - _INT_SPAN  # as the signed number that Qt's int holds
        return super().styleHint(hint, option, widget, returnData)

    def _own_size(
        self, contents: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget
    ) -> QSize | None:
        if contents == _T.CT_TabBarTab:
            return draw_bars.tab_size(option, widget, self._theme)
        if contents == _T.CT_ToolButton and not isinstance(widget, QToolButton):
            return None
        measure = _SIZES.get(contents)
        return None if measure is None else measure(option, size, widget)

    @staticmethod
    def _tool_part(option: QStyleOptionToolButton, part: QStyle.SubControl) -> QRect:
        rect = QRect(option.rect)
        if option.features & QStyleOptionToolButton.ToolButtonFeature.MenuButtonPopup:
            if part == _S.SC_ToolButton:
                rect.setRight(rect.right() - Stroke.SPLIT_ARROW)
            else:
                rect.setLeft(rect.right() - Stroke.SPLIT_ARROW + 1)
        return rect
