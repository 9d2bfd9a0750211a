"""The line above the views: to and fro, today, what is shown, which view, and what else there is."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from cmstation.ui.calendar.plan_view import ViewKey
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, SplitButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.paging_bar import PagingBar
from cmstation.ui.theme.tokens import Height, Space


class Toolbar(PagingBar):
    """Paging, title, views and menus.

    Signals:
        turned: one page back (-1) or on (1).
        today_wanted: back to today.
        view_wanted: the key of another view.
        new_wanted: a post on the day that is chosen.
        drawer_wanted: show the drawer that was folded away.
    """

    turned = Signal(int)
    today_wanted = Signal()
    view_wanted = Signal(str)
    new_wanted = Signal()
    drawer_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(
            icons,
            self.tr("Page before (Page Up)"),
            self.tr("Page after (Page Down)"),
            self.tr("Today"),
            parent=parent,
        )
        self.today.setToolTip(self.tr("Go to today (T)"))
        self.views = Segmented(icons, self.tr("View of the calendar"), parent=self)
        self.filter = IconButton(icons, "filter", self.tr("What is shown"), size="normal", parent=self)
        self.more = IconButton(icons, "more", self.tr("More for the calendar"), size="normal", parent=self)
        self.new = SplitButton(
            icons, self.tr("New post"), arrow_name=self.tr("Other things to plan"), parent=self
        )
        self.new.setToolTip(self.tr("Write a post for the chosen day (N)"))
        self.new_menu = QMenu(self.new)
        self.new.setMenu(self.new_menu)
        self.more_menu = QMenu(self.more)
        self.more.setMenu(self.more_menu)
        self.unfold = IconButton(
            icons, "chevron-left", self.tr("Show the day’s list"), size="normal", parent=self
        )
        self.unfold.hide()
        self._offer_views()
        self._lay_out()
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.views.chosen.connect(self.view_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.unfold.clicked.connect(self.drawer_wanted)

    def show_title(self, words: str) -> None:
        """Name what is shown."""
        self.title.setText(words)

    def show_filtered(self, *, filtered: bool) -> None:
        """Say that not everything is shown."""
        name = self.tr("What is shown: not everything") if filtered else self.tr("What is shown")
        self.filter.set_name(name)
        self.filter.setDown(filtered)

    def _offer_views(self) -> None:
        names = (
            (ViewKey.MONTH, self.tr("Month")),
            (ViewKey.WEEK, self.tr("Week")),
            (ViewKey.DAY, self.tr("Day")),
            (ViewKey.AGENDA, self.tr("Agenda")),
            (ViewKey.LANES, self.tr("Campaigns")),
        )
        for place, (key, words) in enumerate(names, start=1):
            keys = QKeySequence(str(place)).toString(QKeySequence.SequenceFormat.NativeText)
            self.views.add(key.value, words, tooltip=self.tr("{view} ({key})").format(view=words, key=keys))

    def _lay_out(self) -> None:
        self.setFixedHeight(Height.TOOLBAR)
        row = self.begin_row()
        row.addWidget(self.views)
        row.addSpacing(Space.XS)
        row.addWidget(self.filter)
        row.addWidget(self.more)
        row.addSpacing(Space.XS)
        row.addWidget(self.new)
        row.addWidget(self.unfold)
