"""The widgets of the calendar and their places."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cmstation.ui.calendar.balance import BalanceBar
from cmstation.ui.calendar.drawer import Drawer
from cmstation.ui.calendar.month_view import MonthView
from cmstation.ui.calendar.months import Share
from cmstation.ui.calendar.toolbar import Toolbar
from cmstation.ui.icons import Icons
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.surfaces import Panel

DRAWER = 280


class CalendarView(QWidget):
    """Toolbar, balance, month and drawer, and what stands there while there is no post at all."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toolbar = Toolbar(icons, self)
        self.balance = BalanceBar(icons, self)
        # Until the clinic's own clock and zone are known.
        self.month = MonthView(icons, datetime.now(UTC).date(), self)
        self.drawer = Drawer(icons, self)
        self.empty = self._welcome(icons)
        self._lay_out(icons)
        self.drawer.fold_wanted.connect(self.fold)
        self.toolbar.drawer_wanted.connect(self.unfold)

    def show_fullness(self, posts: int) -> None:
        """Show the welcome while there is no post at all."""
        self._pages.setCurrentWidget(self._full if posts else self.empty)

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show how the editorial lines share the month; nothing when there are no lines."""
        self.balance.show_shares(shares)
        self._balance_row.setVisible(bool(shares))

    @Slot()
    def fold(self) -> None:
        """Put the drawer away."""
        self.drawer.hide()
        self.toolbar.unfold.show()
        self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def unfold(self) -> None:
        """Bring the drawer back."""
        self.drawer.show()
        self.toolbar.unfold.hide()

    def _lay_out(self, icons: Icons) -> None:
        left = QWidget(self)
        self._balance_row = Panel(icons, "surface", parent=left)
        under = QVBoxLayout(self._balance_row)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.balance)
        line = Panel(icons, "border", parent=left)
        line.setFixedHeight(1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._balance_row)
        column.addWidget(line)
        column.addWidget(self.month, 1)
        self._full = QSplitter(Qt.Orientation.Horizontal, self)
        self._full.setObjectName("calendar-splitter")
        self._full.addWidget(left)
        self._full.addWidget(self.drawer)
        self._full.setChildrenCollapsible(False)
        self._full.setSizes([1086, DRAWER])
        self._full.setStretchFactor(0, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._full)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setFocusProxy(self.month)

    def _welcome(self, icons: Icons) -> EmptyState:
        return EmptyState(
            icons,
            self.tr("The month at a glance"),
            self.tr(
                "What you plan and what is published will stand here, day by day, on every network at once. "
                "It starts with a first post."
            ),
            drawing="calendar",
            action=self.tr("Write a post"),
            action_icon="draft",
            parent=self,
        )
