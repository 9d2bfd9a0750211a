"""The line above the month: to and fro, today, which month it is, how many posts it has."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmstation.ui.calendar.months import Month, Tally
from cmstation.ui.calendar.words import tally_words
from cmstation.ui.dates import month_title
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import IconButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.labels import ElidedLabel, PageTitle
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.theme.tokens import Height, Space


class Toolbar(Panel):
    """Paging and title.

    Signals:
        turned: one month back (-1) or on (1).
        today_wanted: back to today.
        new_wanted: a post on the day that is chosen.
        drawer_wanted: show the drawer that was folded away.
    """

    turned = Signal(int)
    today_wanted = Signal()
    new_wanted = Signal()
    drawer_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, "surface", parent=parent)
        before, after = self.tr("Month before (Page Up)"), self.tr("Month after (Page Down)")
        self.before = IconButton(icons, "chevron-left", before, kind="secondary", size="normal", parent=self)
        self.after = IconButton(icons, "chevron-right", after, kind="secondary", size="normal", parent=self)
        self.today = SecondaryButton(icons, self.tr("Today"), parent=self)
        self.today.setToolTip(self.tr("Go to today (T)"))
        self.title = PageTitle(icons, parent=self)
        self.count = ElidedLabel(icons, font="note", colour="muted", parent=self)
        self.new = PrimaryButton(icons, self.tr("New post"), icon="plus", parent=self)
        self.new.setToolTip(self.tr("Write a post for the chosen day"))
        self.unfold = IconButton(
            icons, "chevron-left", self.tr("Show the day’s list"), size="normal", parent=self
        )
        self.unfold.hide()
        self._lay_out()
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(self.today_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.unfold.clicked.connect(self.drawer_wanted)

    def show_month(self, month: Month) -> None:
        """Name the month."""
        self.title.setText(month_title(month.year, month.month))

    def show_tally(self, found: Tally) -> None:
        """Say how many posts the month has."""
        self.count.setText(tally_words(found))

    def _lay_out(self) -> None:
        self.setFixedHeight(Height.TOOLBAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.L, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addSpacing(Space.XS)
        row.addWidget(self.today)
        row.addSpacing(Space.M)
        row.addWidget(self.title)
        row.addSpacing(Space.S)
        row.addWidget(self.count, 1)
        row.addWidget(self.new)
        row.addWidget(self.unfold)
