"""The last look: each account with its own text, its checks, its time; one Confirm."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cmstation.domain.checks.findings import Finding, Severity
from cmstation.domain.networks import Way
from cmstation.domain.planned_time import PlannedTime
from cmstation.ui.dates import long_words, zone_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.choices import Segmented
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import Note, PageTitle, Paragraph
from cmstation.ui.kit.pills import Pill
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.publishing.departure import Departure
from cmstation.ui.publishing.last_look_row import LastLookRow
from cmstation.ui.theme.tokens import Space
from cmstation.ui.wording_findings import finding_words

if TYPE_CHECKING:
    from cmstation.services.station import Station
    from cmstation.ui.commands import Commands

SIZE, LEAST = (960, 640), (880, 560)


class LastLook(DialogFrame):
    """Shows what would leave.

    Signals:
        confirmed: the accounts that publish, and the time or None for now.
    """

    confirmed = Signal(list, object)

    def __init__(
        self, icons: Icons, found: Departure, station: "Station", commands: "Commands", parent: QWidget
    ) -> None:
        super().__init__(icons, self.tr("Publish: last look"), parent=parent)
        self._found = found
        self._station = station
        self._commands = commands
        self._zone = station.preferences.zone()
        self._now = station.clock.now()
        self.resize(*SIZE)
        self.setMinimumSize(*LEAST)
        self.setModal(True)
        picture = QPixmap()
        if found.picture is not None:
            picture.loadFromData(found.picture)
        shown = None if picture.isNull() else picture
        self.rows = [LastLookRow(icons, row, shown, self) for row in found.rows]
        self.timing = Segmented(icons, self.tr("When"), parent=self)
        self.timing.add("now", self.tr("Now"))
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self._head(icons))
        self.body.addWidget(self._list(icons), 1)
        self._foot_words = Paragraph(icons, "", font="note", colour="muted", parent=self)
        self._foot_words.setMinimumWidth(360)
        self.add_foot_left(self._foot_words)
        back = SecondaryButton(icons, self.tr("Back to the text"), parent=self)
        back.clicked.connect(self.reject)
        self.confirm = PrimaryButton(icons, "", parent=self)
        self.confirm.clicked.connect(self._confirmed)
        self.add_button(back)
        self.add_button(self.confirm, default=found.worst is Severity.PASSED)
        for row in self.rows:
            row.chosen.connect(self._tell)
        self.timing.chosen.connect(self._tell)
        self._tell()
        if found.worst is Severity.PASSED:
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is shown ---

    def _head(self, icons: Icons) -> QWidget:
        draft = self._found.draft
        head = Panel(icons, "surface", Qt.Edge.BottomEdge, parent=self)
        column = QVBoxLayout(head)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.M)
        column.setSpacing(Space.XS)
        column.addWidget(PageTitle(icons, draft.title or self.tr("Untitled"), parent=head))
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        count = self.tr("%n account(s)", "", len(self.rows))
        when = long_words(self._now, self._zone, self._now)
        line.addWidget(Note(icons, f"{count} · {when} · {zone_words(self._zone)}", parent=head))
        line.addStretch(1)
        for finding in self._found.whole:
            if finding.severity is Severity.PASSED:
                line.addWidget(Pill(icons, finding_words(finding).text, "good", icon="check", parent=head))
        if self._planned_later is not None:
            planned = long_words(self._planned_later.instant, self._zone, self._now)
            self.timing.add("planned", planned)
            self.timing.choose("planned")
            line.addWidget(self.timing)
        else:
            self.timing.hide()
        column.addLayout(line)
        for finding in self._found.whole:
            if finding.severity is not Severity.PASSED:
                column.addWidget(self._trouble(icons, finding, head))
        return head

    def _trouble(self, icons: Icons, finding: Finding, parent: QWidget) -> QWidget:
        colour = "danger" if finding.severity is Severity.BLOCKING else "warning"
        words = finding_words(finding).text
        return Paragraph(icons, words, font="note_strong", colour=colour, parent=parent)

    def _list(self, icons: Icons) -> QWidget:
        inside = Panel(icons, "surface", parent=self)
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
        return area

    @property
    def _planned_later(self) -> PlannedTime | None:
        planned = self._found.draft.planned
        return planned if planned is not None and planned.instant > self._now else None

    @property
    def _when(self) -> PlannedTime | None:
        return self._planned_later if self.timing.current() == "planned" else None

    @Slot()
    def _tell(self) -> None:
        leaving = [row for row in self.rows if row.leaves()]
        later = self._when
        now = self.tr("Now")
        when = now if later is None else long_words(later.instant, self._zone, self._now)
        for row in self.rows:
            row.when.setText(when if row.leaves() else self.tr("Not this time"))
        self.confirm.setText(self.tr("Confirm %n publication(s)", "", len(leaving)))
        reason = ""
        if self._found.blocked:
            reason = self.tr("Something of the whole post must be mended first.")
        elif not leaving:
            reason = self.tr("Choose at least one account.")
        self.confirm.setEnabled(not reason)
        self.confirm.setToolTip(reason)
        self._foot_words.setText(reason or self._sum(leaving, later))

    def _sum(self, leaving: list[LastLookRow], later: PlannedTime | None) -> str:
        by_hand = [row.row.account.name for row in leaving if row.row.account.way is Way.ASSISTED]
        words = (
            self.tr("%n sending(s) now.", "", len(leaving))
            if later is None
            else self.tr("%n sending(s) at the planned time.", "", len(leaving))
        )
        if by_hand:
            opens = self.tr("In the browser, text copied and pictures ready: {accounts}.")
            words = f"{words} {opens.format(accounts=', '.join(by_hand))}"
        return words

    @Slot()
    def _confirmed(self) -> None:
        accounts = [row.row.account.id for row in self.rows if row.leaves()]
        self.confirmed.emit(accounts, self._when)
        self.accept()
