"""One account in the last look: whether it leaves, what it says, when, and what is amiss."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.domain.networks import Way
from cmstation.domain.planned_time import PlannedTime, at_instant
from cmstation.ui.dates import time_words
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import SecondaryButton
from cmstation.ui.kit.labels import ElidedLabel, Paragraph
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.publishing.departure import DepartureRow
from cmstation.ui.publishing.first_lines import FirstLines
from cmstation.ui.publishing.marks import MarkedLine, MarkedParagraph
from cmstation.ui.publishing.thumbnail import SIZE as PICTURE
from cmstation.ui.publishing.thumbnail import Thumbnail
from cmstation.ui.publishing.trouble_words import button_words, trouble_words
from cmstation.ui.theme.tokens import ColourRole, Space, Stroke

NAME, WHEN = 148, 216
PLAIN, AMISS = 88, 104
LATER = timedelta(hours=1)
_GROUNDS: dict[Severity, ColourRole] = {
    Severity.BLOCKING: "danger_soft",
    Severity.WARNING: "warning_soft",
}


class LastLookRow(Panel):
    """A row of the last look.

    Signals:
        changed: whether it leaves, or when, is another.
        mend_wanted: a `Finding` that the person wants to mend.
    """

    changed = Signal()
    mend_wanted = Signal(object)

    def __init__(
        self, icons: Icons, row: DepartureRow, picture: QPixmap | None, parent: QWidget | None = None
    ) -> None:
        ground = _GROUNDS.get(row.severity, "surface")
        super().__init__(icons, ground, Qt.Edge.BottomEdge, line="line", parent=parent)
        self.row = row
        self.blocked = row.severity is Severity.BLOCKING
        self.when: PlannedTime | None = None
        self._icons = icons
        self._shifted = False
        self._remedies: list[QWidget] = []
        self.setMinimumHeight(AMISS if row.troubles else PLAIN)
        self.box = QCheckBox(self)
        self.box.setFixedWidth(Stroke.CHECK_BOX)
        self.box.setAccessibleName(self.tr("Publish on {account}").format(account=row.account.name))
        self.box.setChecked(not self.blocked)
        self.box.setEnabled(not self.blocked)
        self.box.toggled.connect(self.changed)
        self.moment = MarkedLine(
            icons, "sending", "", font="strong", colour="accent", ink="text", parent=self
        )
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        line.setSpacing(Space.L)
        line.addWidget(self.box)
        line.addWidget(self._name())
        line.addWidget(self._says(), 1)
        line.addWidget(self._picture(picture))
        line.addWidget(self._end())

    def leaves(self) -> bool:
        """Tell whether the account is to publish."""
        return self.box.isChecked() and not self.blocked

    def show_when(self, planned: PlannedTime | None, words: str) -> None:
        """Show when it leaves, unless the person gave this account an hour of its own."""
        if not self._shifted:
            self.when = planned
            self._tell(words)

    def _tell(self, words: str) -> None:
        if not self.leaves():
            self.moment.say("minus", self.tr("Not this time"), "muted")
        else:
            self.moment.say("sending" if self.when is None else "clock", words, "accent")
        for remedy in self._remedies:
            remedy.setVisible(self.blocked or self._shiftable() is not None)

    # --- what is shown ---

    def _name(self) -> QWidget:
        account, place = self.row.account, QWidget(self)
        place.setFixedWidth(NAME)
        column = _centred(place)
        name = NetworkLabel(self._icons, account.network.value, account.name, font="strong", parent=place)
        column.insertWidget(1, name)
        colour: ColourRole = "muted" if self.row.severity is Severity.PASSED else "text"
        under = account.handle or account.network.proper_name
        if account.way is Way.ASSISTED:
            under = self.tr("You publish it by hand")
        note = ElidedLabel(self._icons, under, font="note", colour=colour, parent=place)
        column.insertWidget(2, note)
        return place

    def _says(self) -> QWidget:
        place = QWidget(self)
        column = _centred(place, Space.XS)
        troubles = self.row.troubles
        lines = FirstLines(
            self._icons, self.row.text, 2 if troubles else 3, lead=self.row.title, parent=place
        )
        parts: list[QWidget] = [lines]
        if not self.row.text.strip() and not self.row.title:
            nothing = self.tr("No text, the pictures alone") if self.row.pictures else self.tr("No text yet")
            parts = [Paragraph(self._icons, nothing, colour="muted", parent=place)]
        for finding in troubles:
            grave = finding.severity is Severity.BLOCKING
            words = trouble_words(finding)
            mark, colour = ("failed", "danger") if grave else ("warning", "warning")
            parts.append(MarkedParagraph(self._icons, mark, words, colour=colour, parent=place))
        for number, part in enumerate(parts, start=1):
            column.insertWidget(number, part)
        return place

    def _picture(self, picture: QPixmap | None) -> QWidget:
        if picture is None or not self.row.pictures:
            empty = QWidget(self)
            empty.setFixedSize(PICTURE)
            return empty
        return Thumbnail(self._icons, picture, self.row.crop, self.row.pictures, self)

    def _end(self) -> QWidget:
        place = QWidget(self)
        place.setFixedWidth(WHEN)
        column = _centred(place, Space.XS)
        column.insertWidget(1, self.moment)
        remedy = self._remedy(place)
        if remedy is not None:
            column.insertWidget(2, remedy, 0, Qt.AlignmentFlag.AlignLeft)
        elif not self.blocked:
            column.insertWidget(
                2, MarkedLine(self._icons, "check", self._ready(), colour="good", parent=place)
            )
        return place

    def _ready(self) -> str:
        if self.row.limit is None:
            return self.tr("Ready · %n character(s)", "", self.row.length)
        locale = self.locale()
        ready = self.tr("Ready · {length} of {limit}")
        return ready.format(length=locale.toString(self.row.length), limit=locale.toString(self.row.limit))

    # --- what mends it ---

    def _remedy(self, parent: QWidget) -> SecondaryButton | None:
        for finding in self.row.troubles:
            words = button_words(finding)
            if finding.topic is Topic.CLOSE_TO_ANOTHER:
                return self._shift_button(parent)
            if words and finding.severity is self.row.severity:
                return self._mend_button(words, finding, parent)
        return None

    def _mend_button(self, words: str, finding: Finding, parent: QWidget) -> SecondaryButton:
        button = SecondaryButton(self._icons, words, size="small", parent=parent)
        button.setAccessibleName(f"{words}, {self.row.account.name}")
        button.clicked.connect(lambda: self.mend_wanted.emit(finding))
        return button

    def _shift_button(self, parent: QWidget) -> SecondaryButton:
        button = SecondaryButton(
            self._icons, self.tr("One hour later"), icon="clock", size="small", parent=parent
        )
        button.clicked.connect(self._shift)
        self._remedies.append(button)
        return button

    def _shiftable(self) -> PlannedTime | None:
        return None if self._shifted else self.when

    @Slot()
    def _shift(self) -> None:
        planned = self._shiftable()
        if planned is not None:
            self.when = at_instant(planned.instant + LATER, planned.zone)
            self._shifted = True
            self._tell(time_words(self.when.instant, self.when.zone))
            self.changed.emit()


def _centred(place: QWidget, spacing: int = 2) -> QVBoxLayout:
    """Return a column whose parts, put between its two stretches, stay in the middle."""
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    column.addStretch(1)
    column.addStretch(1)
    return column
