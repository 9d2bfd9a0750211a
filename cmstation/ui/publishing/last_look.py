"""The last look: each account with its own text, its checks, its time; one Confirm."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmstation.domain.checks.findings import Finding, Severity
from cmstation.domain.networks import Way
from cmstation.domain.planned_time import PlannedTime
from cmstation.ui.dates import (
    day_title,
    local_day,
    long_words,
    month_name,
    time_words,
    weekday_name,
    zone_words,
)
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import ElidedLabel, Paragraph, Words
from cmstation.ui.kit.pills import Pill
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.publishing.departure import Departure
from cmstation.ui.publishing.last_look_row import LastLookRow
from cmstation.ui.publishing.marks import MarkedParagraph
from cmstation.ui.publishing.trouble_words import button_words, trouble_words
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording_marks import marked_words

SIZE, LEAST = (960, 640), (880, 560)
FOOT_WORDS = 400
NOW, PLANNED = "now", "planned"
# Some accounts, and their hour; None is now.
Group: TypeAlias = tuple[list[int], PlannedTime | None]


class LastLook(DialogFrame):
    """Shows what would leave.

    Signals:
        confirmed: a list of `Group`.
        mend_wanted: a `Finding`; the dialog has closed.
    """

    confirmed = Signal(object)
    mend_wanted = Signal(object)

    def __init__(
        self,
        icons: Icons,
        found: Departure,
        planned: PlannedTime | None,
        now: datetime,
        zone: str,
        parent: QWidget,
    ) -> None:
        """Show a post on the doorstep.

        Args:
            planned: the hour that was chosen; one that has passed is not offered.
        """
        super().__init__(icons, self.tr("Publish: last look"), parent=parent)
        self._found = found
        self._planned = planned if planned is not None and planned.instant > now else None
        self._now, self._zone = now, zone
        self.resize(*SIZE)
        self.setMinimumSize(*LEAST)
        self.setModal(True)
        self.rows = self._make_rows()
        self.timing = Segmented(icons, self.tr("When"), parent=self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self._head())
        if found.amiss:
            self.body.addWidget(self._amiss())
        self.body.addWidget(self._list(), 1)
        self._foot_words = Paragraph(icons, "", font="note", colour="muted", parent=self)
        self._foot_words.setFixedWidth(FOOT_WORDS)
        self.add_foot_left(self._foot_words)
        self.foot.setAlignment(self._foot_words, Qt.AlignmentFlag.AlignVCenter)
        self.back = SecondaryButton(icons, self.tr("Back to the text"), parent=self)
        self.back.clicked.connect(self.reject)
        self.confirm = PrimaryButton(icons, "", parent=self)
        self.confirm.clicked.connect(self._confirmed)
        calm = found.worst is Severity.PASSED
        self.add_button(self.back)
        self.add_button(self.confirm, default=calm)
        self._tell()
        (self.confirm if calm else self.back).setFocus(Qt.FocusReason.OtherFocusReason)

    def groups(self) -> list[Group]:
        """Return the accounts that leave, by their hour."""
        leaving = sorted((row for row in self.rows if row.leaves()), key=self._hour)
        return [
            ([row.row.account.id for row in rows], rows[0].when)
            for rows in (list(group) for _, group in groupby(leaving, key=self._hour))
        ]

    # --- what is shown ---

    def _make_rows(self) -> list[LastLookRow]:
        picture = QPixmap()
        if self._found.picture is not None:
            picture.loadFromData(self._found.picture)
        shown = None if picture.isNull() else picture
        rows = [LastLookRow(self.icons, row, shown, self) for row in self._found.rows]
        for row in rows:
            row.changed.connect(self._tell)
            row.mend_wanted.connect(self._mend)
        return rows

    def _head(self) -> QWidget:
        icons, head = self.icons, Panel(self.icons, "surface", Qt.Edge.BottomEdge, line="line", parent=self)
        column = QVBoxLayout(head)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        column.setSpacing(Space.XS)
        title = self._found.draft.title or self.tr("Untitled")
        column.addWidget(ElidedLabel(icons, title, font="page", parent=head))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(Words(icons, self._subtitle(), colour="muted", parent=head))
        line.addStretch(1)
        for finding in self._found.whole:
            if finding.severity is Severity.PASSED:
                line.addWidget(Pill(icons, trouble_words(finding), "good", icon="check", parent=head))
        self.timing.add(NOW, self.tr("Now"))
        self.timing.setVisible(self._planned is not None)
        if self._planned is not None:
            self.timing.add(PLANNED, long_words(self._planned.instant, self._planned.zone, self._now))
            self.timing.choose(PLANNED)
            self.timing.chosen.connect(self._tell)
            line.addWidget(self.timing)
        column.addLayout(line)
        if self._found.marked:
            words = marked_words(self._found.marked)
            column.addWidget(Paragraph(icons, words, font="note", colour="muted", parent=head))
        return head

    def _subtitle(self) -> str:
        count = self.tr("%n account(s)", "", len(self.rows))
        today = local_day(self._now, self._zone)
        day = f"{weekday_name(today)} {day_title(today)} {month_name(today.month)}"
        where = self.tr("{day}, {city} time").format(day=day, city=zone_words(self._zone))
        return f"{count} · {where}"

    def _amiss(self) -> QWidget:
        """Say what concerns the whole post, under the title."""
        grave = self._found.obstacle is not None
        ground = "danger_soft" if grave else "warning_soft"
        panel = Panel(self.icons, ground, Qt.Edge.BottomEdge, line="line", parent=self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(Space.XL, Space.S, Space.XL, Space.S)
        column.setSpacing(Space.XS)
        for finding in self._found.amiss:
            column.addLayout(self._amiss_line(finding, panel))
        return panel

    def _amiss_line(self, finding: Finding, parent: QWidget) -> QHBoxLayout:
        grave = finding.severity is Severity.BLOCKING
        mark, colour = ("failed", "danger") if grave else ("warning", "warning")
        line = QHBoxLayout()
        line.setSpacing(Space.L)
        words = MarkedParagraph(self.icons, mark, trouble_words(finding), colour=colour, parent=parent)
        line.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        mend = button_words(finding)
        if mend:
            button = SecondaryButton(self.icons, mend, size="small", parent=parent)
            button.clicked.connect(lambda: self._mend(finding))
            line.addWidget(button)
        return line

    def _list(self) -> QWidget:
        inside = Panel(self.icons, "surface", parent=self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    # --- what the person does ---

    @Slot()
    def _tell(self) -> None:
        planned = self._planned if self.timing.current() == PLANNED else None
        now = self.tr("Now")
        words = now if planned is None else long_words(planned.instant, planned.zone, self._now)
        for row in self.rows:
            row.show_when(planned, words)
        groups = self.groups()
        leaving = sum(len(accounts) for accounts, _ in groups)
        self.confirm.setText(self.tr("Confirm %n publication(s)", "", leaving))
        reason = self._reason(leaving)
        self.confirm.set_reason(reason)
        self._foot_words.setText(reason or self._sum(groups))
        self._foot_words.set_colour("danger" if reason and self._found.obstacle is not None else "muted")

    def _reason(self, leaving: int) -> str:
        obstacle = self._found.obstacle
        if obstacle is not None:
            first = self.tr("To mend before anything leaves: {trouble}.")
            return first.format(trouble=trouble_words(obstacle))
        return "" if leaving else self.tr("Choose at least one account.")

    def _sum(self, groups: Sequence[Group]) -> str:
        parts: list[str] = []
        for accounts, planned in groups:
            if planned is None:
                parts.append(self.tr("%n sending(s) now", "", len(accounts)))
            else:
                later = self.tr("%n sending(s) at {time}", "", len(accounts))
                parts.append(later.format(time=time_words(planned.instant, planned.zone)))
        words = f"{', '.join(parts)}."
        by_hand = [r.row.account.name for r in self.rows if r.leaves() and r.row.account.way is Way.ASSISTED]
        if by_hand:
            paste = self.tr("For you to paste, text copied and pictures ready: {accounts}.")
            words = f"{words} {paste.format(accounts=', '.join(by_hand))}"
        return words

    def _hour(self, row: LastLookRow) -> datetime:
        return self._now if row.when is None else row.when.instant

    def _mend(self, finding: Finding) -> None:
        self.reject()
        self.mend_wanted.emit(finding)

    @Slot()
    def _confirmed(self) -> None:
        groups = self.groups()
        self.accept()
        self.confirmed.emit(groups)
