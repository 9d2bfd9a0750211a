"""The tab Statistics: joins the answers to the services; keeps nothing of its own."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QWidget

from cmstation.domain.changes import Changes
from cmstation.domain.periods import Period, month
from cmstation.ui.icons import Icons
from cmstation.ui.statistics.answer_card import ChartAnswer
from cmstation.ui.statistics.answers_goals import GoalsAnswer
from cmstation.ui.statistics.answers_notes import NotesAnswer
from cmstation.ui.statistics.answers_peers import PeersAnswer
from cmstation.ui.statistics.answers_posts import WorkedAnswer
from cmstation.ui.statistics.asked import Asked
from cmstation.ui.statistics.asking import StatAsking
from cmstation.ui.statistics.page import StatisticsPage
from cmstation.ui.theme.theme import Theme

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands
    from cmstation.ui.statistics.charts.chart_files import ChartFiles
    from cmstation.ui.statistics.comment_fold import CommentFold
    from cmstation.ui.statistics.comments import Commented, ReportComments
    from cmstation.ui.statistics.deeds import StatDeeds
    from cmstation.ui.statistics.services import StatServices

_SAFE = frozenset({"https", "http"})


class StatisticsTab(StatisticsPage):
    """What the figures say.

    Signals:
        post_wanted: a post to open in Drafts.
        report_wanted: the `Period` of which a report is to be made.
        period_shown: the `Period` whose answers have come.
    """

    post_wanted = Signal(int)
    report_wanted = Signal(object)
    period_shown = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons, parent)
        del theme  # the icons carry it
        self.asking: StatAsking | None = None
        self.deeds: StatDeeds | None = None
        self.comments: ReportComments | None = None
        self._files: ChartFiles | None = None
        self._services: StatServices | None = None
        self._wanted: Period | None = None
        self._stale = False
        self.bar.add_keys(self)
        self.made.connect(self._join_card)

    # --- the window's side ---

    def attach(self, station: "Station", commands: "Commands") -> None:
        """Receive the services, and show this month."""
        # After the first paint: they bring the services along.
        from cmstation.ui.statistics.charts.chart_files import ChartFiles  # noqa: PLC0415
        from cmstation.ui.statistics.comments import ReportComments  # noqa: PLC0415
        from cmstation.ui.statistics.deeds import StatDeeds  # noqa: PLC0415

        self._services = cast("StatServices", station)
        self._files = ChartFiles(commands, self)
        self.asking = StatAsking(self._services, commands, self)
        self.deeds = StatDeeds(self, self._services, commands, self.icons)
        self.comments = ReportComments(self._services.stat_notes, commands, self.icons, self)
        self._join()
        self.ask()

    def look_again(self, changes: Changes) -> None:
        """Show what a command changed, now or when the tab is looked at."""
        touched = changes.statistics or changes.posts or changes.deliveries or changes.accounts
        if not (touched or changes.labels or changes.watch or changes.calendar or changes.everything):
            return
        if self._services is not None:
            self._services.statistics.changed(changes)
        if self.asking is not None:
            self.asking.forget()
        if self.isVisible():
            self.ask()
        else:
            self._stale = True

    def show_post(self, post: int) -> None:
        """Know no post: what went out is told by answers."""
        del post

    def focus_search(self) -> None:
        """Put the keyboard into the bar: there is nothing to search."""
        self.bar.before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_keyboard(self) -> None:
        """Put the keyboard into the answers, so that they scroll."""
        if self.shows_empty and self.empty.button is not None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def current_post(self) -> int | None:
        """Return None: there is no post here."""
        return None

    def flush(self) -> None:
        """Hand over the comments that are being typed; every dialog saves when it closes."""
        if self.comments is not None:
            self.comments.flush()

    # --- asking and showing ---

    @Slot()
    def ask(self) -> None:
        """Ask for the answers of the period that is wanted; what is shown stays until they are there."""
        if self.asking is not None:
            self.asking.ask(self._wanted, self.bar.chosen)

    @Slot(object)
    def go_to(self, period: Period) -> None:
        """Show another period."""
        self._wanted = period
        self.ask()

    @property
    def period(self) -> Period | None:
        """The period that is shown."""
        return self.bar.period

    # --- Qt ---

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.ask()

    # --- inside ---

    @Slot(object)
    def _show(self, asked: Asked | None) -> None:
        if asked is None:
            self.show_empty()
            self.bar.report.set_reason(self.tr("Nothing is known yet that a report could tell."))
            self._name_bar()
            return
        answers = asked.answers
        self.bar.report.set_reason("")
        self.bar.set_accounts(asked.names)
        self.bar.show_period(answers.period, answers.today)
        self._wanted = answers.period
        if self.comments is not None:
            self.comments.turn_to(answers.period, asked.period_words)
        self.show_asked(asked)
        self.period_shown.emit(answers.period)

    def _name_bar(self) -> None:
        if self._services is not None:
            today = self._services.statistics.today()
            self.bar.show_period(self._wanted or month(today.year, today.month), today)

    @Slot(object)
    def _ask_accounts(self, _accounts: frozenset[int] | None) -> None:
        self.ask()

    @Slot()
    def _keep_wanted(self) -> None:
        """Want again what is shown: the other answers could not be read."""
        if self.bar.period is not None:
            self._wanted = self.bar.period

    @Slot()
    def _want_report(self) -> None:
        if self.bar.period is not None:
            self.flush()  # the report tells what was typed a moment ago
            self.report_wanted.emit(self.bar.period)

    @Slot(str)
    def _open_address(self, address: str) -> None:
        if QUrl(address).scheme() in _SAFE:
            QDesktopServices.openUrl(QUrl(address))

    @Slot(object)
    def _reveal(self, fold: "CommentFold") -> None:
        """Scroll to a field, once it has its place."""
        QTimer.singleShot(0, fold, lambda: self.area.ensureWidgetVisible(fold))

    @Slot(QWidget)
    def _join_card(self, card: QWidget) -> None:
        if isinstance(card, ChartAnswer) and self._files is not None:
            card.export_ready.connect(self._files.write)
        if isinstance(card, WorkedAnswer):
            card.post_wanted.connect(self.post_wanted)
            card.address_wanted.connect(self._open_address)
        if self.deeds is None or self.comments is None:
            return
        self.comments.add(type(card), cast("Commented", card))
        if isinstance(card, GoalsAnswer):
            card.goal_wanted.connect(self.deeds.open_goal)
        if isinstance(card, NotesAnswer):
            card.note_wanted.connect(self.deeds.open_note)
            card.post_wanted.connect(self.post_wanted)
        if isinstance(card, PeersAnswer):
            card.peers_wanted.connect(self.deeds.open_peers)

    def _join(self) -> None:
        assert self.asking is not None  # noqa: S101 - made just before
        assert self.deeds is not None  # noqa: S101 - made just before
        assert self.comments is not None  # noqa: S101 - made just before
        bar, deeds = self.bar, self.deeds
        self.asking.answered.connect(self._show)
        self.asking.failed.connect(self._keep_wanted)
        self.asking.campaigns_read.connect(bar.set_campaigns)
        bar.period_wanted.connect(self.go_to)
        bar.accounts_wanted.connect(self._ask_accounts)
        bar.report_wanted.connect(self._want_report)
        bar.days_wanted.connect(deeds.open_days)
        deeds.days_chosen.connect(self.go_to)
        self.comments.opened.connect(self._reveal)
        deeds.fill_menu(bar.more_menu)
        self.empty.acted.connect(deeds.collect)
        self.import_card.clicked.connect(deeds.open_import)
        self.enter_card.clicked.connect(deeds.open_entry)
