"""The window: its grounds first, then menus, header, notices, and the page of the current tab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from cmstation.ui.theme.tokens import DARK, LIGHT, Height
from cmstation.ui.window_state import SMALLEST, WindowState, place_on_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from cmstation.ui.header import Header
    from cmstation.ui.icons import Icons
    from cmstation.ui.kit.labels import Words
    from cmstation.ui.menus import Menus
    from cmstation.ui.notice_bar import NoticeBar
    from cmstation.ui.notices import Notices
    from cmstation.ui.pages import Pages


class MainWindow(QMainWindow):
    """Be on screen at once, as the grounds of what will come; `furnish` brings the rest.

    What `furnish` needs is imported there: half of it would cost as much as an empty window does.

    Signals:
        painted: the window was on screen for the first time.
    """

    painted = Signal()

    menus: "Menus"
    header: "Header"
    notice_bar: "NoticeBar"
    pages: "Pages"
    clinic: "Words"
    clinic_corner: QWidget

    def __init__(self, *, dark: bool = False) -> None:
        super().__init__()
        self._grounds = DARK if dark else LIGHT
        self._painted = False
        self._furnished = False
        self.may_close: Callable[[], bool] = lambda: True
        self.setWindowTitle("CM Station")
        self.setMinimumSize(*SMALLEST)

    def show_as(self, state: WindowState) -> None:
        """Appear where the window was last time."""
        self.setGeometry(place_on_screen(state.place))
        if state.maximised:
            self.showMaximized()
        else:
            self.show()

    def furnish(self, icons: "Icons", notices: "Notices", state: WindowState) -> None:
        """Bring in menus, header, notices and pages, with the tab and the splitters of last time."""
        from cmstation.ui.furniture import furnish  # noqa: PLC0415

        self._furnished = True
        furnish(self, icons, notices)
        self.header.tab_chosen.connect(self._show_tab)
        for place, action in enumerate(self.menus.tabs):
            action.triggered.connect(lambda _checked=False, there=place: self.header.choose_tab(there))
        self.menus.full_screen.toggled.connect(self._fill_screen)
        self.name_clinic("", rehearsal=False)
        self._restore(state)

    def name_clinic(self, clinic: str, *, rehearsal: bool) -> None:
        """Show whose window this is, and that a rehearsal publishes nowhere."""
        name = (
            self.tr("{clinic} · rehearsal, publishes nowhere").format(clinic=clinic) if rehearsal else clinic
        )
        self.clinic.setText(name)
        self.clinic.setVisible(bool(name))
        # The bar gives its corner the room that it wanted when it was set.
        self.menuBar().setCornerWidget(self.clinic_corner)
        self.setWindowTitle(f"CM Station — {clinic}" if clinic else "CM Station")

    def choose_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.header.choose_tab(self.pages.keys.index(key))
        self.pages.choose(key)

    def build_current_page(self) -> None:
        """Build the page that was only announced, and give it the keyboard."""
        self.pages.choose(self.pages.key)
        if self.focusWidget() in {None, self.header.tabs}:
            self.pages.setFocus()

    def place(self) -> tuple[int, int, int, int]:
        """Return where the window is when it is not maximised."""
        rect = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        return rect.x(), rect.y(), rect.width(), rect.height()

    def come_to_front(self) -> None:
        """Be seen, whatever covers the window."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - dear at the first paint

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # --- Qt ---

    def closeEvent(self, event: QCloseEvent, /) -> None:
        if self.may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        super().paintEvent(event)
        if not self._furnished:
            self._paint_grounds()
        if not self._painted:
            self._painted = True
            # After this paint has reached the screen, not within it.
            QTimer.singleShot(0, self.painted.emit)

    # --- inside ---

    def _restore(self, state: WindowState) -> None:
        """The page itself is built later: its tab is only announced."""
        self.pages.keep_splitters(state.splitters)
        key = state.tab if state.tab in self.pages.keys else "drafts"
        self.header.tabs.blockSignals(True)
        self.header.choose_tab(self.pages.keys.index(key))
        self.header.tabs.blockSignals(False)
        self.pages.choose(key, build=False)

    def _paint_grounds(self) -> None:
        """Draw the band of menus and header, and the ground below, as they will be."""
        painter = QPainter(self)
        band = Height.MENU_BAR + Height.TABS
        painter.fillRect(self.rect(), QColor(self._grounds.bg))
        painter.fillRect(0, 0, self.width(), band, QColor(self._grounds.surface))
        painter.fillRect(0, band - 1, self.width(), 1, QColor(self._grounds.border))

    @Slot(int)
    def _show_tab(self, place: int) -> None:
        self.pages.choose(self.pages.keys[place])

    @Slot(bool)
    def _fill_screen(self, wanted: bool) -> None:
        if wanted:
            self.showFullScreen()
        else:
            self.showNormal()
