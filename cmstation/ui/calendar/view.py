"""The widgets of the calendar and their places."""

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from cmstation.ui.calendar.balance import HEIGHT, BalanceBar
from cmstation.ui.calendar.item_pictures import ItemPictures
from cmstation.ui.calendar.month.month_view import MonthView
from cmstation.ui.calendar.months import Share, Tally
from cmstation.ui.calendar.plan_view import PlanView, ViewKey
from cmstation.ui.calendar.side.drawer import Drawer
from cmstation.ui.calendar.toolbar import Toolbar
from cmstation.ui.calendar.words import tally_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.labels import Note
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.ui.calendar.agenda.agenda_view import AgendaView
    from cmstation.ui.calendar.hours.hours_view import HoursView
    from cmstation.ui.calendar.lanes.lanes_view import LanesView

DRAWER = 280


class CalendarView(QWidget):
    """Toolbar, balance, the chosen view and the drawer; a welcome while there is nothing at all.

    The month is there from the start; another view is made when it is first looked at.
    """

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.toolbar = Toolbar(icons, self)
        self.balance = BalanceBar(icons, self)
        self.count = Note(icons, "", parent=self)
        # Until the clinic's own clock and zone are known.
        self.month = MonthView(icons, datetime.now(UTC).date(), self)
        self.drawer = Drawer(icons, self)
        self.pictures = ItemPictures(self)
        self.empty = self._welcome(icons)
        self.look_round = LinkButton(icons, self.tr("Look at the empty calendar"), parent=self)
        self._views: dict[ViewKey, QWidget] = {ViewKey.MONTH: self.month}
        self._looked_round = False
        self._lay_out(icons)
        self.drawer.fold_wanted.connect(self.fold)
        self.toolbar.drawer_wanted.connect(self.unfold)
        self.look_round.clicked.connect(self._look_round)

    @property
    def key(self) -> ViewKey:
        """Which view is shown."""
        shown = self._current()
        return next(key for key, view in self._views.items() if view is shown)

    @property
    def shown(self) -> PlanView:
        """The view that is shown."""
        return self.view_of(self.key)

    def view_of(self, key: ViewKey) -> PlanView:
        """Return a view, made when it is asked for the first time."""
        if key not in self._views:
            view = self._made(key)
            self._views[key] = view
            self._stack.addWidget(view)
            self.meet_view(cast("PlanView", view))
        return cast("PlanView", self._views[key])

    def meet_view(self, view: PlanView) -> None:
        """Hear of a view that was made."""

    def built_views(self) -> tuple[PlanView, ...]:
        """Return the views that were made so far."""
        return tuple(cast("PlanView", view) for view in self._views.values())

    def show_view(self, key: ViewKey) -> None:
        """Change the view, without its content."""
        view = cast("QWidget", self.view_of(key))
        had_keyboard = self._current().hasFocus()
        self._stack.setCurrentWidget(view)
        self.order_keyboard()
        self.toolbar.views.choose(key.value)
        if had_keyboard:
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fullness(self, things: int) -> None:
        """Show the welcome while there is nothing at all."""
        full = bool(things) or self._looked_round
        self._pages.setCurrentWidget(self._full if full else self._start)

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """Show how the editorial lines share what is shown; nothing when there are no lines."""
        self.balance.show_shares(shares)
        self.balance.setVisible(bool(shares))

    def show_tally(self, found: Tally) -> None:
        """Say how many posts are shown, and how they stand."""
        self.count.setText(tally_words(found))

    def order_keyboard(self) -> None:
        """Let Tab lead from the toolbar through the view to the drawer, and round."""
        bar, drawer = self.toolbar, self.drawer
        segments = self.toolbar.views.findChildren(QToolButton)
        way: list[QWidget] = [bar.before, bar.after, bar.today, *segments, bar.filter, bar.more, bar.new]
        way += [bar.unfold, self._current(), drawer.fold, drawer.day, drawer.write]
        way += [*drawer.stage.findChildren(QToolButton), drawer.waiting, drawer.warnings.list]
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)

    def take_keyboard(self) -> None:
        """Put the keyboard into the view that is shown."""
        self._current().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def fold(self) -> None:
        """Put the drawer away."""
        self.drawer.hide()
        self.toolbar.unfold.show()
        self.take_keyboard()

    @Slot()
    def unfold(self) -> None:
        """Bring the drawer back."""
        self.drawer.show()
        self.toolbar.unfold.hide()

    @Slot()
    def _look_round(self) -> None:
        self._looked_round = True
        self._pages.setCurrentWidget(self._full)
        self.take_keyboard()

    def _current(self) -> QWidget:
        shown = self._stack.currentWidget()
        assert shown is not None  # noqa: S101 (the month is there from the start)
        return shown

    def _made(self, key: ViewKey) -> "HoursView | AgendaView | LanesView":
        # Each is loaded when it is first looked at: the window opens with the month alone.
        if key in {ViewKey.WEEK, ViewKey.DAY}:
            from cmstation.ui.calendar.hours.hours_view import HoursView  # noqa: PLC0415

            return HoursView(self.icons, 7 if key is ViewKey.WEEK else 1, self._stack)
        if key is ViewKey.AGENDA:
            from cmstation.ui.calendar.agenda.agenda_view import AgendaView  # noqa: PLC0415

            view = AgendaView(self.icons, self._stack, thumbnail=self.pictures.of)
            self.pictures.came.connect(view.viewport().update)
            return view
        from cmstation.ui.calendar.lanes.lanes_view import LanesView  # noqa: PLC0415

        return LanesView(self.icons, self._stack)

    def _lay_out(self, icons: Icons) -> None:
        left = QWidget(self)
        self._balance_row = Panel(icons, "surface", parent=left)
        self._balance_row.setFixedHeight(HEIGHT)
        under = QHBoxLayout(self._balance_row)
        under.setContentsMargins(0, 0, Space.L, 0)
        under.addWidget(self.balance, 1)
        under.addWidget(self.count)
        line = Panel(icons, "border", parent=left)
        line.setFixedHeight(1)
        self._stack = QStackedWidget(left)
        self._stack.addWidget(self.month)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self._balance_row)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self._full = QSplitter(Qt.Orientation.Horizontal, self)
        self._full.setObjectName("calendar-splitter")
        self._full.addWidget(left)
        self._full.addWidget(self.drawer)
        self._full.setChildrenCollapsible(False)
        self._full.setSizes([1086, DRAWER])
        self._full.setStretchFactor(0, 1)
        self._start = QWidget(self)
        start = QVBoxLayout(self._start)
        start.setContentsMargins(0, 0, 0, 32)
        start.addWidget(self.empty, 1)
        start.addWidget(self.look_round, 0, Qt.AlignmentFlag.AlignHCenter)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._full)
        self._pages.addWidget(self._start)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.order_keyboard()

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
