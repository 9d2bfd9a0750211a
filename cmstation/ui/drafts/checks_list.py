"""What was looked at before the post leaves: failures first, each with the way to mend it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmstation.domain.accounts import Account
from cmstation.domain.checks.findings import Finding, Severity, Topic
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton
from cmstation.ui.kit.labels import Paragraph
from cmstation.ui.theme.tokens import ColourRole, Height, IconSize, Space
from cmstation.ui.wording_findings import FindingWords, finding_words

_MARKS: dict[Severity, tuple[str, ColourRole]] = {
    Severity.BLOCKING: ("failed", "danger"),
    Severity.WARNING: ("warning", "warning"),
    Severity.PASSED: ("check", "good"),
}


class _Mark(QWidget):
    """The shape of a severity."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._severity = Severity.PASSED
        self.setFixedSize(IconSize.CONTROL, Height.SMALL)
        icons.theme.changed.connect(self.update)

    def show_severity(self, severity: Severity) -> None:
        """Show another shape."""
        self._severity = severity
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        shape, colour = _MARKS[self._severity]
        self._icons.paint(QPainter(self), 0, 6, shape, colour, IconSize.CONTROL)


class CheckRow(QWidget):
    """One finding.

    Signals:
        mend_wanted: the finding and the way to mend it (`Mend`).
    """

    mend_wanted = Signal(object, object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._words = FindingWords("")
        self._mark = _Mark(icons, self)
        self.text = Paragraph(icons, "", parent=self)
        self.link = LinkButton(icons, "", parent=self)
        self.link.clicked.connect(self._mend)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        words = QVBoxLayout()
        words.setContentsMargins(0, Space.XS, 0, Space.XS)
        words.addWidget(self.text)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def severity(self) -> Severity:
        """How much the finding matters."""
        return Severity.PASSED if self._finding is None else self._finding.severity

    def show_finding(self, finding: Finding, words: FindingWords) -> None:
        """Show another finding."""
        self._finding, self._words = finding, words
        self._mark.show_severity(finding.severity)
        self.text.setText(words.text)
        self.setAccessibleName(f"{self._severity_word(finding.severity)}, {words.text}")
        self.link.setText(words.label)
        self.link.setAccessibleName(f"{words.label}, {words.text}")
        self.link.setVisible(bool(words.label) and finding.severity is not Severity.PASSED)

    def _severity_word(self, severity: Severity) -> str:
        return {
            Severity.BLOCKING: self.tr("To mend"),
            Severity.WARNING: self.tr("To look at"),
            Severity.PASSED: self.tr("In order"),
        }[severity]

    @Slot()
    def _mend(self) -> None:
        if self._finding is not None:
            self.mend_wanted.emit(self._finding, self._words.action)


class ChecksList(QWidget):
    """Every finding of a post; rows are kept and filled again.

    Signals:
        mend_wanted: a finding and the way to mend it (`Mend`).
    """

    mend_wanted = Signal(object, object)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._rows: list[CheckRow] = []
        self._shown: tuple[tuple[Finding, FindingWords], ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_findings(self, findings: Sequence[Finding], accounts: Sequence[Account]) -> bool:
        """Show findings; tell whether anything changed."""
        wanted = self._worded(findings, accounts)
        if wanted == self._shown:
            return False
        self._shown = wanted
        while len(self._rows) < len(wanted):
            row = CheckRow(self._icons, self)
            row.mend_wanted.connect(self.mend_wanted)
            self._rows.append(row)
            self._column.addWidget(row)
        for row, found in zip(self._rows, wanted, strict=False):
            row.show_finding(*found)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(wanted))
        return True

    def _worded(
        self, findings: Sequence[Finding], accounts: Sequence[Account]
    ) -> tuple[tuple[Finding, FindingWords], ...]:
        """Word findings; what several accounts have in common is one line."""
        together = {topic: self._of(findings, topic) for topic in (Topic.EMPTY, Topic.LENGTH_FITS)}
        found: list[tuple[Finding, FindingWords]] = []
        for finding in findings:
            others = together.get(finding.topic, ())
            if len(others) < 2:
                found.append((finding, finding_words(finding, accounts)))
            elif finding is others[0]:
                found.append(self._one_line(others, accounts))
        return tuple(found)

    @staticmethod
    def _of(findings: Sequence[Finding], topic: Topic) -> tuple[Finding, ...]:
        return tuple(finding for finding in findings if finding.topic is topic)

    def _one_line(
        self, findings: Sequence[Finding], accounts: Sequence[Account]
    ) -> tuple[Finding, FindingWords]:
        first, concerned = findings[0], {finding.account for finding in findings}
        names = ", ".join(account.name for account in accounts if account.id in concerned)
        if first.topic is Topic.LENGTH_FITS:
            return first, FindingWords(self.tr("Length in order: {names}").format(names=names))
        words = finding_words(first, accounts)
        text = self.tr("Nothing to publish yet: {names}").format(names=names)
        return replace(first, account=None), FindingWords(text, words.action, words.label)

    def rows(self) -> list[CheckRow]:
        """Return the rows that are shown."""
        return self._rows[: len(self._shown)]
