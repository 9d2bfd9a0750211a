"""The window: menus, header, notices, and the page of the current tab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from cmstation.ui.header import Header
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Words
from cmstation.ui.menus import Menus
from cmstation.ui.notice_bar import NoticeBar
from cmstation.ui.notices import Notices
from cmstation.ui.pages import TAB_KEYS, Pages
from cmstation.ui.theme.tokens import Height, Space
from cmstation.ui.window_state import SMALLEST, WindowState, place_on_screen

if TYPE_CHECKING:
    from collections.abc import Callable


class MainWindow(QMainWindow):
    """Paint itself without any service; what a person can do is joined to it once the folder is open.

    Signals:
        painted: the window was on screen for the first time.
    """

    painted = Signal()

    def __init__(self, icons: Icons, notices: Notices) -> None:
        super().__init__()
        self._painted = False
        self.may_close: Callable[[], bool] = lambda: True
        names = self._tab_names()
        self.menus = Menus(icons, self.menuBar(), names)
        self.header = Header(icons, names)
        self.notice_bar = NoticeBar(icons, notices)
        self.pages = Pages(icons)
        self._clinic = Words(icons, colour="muted")
        self._lay_out()
        self.header.tab_chosen.connect(self._show_tab)
        for place, action in enumerate(self.menus.tabs):
            action.triggered.connect(lambda _checked=False, there=place: self.header.choose_tab(there))
        self.menus.full_screen.toggled.connect(self._fill_screen)
        self.name_clinic("", rehearsal=False)

    def name_clinic(self, clinic: str, *, rehearsal: bool) -> None:
        """Show whose window this is, and that a rehearsal publishes nowhere."""
        name = (
            self.tr("{clinic} · rehearsal, publishes nowhere").format(clinic=clinic) if rehearsal else clinic
        )
        self._clinic.setText(name)
        self._clinic.setVisible(bool(name))
        self.menuBar().setCornerWidget(self._corner, Qt.Corner.TopRightCorner)
        self.setWindowTitle(f"CM Station — {clinic}" if clinic else "CM Station")

    def choose_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.header.choose_tab(TAB_KEYS.index(key))
        self.pages.choose(key)

    # --- how it looked last time ---

    def restore(self, state: WindowState) -> None:
        """Take the place, the tab and the splitters of last time; the page itself comes after the paint."""
        self.setGeometry(place_on_screen(state.place))
        if state.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.pages.keep_splitters(state.splitters)
        key = state.tab if state.tab in TAB_KEYS else "drafts"
        self.header.tabs.blockSignals(True)
        self.header.choose_tab(TAB_KEYS.index(key))
        self.header.tabs.blockSignals(False)
        self.pages.choose(key, build=False)

    def build_current_page(self) -> None:
        """Build the page that was only announced, and give it the keyboard."""
        self.pages.choose(self.pages.key)
        if self.focusWidget() in {None, self.header.tabs}:
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> tuple[int, int, int, int]:
        """Return where the window is when it is not maximised."""
        rect = self.normalGeometry() if self.isMaximized() or self.isFullScreen() else self.geometry()
        return rect.x(), rect.y(), rect.width(), rect.height()

    def come_to_front(self) -> None:
        """Be seen, whatever covers the window."""
        if self.isMinimized():
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
        if not self._painted:
            self._painted = True
            # After this paint has reached the screen, not within it.
            QTimer.singleShot(0, self.painted.emit)

    # --- inside ---

    def _lay_out(self) -> None:
        self._corner = QWidget()
        corner = QHBoxLayout(self._corner)
        corner.setContentsMargins(0, 0, Space.L, 0)
        corner.addWidget(self._clinic)
        self._corner.setFixedHeight(Height.MENU_BAR)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice_bar)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        # Not the first tab of the header: a ring around it would greet every start.
        self.pages.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setMinimumSize(*SMALLEST)

    def _tab_names(self) -> tuple[str, ...]:
        return (
            self.tr("Calendar"),
            self.tr("Drafts"),
            self.tr("Watch"),
            self.tr("Exchanges"),
            self.tr("Statistics"),
            self.tr("Library"),
        )

    @Slot(int)
    def _show_tab(self, place: int) -> None:
        self.pages.choose(TAB_KEYS[place])

    @Slot(bool)
    def _fill_screen(self, wanted: bool) -> None:
        if wanted:
            self.showFullScreen()
        else:
            self.showNormal()
