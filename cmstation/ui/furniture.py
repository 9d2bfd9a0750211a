"""Puts menus, header, notices and pages into the window."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.ui.header import Header
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Words
from cmstation.ui.main_window import MainWindow
from cmstation.ui.menus import Menus
from cmstation.ui.notice_bar import NoticeBar
from cmstation.ui.notices import Notices
from cmstation.ui.pages import Pages
from cmstation.ui.theme.tokens import Height, Space

translate = QCoreApplication.translate


def furnish(window: MainWindow, icons: Icons, notices: Notices) -> None:
    """Build what a window consists of, and lay it out."""
    names = _tab_names()
    window.menus = Menus(icons, window.menuBar(), names)
    window.header = Header(icons, names)
    window.notice_bar = NoticeBar(icons, notices)
    window.pages = Pages(icons)
    window.clinic = Words(icons, colour="muted")
    window.clinic_corner = QWidget()
    row = QHBoxLayout(window.clinic_corner)
    row.setContentsMargins(0, 0, Space.L, 0)
    row.addWidget(window.clinic)
    window.clinic_corner.setFixedHeight(Height.MENU_BAR)
    window.menuBar().setCornerWidget(window.clinic_corner, Qt.Corner.TopRightCorner)
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(window.header)
    column.addWidget(window.notice_bar)
    column.addWidget(window.pages, 1)
    window.setCentralWidget(centre)
    # Not the first tab of the header: a ring around it would greet every start.
    window.pages.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    window.pages.setFocus(Qt.FocusReason.OtherFocusReason)


def _tab_names() -> tuple[str, ...]:
    return (
        translate("MainWindow", "Calendar"),
        translate("MainWindow", "Drafts"),
        translate("MainWindow", "Watch"),
        translate("MainWindow", "Exchanges"),
        translate("MainWindow", "Statistics"),
        translate("MainWindow", "Library"),
    )
