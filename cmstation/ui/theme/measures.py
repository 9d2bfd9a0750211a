"""What the style answers when Qt asks for a measure or a manner."""

from typing import Final

from PySide6.QtWidgets import QStyle

from cmstation.ui.theme.tokens import IconSize, Space, Stroke

_M = QStyle.PixelMetric
_H = QStyle.StyleHint

# A negative measure is meant for rows; the ring of the keyboard has its own.
METRICS: Final[dict[QStyle.PixelMetric, int]] = {
    _M.PM_ButtonDefaultIndicator: 0,
    _M.PM_ButtonShiftHorizontal: 0,
    _M.PM_ButtonShiftVertical: 0,
    _M.PM_ButtonIconSize: IconSize.CONTROL,
    _M.PM_SmallIconSize: IconSize.CONTROL,
    _M.PM_LineEditIconSize: IconSize.CONTROL,
    _M.PM_TabBarIconSize: IconSize.SMALL,
    _M.PM_ToolBarIconSize: IconSize.CONTROL,
    _M.PM_ListViewIconSize: IconSize.NORMAL,
    _M.PM_DefaultFrameWidth: 2,
    _M.PM_IndicatorWidth: Stroke.CHECK_BOX,
    _M.PM_IndicatorHeight: Stroke.CHECK_BOX,
    _M.PM_ExclusiveIndicatorWidth: Stroke.CHECK_BOX,
    _M.PM_ExclusiveIndicatorHeight: Stroke.CHECK_BOX,
    _M.PM_CheckBoxLabelSpacing: Space.S,
    _M.PM_RadioButtonLabelSpacing: Space.S,
    _M.PM_SliderThickness: Space.XL,
    _M.PM_SliderControlThickness: Space.L,
    _M.PM_SliderLength: Space.L,
    _M.PM_ScrollBarExtent: Stroke.SCROLL_BAR,
    _M.PM_ScrollBarSliderMin: Space.XXL,
    _M.PM_ScrollView_ScrollBarSpacing: 0,
    _M.PM_SplitterWidth: Stroke.HAIRLINE,
    _M.PM_FocusFrameHMargin: -Space.S,
    _M.PM_FocusFrameVMargin: -2,
    _M.PM_MenuPanelWidth: 1,
    _M.PM_MenuVMargin: Space.XS,
    _M.PM_MenuHMargin: 0,
    _M.PM_MenuBarPanelWidth: 0,
    _M.PM_MenuBarItemSpacing: 0,
    _M.PM_MenuBarHMargin: Space.S,
    _M.PM_MenuBarVMargin: 0,
    _M.PM_TabBarTabOverlap: 0,
    _M.PM_TabBarTabShiftVertical: 0,
    _M.PM_TabBarTabShiftHorizontal: 0,
    _M.PM_TabBarBaseOverlap: 1,
    _M.PM_TabBarBaseHeight: 1,
    _M.PM_TabBarScrollButtonWidth: Space.XL,
    _M.PM_ToolTipLabelFrameWidth: Space.S,
    _M.PM_TreeViewIndentation: Space.L,
    _M.PM_HeaderMargin: Space.S,
    _M.PM_HeaderMarkSize: 14,
    _M.PM_LayoutLeftMargin: Space.L,
    _M.PM_LayoutTopMargin: Space.L,
    _M.PM_LayoutRightMargin: Space.L,
    _M.PM_LayoutBottomMargin: Space.L,
    _M.PM_LayoutHorizontalSpacing: Space.S,
    _M.PM_LayoutVerticalSpacing: Space.S,
}

HINTS: Final[dict[QStyle.StyleHint, int]] = {
    _H.SH_FocusFrame_AboveWidget: 1,
    _H.SH_ComboBox_Popup: 0,
    _H.SH_EtchDisabledText: 0,
    _H.SH_DitherDisabledText: 0,
    _H.SH_ToolTipLabel_Opacity: 255,
    _H.SH_ItemView_ShowDecorationSelected: 1,
    _H.SH_ScrollBar_Transient: 0,
    _H.SH_ScrollBar_LeftClickAbsolutePosition: 0,
    _H.SH_TabBar_ElideMode: 0,
    _H.SH_TabBar_PreferNoArrows: 0,
    _H.SH_Menu_SupportsSections: 0,
    _H.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _H.SH_MessageBox_CenterButtons: 0,
    _H.SH_TitleBar_NoBorder: 0,
}
