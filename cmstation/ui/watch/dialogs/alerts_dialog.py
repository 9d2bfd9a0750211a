"""Alerts: what the person wants to be told of, and when to leave them in peace."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cmstation.domain.watch import WatchList
from cmstation.domain.watch_alert_hours import QuietHours
from cmstation.domain.watch_alerts import AlertKind, AlertRule
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import GhostButton, PrimaryButton, SecondaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.empty_state import EmptyState
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.dialogs.alert_form import AlertForm
from cmstation.ui.watch.dialogs.alert_history import AlertHistory
from cmstation.ui.watch.dialogs.alert_words import alert_name, alert_words
from cmstation.ui.watch.dialogs.quiet_row import QuietRow

if TYPE_CHECKING:
    from cmstation.services.watch_alerts import AlertNews

_WIDTH, _HEIGHT = 880, 580
_LIST_WIDTH, _ROW = 320, 32
_RULES, _LAST = "rules", "last"
_NEW = AlertRule(0, "", AlertKind.OFTEN, ())


@dataclass(frozen=True, slots=True)
class AlertsWish:
    """All alerts as the person wants them.

    Args:
        rules: those whose identity is 0 are new.
        removed: identities of those that go.
    """

    rules: tuple[AlertRule, ...]
    removed: tuple[int, ...]
    quiet: tuple[QuietHours, ...]


class AlertsDialog(DialogFrame):
    """Alerts at the left, the current one at the right, quiet hours below; behind them, what was told.

    Signals:
        saved: an `AlertsWish`.
        story_wanted: a story that the person wants to see; the dialog is closed.
    """

    saved = Signal(object)
    story_wanted = Signal(int)

    def __init__(
        self,
        icons: Icons,
        rules: Iterable[AlertRule],
        quiet: Iterable[QuietHours],
        lists: Iterable[WatchList],
        zone: str,
        *,
        last: "Iterable[AlertNews]" = (),
        now: datetime | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the alerts.

        Args:
            zone: in which quiet hours are meant.
            last: what was told, newest first.
            now: aware; None for the present moment.
        """
        super().__init__(icons, self.tr("Alerts"), parent=parent)
        self.setModal(True)
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self._rules = list(rules)
        self._removed: list[int] = []
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Alerts"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.new = SecondaryButton(icons, self.tr("New alert"), icon="plus", parent=self)
        self.new.setAutoDefault(False)
        self.remove = GhostButton(icons, self.tr("Remove"), icon="trash", parent=self)
        self.remove.setAutoDefault(False)
        self.form = AlertForm(icons, lists, self)
        self.meaning = Paragraph(icons, "", colour="muted", parent=self)
        self.quiet = QuietRow(icons, quiet, zone, parent=self)
        self.save = PrimaryButton(icons, self.tr("Save"))
        self.history = AlertHistory(last, zone, now or datetime.now(UTC), parent=self)
        self.choice = Segmented(icons, self.tr("What to show"), parent=self)
        self.choice.add(_RULES, self.tr("What is listened for"))
        self.choice.add(_LAST, self.tr("Last alerts"))
        self.pages = QStackedWidget(self)
        for rule in self._rules:
            self.list.addItem(self._row(rule))
        self._lay_out()
        self._join()
        self.list.setCurrentRow(0 if self._rules else -1)
        self._show_current()
        self._before = self.wish()
        (self.list if self._rules else self.new).setFocus()

    def show_last(self) -> None:
        """Go to what was told last."""
        self.choice.choose(_LAST)
        self._turn(_LAST)
        self.history.setFocus()

    def wish(self) -> AlertsWish:
        """Return the alerts as they are written now."""
        rules = tuple(replace(rule, name=alert_name(rule)) for rule in self._rules)
        return AlertsWish(rules, tuple(self._removed), self.quiet.hours())

    # --- inside ---

    def _row(self, rule: AlertRule) -> QListWidgetItem:
        row = QListWidgetItem(alert_name(rule))
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(Qt.CheckState.Checked if rule.active else Qt.CheckState.Unchecked)
        row.setSizeHint(QSize(0, _ROW))
        row.setToolTip(alert_words(rule))
        return row

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(PageTitle(self.icons, self.windowTitle()))
        head.addStretch(1)
        head.addWidget(self.choice)
        self.body.addLayout(head)
        self.pages.addWidget(self._rules_page())
        self.pages.addWidget(self._last_page())
        self.body.addWidget(self.pages, 1)
        self.add_cancel()
        self.add_button(self.save, default=True)

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self.pages)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        return page, column

    def _rules_page(self) -> QWidget:
        page, column = self._page()
        told = self.tr("What is checked is told by a notice and, while you work elsewhere, by a message.")
        column.addWidget(Paragraph(self.icons, told, colour="muted"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.new)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self.list, 1)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(self.form)
        right.addWidget(self.meaning)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addLayout(left)
        row.addLayout(right, 1)
        column.addLayout(row, 1)
        column.addWidget(self.quiet)
        column.addWidget(
            Note(self.icons, self.tr("What is noticed meanwhile is told afterwards, in one notice."))
        )
        return page

    def _last_page(self) -> QWidget:
        page, column = self._page()
        if self.history.topLevelItemCount():
            told = self.tr("Each alert is told once. Choose an article to read it.")
            column.addWidget(Paragraph(self.icons, told, colour="muted"))
            column.addWidget(self.history)
            return page
        self.history.hide()
        title = self.tr("No alert was told yet")
        text = self.tr("What is told stays listed here with its articles, so that nothing is missed.")
        column.addWidget(EmptyState(self.icons, title, text, drawing="watch", parent=page))
        return page

    def _join(self) -> None:
        self.choice.chosen.connect(self._turn)
        self.history.story_wanted.connect(self._read)
        self.list.currentRowChanged.connect(self._show_current)
        self.list.itemChanged.connect(self._turned)
        self.form.changed.connect(self._take)
        self.new.clicked.connect(self._begin)
        self.remove.clicked.connect(self._remove)
        self.save.clicked.connect(self._save)

    def _place(self) -> int | None:
        row = self.list.currentRow()
        return row if 0 <= row < len(self._rules) else None

    @Slot()
    def _show_current(self) -> None:
        place = self._place()
        rule = self._rules[place] if place is not None else None
        self.form.show_rule(rule)
        self.remove.setEnabled(rule is not None)
        self._look()

    @Slot(object)
    def _take(self, rule: AlertRule) -> None:
        place = self._place()
        if place is None:
            return
        self._rules[place] = replace(rule, active=self._rules[place].active)
        row = self.list.item(place)
        row.setText(alert_name(rule))
        row.setToolTip(alert_words(rule))
        self._look()

    @Slot(QListWidgetItem)
    def _turned(self, row: QListWidgetItem) -> None:
        place = self.list.row(row)
        if 0 <= place < len(self._rules):
            on = row.checkState() is Qt.CheckState.Checked
            self._rules[place] = replace(self._rules[place], active=on)

    @Slot()
    def _begin(self) -> None:
        self._rules.append(_NEW)
        self.list.addItem(self._row(_NEW))
        self.list.setCurrentRow(len(self._rules) - 1)
        self.form.name.setFocus()

    @Slot()
    def _remove(self) -> None:
        place = self._place()
        if place is None:
            return
        gone = self._rules.pop(place)
        if gone.id:
            self._removed.append(gone.id)
        self.list.takeItem(place)
        self._show_current()
        self.list.setFocus()

    def _look(self) -> None:
        """Say what the current alert means, and what keeps the alerts from being saved."""
        place = self._place()
        empty = next((rule for rule in self._rules if not rule.words and not rule.lists), None)
        reason = ""
        if empty is not None:
            told = self.tr("“{name}” listens to nothing yet: write words, or choose lists.")
            reason = told.format(name=alert_name(empty))
        self.save.set_reason(reason)
        here = place is not None and self._rules[place] is empty
        self.meaning.set_colour("warning" if here else "muted")
        if place is None:
            self.meaning.setText(
                self.tr("No alert yet. An alert tells when much, or something bad, is said.")
            )
        else:
            self.meaning.setText(reason if here else alert_words(self._rules[place]))

    @Slot(str)
    def _turn(self, page: str) -> None:
        self.pages.setCurrentIndex(int(page == _LAST))

    @Slot(int)
    def _read(self, story: int) -> None:
        """Leave for a story; what was changed is kept, since it can be taken back and is lost otherwise."""
        if not self.isVisible():
            return  # a double click is two clicks
        if self.wish() != self._before:
            if not self.save.isEnabled():
                self.choice.choose(_RULES)
                self._turn(_RULES)
                return
            self.saved.emit(self.wish())
        self.accept()
        self.story_wanted.emit(story)

    @Slot()
    def _save(self) -> None:
        self.saved.emit(self.wish())
        self.accept()
