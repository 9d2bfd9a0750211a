"""The line above the answers: which days, which accounts, the report, and what else there is."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from cmstation.domain.periods import Period, PeriodKind, month
from cmstation.ui.kit.buttons import GhostButton, IconButton, SecondaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.paging_bar import PagingBar
from cmstation.ui.statistics.period_steps import around, following
from cmstation.ui.statistics.words import period_title
from cmstation.ui.theme.tokens import Height, Space

if TYPE_CHECKING:
    from cmstation.domain.labels import Campaign
    from cmstation.ui.icons import Icons

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
_MOST_NAME = 220


class PeriodBar(PagingBar):
    """Paging, title, kinds of periods, accounts and menus.

    Signals:
        period_wanted: another `Period`.
        days_wanted: days of one's own are to be chosen.
        accounts_wanted: a frozenset of accounts, None for all.
        report_wanted: a report of the period.
    """

    period_wanted = Signal(object)
    days_wanted = Signal()
    accounts_wanted = Signal(object)
    report_wanted = Signal()

    def __init__(self, icons: "Icons", parent: QWidget | None = None) -> None:
        super().__init__(
            icons,
            self.tr("Period before (Alt+Left)"),
            self.tr("Period after (Alt+Right)"),
            self.tr("This month"),
            Qt.Edge.BottomEdge,
            parent=parent,
        )
        self._period: Period | None = None
        self._today: date | None = None
        self._campaigns: tuple[tuple[Campaign, Period], ...] = ()
        self._accounts: tuple[tuple[int, str], ...] = ()
        self.chosen: frozenset[int] | None = None
        self.today.setToolTip(self.tr("Go to this month (Alt+Home)"))
        self.kinds = Segmented(icons, self.tr("Kind of period"), parent=self)
        self.accounts = GhostButton(icons, self.tr("All accounts"), icon="users", parent=self)
        self.report = SecondaryButton(icons, self.tr("Report…"), icon="document", parent=self)
        self.more = IconButton(icons, "more", self.tr("More for statistics"), size="normal", parent=self)
        self.more_menu = QMenu(self.more)
        self.more.setMenu(self.more_menu)
        self.campaign_menu = QMenu(self)
        self.accounts_menu = QMenu(self)
        self._offer_kinds()
        self._lay_out()
        self._join()

    @property
    def period(self) -> Period | None:
        """The period that is named."""
        return self._period

    def show_period(self, period: Period, today: date) -> None:
        """Name a period."""
        self._period, self._today = period, today
        self.title.setText(period_title(period, self.campaign_name(period)))
        self.kinds.choose(period.kind.value)
        of_campaign = period.kind is PeriodKind.CAMPAIGN
        self.before.setEnabled(not of_campaign)
        self.after.setEnabled(not of_campaign and following(period).first <= today)
        self.today.setEnabled(period != month(today.year, today.month))

    def campaign_name(self, period: Period) -> str:
        """Name the campaign of a period, "" when it is of none."""
        found = (one.name for one, _days in self._campaigns if one.id == period.campaign)
        return next(found, "")

    def set_campaigns(self, campaigns: "Sequence[tuple[Campaign, Period]]") -> None:
        """Offer the days of campaigns."""
        if tuple(campaigns) == self._campaigns:
            return
        self._campaigns = tuple(campaigns)
        self.campaign_menu.clear()
        for found, days in reversed(self._campaigns):
            action = self.campaign_menu.addAction(found.name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, wanted=days: self.period_wanted.emit(wanted))
        if not self._campaigns:
            self.campaign_menu.addAction(self.tr("No post of a campaign went out yet")).setEnabled(False)

    def set_accounts(self, names: Mapping[int, str]) -> None:
        """Offer the accounts, by their names."""
        self._accounts = tuple(names.items())
        self._name_accounts()

    # --- inside ---

    def _offer_kinds(self) -> None:
        for kind, words in (
            (PeriodKind.MONTH, self.tr("Month")),
            (PeriodKind.QUARTER, self.tr("Quarter")),
            (PeriodKind.YEAR, self.tr("Year")),
            (PeriodKind.CAMPAIGN, self.tr("Campaign")),
            (PeriodKind.SPAN, self.tr("Own days")),
        ):
            self.kinds.add(kind.value, words)

    def _lay_out(self) -> None:
        self.setFixedHeight(Height.TOOLBAR + Space.S)
        self.accounts.setMaximumWidth(_MOST_NAME)
        row = self.begin_row()
        row.addWidget(self.kinds)
        row.addSpacing(Space.S)
        for part in (self.accounts, self.report, self.more):
            row.addWidget(part)

    def _join(self) -> None:
        self.before.clicked.connect(self.go_before)
        self.after.clicked.connect(self.go_after)
        self.today.clicked.connect(self.go_now)
        self.kinds.chosen.connect(self._choose_kind)
        self.accounts.clicked.connect(self._open_accounts)
        self.report.clicked.connect(self.report_wanted)

    def add_keys(self, page: QWidget) -> None:
        """Let the keys for paging work everywhere on a page."""
        for keys, deed in (
            ("Alt+Left", self.go_before),
            ("Alt+Right", self.go_after),
            ("Alt+Home", self.go_now),
        ):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setContext(_HERE)
            shortcut.activated.connect(deed)

    @Slot()
    def go_before(self) -> None:
        """Want the period before."""
        if self._period is not None and self.before.isEnabled():
            self.period_wanted.emit(self._period.before())

    @Slot()
    def go_after(self) -> None:
        """Want the period after."""
        if self._period is not None and self.after.isEnabled():
            self.period_wanted.emit(following(self._period))

    @Slot()
    def go_now(self) -> None:
        """Want this month."""
        if self._today is not None:
            self.period_wanted.emit(month(self._today.year, self._today.month))

    @Slot(str)
    def _choose_kind(self, wanted: str) -> None:
        kind = PeriodKind(wanted)
        if self._period is None or self._today is None:
            return
        # What is chosen shows only once its answers are there.
        self.kinds.choose(self._period.kind.value)
        if kind is PeriodKind.CAMPAIGN:
            self.campaign_menu.popup(self.kinds.mapToGlobal(QPoint(0, self.kinds.height())))
        elif kind is PeriodKind.SPAN:
            self.days_wanted.emit()
        else:
            self.period_wanted.emit(around(kind, min(self._period.last, self._today)))

    @Slot()
    def _open_accounts(self) -> None:
        self.accounts_menu.clear()
        every = self.accounts_menu.addAction(self.tr("All accounts"))
        every.setCheckable(True)
        every.setChecked(self.chosen is None)
        every.triggered.connect(lambda _checked=False: self._choose_accounts(None))
        self.accounts_menu.addSeparator()
        for account, name in self._accounts:
            action = self.accounts_menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self.chosen is not None and account in self.chosen)
            changed = (self.chosen or frozenset()) ^ {account}
            action.triggered.connect(lambda _checked=False, wanted=changed: self._choose_accounts(wanted))
        self.accounts_menu.popup(self.accounts.mapToGlobal(QPoint(0, self.accounts.height())))

    def _choose_accounts(self, wanted: frozenset[int] | None) -> None:
        """Choose accounts; none of them, or each of them, is all."""
        every = {account for account, _name in self._accounts}
        self.chosen = None if not wanted or wanted >= every else wanted
        self._name_accounts()
        self.accounts_wanted.emit(self.chosen)

    def _name_accounts(self) -> None:
        if self.chosen is None:
            words = self.tr("All accounts")
        elif len(self.chosen) == 1:
            words = next((name for account, name in self._accounts if account in self.chosen), "")
        else:
            words = self.tr("%n account(s)", "", len(self.chosen))
        self.accounts.setText(words.replace("&", "&&"))
        self.accounts.setAccessibleName(self.tr("Accounts: {which}").format(which=words))
