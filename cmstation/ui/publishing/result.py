"""Where a post is live: one row per delivery, refreshed as the networks answer."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from cmstation.domain.changes import Changes
from cmstation.ui.dates import time_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, LinkButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import ElidedLabel, Note
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.publishing.outcome import Outcome, OutcomeRow, SameCause, outcome_of
from cmstation.ui.publishing.outcome_words import sum_words
from cmstation.ui.publishing.result_bar import ResultBar
from cmstation.ui.publishing.result_row import Deed, Facts, ResultRow
from cmstation.ui.theme.tokens import Space

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

SIZE, LEAST = (960, 640), (880, 560)


class ResultDialog(DialogFrame):
    """Shows what became of a post; closing it stops nothing.

    Signals:
        acted: an `OutcomeRow` and the `Deed` that the person wants.
        all_again_wanted: the cause of several failures.
        log_wanted: every delivery of the post.
    """

    acted = Signal(object, object)
    all_again_wanted = Signal(str)
    log_wanted = Signal(object)

    def __init__(
        self, icons: Icons, station: "Station", commands: "Commands", post: int, parent: QWidget
    ) -> None:
        super().__init__(icons, self.tr("Publish: sending"), parent=parent)
        self.post = post
        self.rows: dict[int, ResultRow] = {}
        self._station = station
        self._commands = commands
        self._zone = station.preferences.zone()
        self._same: SameCause | None = None
        self._handed: set[int] = set()
        self.resize(*SIZE)
        self.setMinimumSize(*LEAST)
        self.sum = ElidedLabel(icons, "", font="page", parent=self)
        self._title = ElidedLabel(icons, "", colour="muted", parent=self)
        self._bar = ResultBar(icons, self)
        self._list = Panel(icons, "surface", parent=self)
        self._column = QVBoxLayout(self._list)
        self.again = GhostButton(icons, "", icon="refresh", parent=self)
        self.again.clicked.connect(self._all_again)
        self.again.hide()
        self._lay_out()
        commands.changed.connect(self._look_again)
        self._ask()

    def mark_handed(self, delivery: int) -> None:
        """Remember that the person opened a delivery to paste it."""
        self._handed.add(delivery)
        self._ask()

    # --- what is shown ---

    def _lay_out(self) -> None:
        icons = self.icons
        head = Panel(icons, "surface", Qt.Edge.BottomEdge, line="line", parent=self)
        column = QVBoxLayout(head)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.XS)
        column.addWidget(self.sum)
        column.addWidget(self._title)
        column.addSpacing(Space.S)
        column.addWidget(self._bar)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self._list)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(head)
        self.body.addWidget(area, 1)
        log = LinkButton(icons, self.tr("Log of sendings"), icon="document", parent=self)
        log.clicked.connect(lambda: self.log_wanted.emit(tuple(self.rows)))
        self.add_foot_left(log)
        self.add_foot_left(self.again)
        self.foot.addWidget(
            Note(icons, self.tr("Closing stops nothing: the header keeps count."), parent=self)
        )
        close = SecondaryButton(icons, self.tr("Close"), parent=self)
        close.clicked.connect(self.accept)
        self.add_button(close, default=True)
        close.setFocus()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.everything or changes.accounts or self.post in changes.posts:
            self._ask()

    def _ask(self) -> None:
        station, post = self._station, self.post
        self._commands.ask(
            lambda: outcome_of(station, post), self._show, owner=self, replaces=f"publish-result-{post}"
        )

    def _show(self, found: Outcome) -> None:
        told = [found.title or self.tr("Untitled")]
        if found.began is not None:
            told.append(self.tr("begun at {time}").format(time=time_words(found.began, self._zone)))
        self._title.setText(" · ".join(told))
        self._bar.show_rows(found.rows)
        said = sum_words(found.rows)
        if said != self.sum.text():
            self.sum.setText(said)
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._show_rows(found.rows)
        self._show_same(found.same)

    def _show_rows(self, rows: tuple[OutcomeRow, ...]) -> None:
        """Replace only what changed, so that the keyboard stays where it is."""
        now = self._station.clock.now()
        kept: dict[int, ResultRow] = {}
        for place, row in enumerate(rows):
            known = row.delivery.id
            facts = Facts(row, self._zone, known in self._handed)
            shown = self.rows.pop(known, None)
            if shown is None or shown.facts != facts:
                shown = self._replaced(shown, ResultRow(self.icons, facts, now, self._list))
            if self._column.indexOf(shown) != place:
                self._column.removeWidget(shown)
                self._column.insertWidget(place, shown)
                shown.show()
            kept[known] = shown
        for gone in self.rows.values():
            self._remove(gone)
        self.rows = kept

    def _replaced(self, old: ResultRow | None, new: ResultRow) -> ResultRow:
        new.acted.connect(partial(self._act, new.facts.row))
        if old is not None:
            had_keyboard = old.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self._remove(old)
            buttons = new.findChildren(QAbstractButton)
            if had_keyboard and buttons:
                buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return new

    def _remove(self, row: ResultRow) -> None:
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_same(self, same: SameCause | None) -> None:
        self._same = same
        self.again.setVisible(same is not None)
        if same is not None:
            words = self.tr("Try the %n failed ones again", "", same.deliveries)
            if same.posts > 1:
                spread = self.tr("Try the %n failed ones again, in {posts} posts", "", same.deliveries)
                words = spread.format(posts=same.posts)
            self.again.setText(words)
            self.again.setToolTip(self.tr("All that failed for the same cause leaves again."))

    # --- what the person does ---

    def _act(self, row: OutcomeRow, deed: Deed) -> None:
        self.acted.emit(row, deed)

    @Slot()
    def _all_again(self) -> None:
        if self._same is not None:
            self.all_again_wanted.emit(self._same.error)
