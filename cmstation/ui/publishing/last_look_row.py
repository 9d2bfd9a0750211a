"""One account in the last look: whether it leaves, what it says, when, and what is amiss."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Severity
from cmstation.domain.networks import Way
from cmstation.ui.icons import Icons
from cmstation.ui.kit.labels import Note, Paragraph, Words
from cmstation.ui.kit.networks import NetworkLabel
from cmstation.ui.kit.surfaces import Panel
from cmstation.ui.publishing.departure import DepartureRow
from cmstation.ui.theme.tokens import ColourRole, Space
from cmstation.ui.wording_findings import finding_words

PICTURE = (80, 56)
NAME, WHEN = 148, 216
FIRST_LETTERS = 180
_GROUNDS: dict[Severity, ColourRole] = {
    Severity.BLOCKING: "danger_soft",
    Severity.WARNING: "warning_soft",
}


class LastLookRow(Panel):
    """A row of the last look.

    Signals:
        chosen: whether the account is to publish.
    """

    chosen = Signal(bool)

    def __init__(
        self, icons: Icons, row: DepartureRow, picture: QPixmap | None, parent: QWidget | None = None
    ) -> None:
        ground = _GROUNDS.get(row.severity, "surface")
        super().__init__(icons, ground, Qt.Edge.BottomEdge, line="line", parent=parent)
        self.row = row
        self.blocked = row.severity is Severity.BLOCKING
        self.box = QCheckBox(self)
        self.box.setAccessibleName(self.tr("Publish on {account}").format(account=row.account.name))
        self.box.setChecked(not self.blocked)
        self.box.setEnabled(not self.blocked)
        self.box.toggled.connect(self.chosen)
        self.when = Words(icons, "", font="medium", parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        line.setSpacing(Space.L)
        line.addWidget(self.box)
        line.addLayout(self._name(icons, row.account))
        line.addLayout(self._says(icons), 1)
        line.addWidget(self._picture(picture))
        line.addLayout(self._end(icons))

    def leaves(self) -> bool:
        """Tell whether the account is to publish."""
        return self.box.isChecked() and not self.blocked

    def _name(self, icons: Icons, account: Account) -> QVBoxLayout:
        name = NetworkLabel(icons, account.network.value, account.name, font="strong", parent=self)
        way = self.tr("Published by hand, all prepared") if account.way is Way.ASSISTED else account.handle
        under = Paragraph(icons, way or account.network.proper_name, font="note", colour="muted", parent=self)
        for part in (name, under):
            part.setFixedWidth(NAME)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addStretch(1)
        column.addWidget(name)
        column.addWidget(under)
        column.addStretch(1)
        return column

    def _says(self, icons: Icons) -> QVBoxLayout:
        said = " ".join(self.row.text.split())
        shown = f"{said[:FIRST_LETTERS].rstrip()}…" if len(said) > FIRST_LETTERS else said
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addStretch(1)
        column.addWidget(Paragraph(icons, shown, parent=self))
        for finding in self.row.troubles:
            grave = finding.severity is Severity.BLOCKING
            words = finding_words(finding, [self.row.account]).text
            colour = "danger" if grave else "warning"
            column.addWidget(Paragraph(icons, words, font="note_strong", colour=colour, parent=self))
        column.addStretch(1)
        return column

    def _picture(self, picture: QPixmap | None) -> QLabel:
        label = QLabel(self)
        label.setFixedSize(*PICTURE)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if picture is not None:
            label.setPixmap(
                picture.scaled(
                    *PICTURE,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
        return label

    def _end(self, icons: Icons) -> QVBoxLayout:
        self.when.setFixedWidth(WHEN)
        ready = Note(icons, self._ready(), parent=self)
        ready.set_colour("danger" if self.blocked else "good")
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addStretch(1)
        column.addWidget(self.when)
        column.addWidget(ready)
        column.addStretch(1)
        return column

    def _ready(self) -> str:
        if self.blocked:
            return self.tr("Stays here until this is mended")
        if self.row.limit is None:
            return self.tr("Ready · %n character(s)", "", self.row.length)
        ready = self.tr("Ready · {length} of {limit}")
        return ready.format(length=self.row.length, limit=self.row.limit)
