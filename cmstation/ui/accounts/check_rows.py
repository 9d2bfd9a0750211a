"""The rows of a check: passed, under way, waiting, and the card of the one that failed."""

from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmstation.domain.networks import CheckStep, StepState
from cmstation.ui.accounts.arc import Arc
from cmstation.ui.accounts.check_words import FOR_THE_HOST, figure_words, words_of_cause
from cmstation.ui.accounts.trouble import Mark
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import LinkButton, SecondaryButton
from cmstation.ui.kit.labels import ElidedLabel, Note, Paragraph, Words
from cmstation.ui.kit.surfaces import Card, Panel
from cmstation.ui.theme.tokens import ColourRole, IconSize, Space, TypeRole
from cmstation.ui.wording_checks import step_words

_ROW = 36
_THANKS_MS = 2000
_MARKS: dict[StepState, tuple[str, ColourRole]] = {
    StepState.PASSED: ("check", "good"),
    StepState.FAILED: ("failed", "danger"),
    StepState.WARNED: ("warning", "warning"),
    StepState.SKIPPED: ("idea", "muted"),
}


class Stand(StrEnum):
    """Where a step stands while the check goes on."""

    WAITING = "waiting"
    UNDER_WAY = "under_way"
    ENDED = "ended"


class CheckRow(Panel):
    """One step on one line.

    Args:
        line: the hairline at its foot.
        stand: a step that ended without having been done says so.
    """

    def __init__(
        self,
        icons: Icons,
        step: CheckStep,
        *,
        line: bool,
        stand: Stand = Stand.ENDED,
        parent: QWidget | None = None,
    ) -> None:
        edges = (Qt.Edge.BottomEdge,) if line else ()
        super().__init__(icons, "surface", *edges, line="line", parent=parent)
        self.setFixedHeight(_ROW)
        trying = stand is Stand.UNDER_WAY
        waits = step.state is StepState.SKIPPED and not trying
        words, figure = step_words(step.name), self._figure(step, stand)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        name, role = _MARKS[step.state]
        row.addWidget(Arc(icons) if trying else Mark(icons, name, role, IconSize.NORMAL))
        row.addWidget(Words(icons, words, colour="muted" if waits else "text"))
        row.addSpacing(Space.L)
        end = ElidedLabel(icons, figure, font="note", colour="muted")
        end.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(end, 1)
        self.setAccessibleName(" · ".join(part for part in (words, figure) if part))

    def _figure(self, step: CheckStep, stand: Stand) -> str:
        if stand is Stand.UNDER_WAY:
            return self.tr("being tried…")
        return figure_words(step) if stand is Stand.ENDED else ""


class CheckCard(Card):
    """A step that failed or warns: cause, whose fault, what to do, what to copy, whom to write to.

    Signals:
        message_wanted: the person wants the message for the host.
    """

    message_wanted = Signal()

    def __init__(self, icons: Icons, step: CheckStep, *, parent: QWidget | None = None) -> None:
        warned = step.state is StepState.WARNED
        super().__init__(icons, "warning_soft" if warned else "danger_soft", line=None, parent=parent)
        words = words_of_cause(step)
        self._icons_ = icons
        tone: ColourRole = "warning" if warned else "danger"
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(Mark(icons, _MARKS[step.state][0], tone, IconSize.NORMAL))
        head.addWidget(Words(icons, words.what.rstrip("."), font="strong", colour=tone), 1)
        head.addWidget(Note(icons, figure_words(step)))
        column.addLayout(head)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(IconSize.NORMAL + Space.M, Space.XS, 0, 0)
        self._body.setSpacing(Space.S)
        column.addLayout(self._body)
        if words.why:
            self._body.addWidget(Paragraph(icons, words.why))
        if words.next:
            self._body.addLayout(self._to_do(words.next))
        if words.to_copy:
            self._body.addLayout(self._copyable(words.to_copy))
        if step.cause in FOR_THE_HOST and not warned:
            self._add_message()
        spoken = (words.what, words.why, words.next)
        self.setAccessibleName(" ".join(part for part in spoken if part))

    def _to_do(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        font: TypeRole = "strong"
        row.addWidget(Words(self._icons_, self.tr("To do:"), font=font), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(self._icons_, text), 1)
        return row

    def _copyable(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        self.field = QLineEdit(text)
        self.field.setReadOnly(True)
        self.field.setFont(self._icons_.theme.font("mono"))
        self.field.setAccessibleName(self.tr("Text to copy"))
        self.field.setCursorPosition(0)
        self.copy = SecondaryButton(self._icons_, self.tr("Copy"), icon="copy")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.field, 1)
        row.addWidget(self.copy)
        return row

    def _add_message(self) -> None:
        self.message = LinkButton(self._icons_, self.tr("Prepare the message for the host"), icon="mail")
        self.message.clicked.connect(self.message_wanted)
        self._body.addSpacing(Space.XS)
        self._body.addWidget(self.message, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.field.text())
        self.copy.setText(self.tr("Copied"))
        QTimer.singleShot(_THANKS_MS, self, self._offer_again)

    @Slot()
    def _offer_again(self) -> None:
        self.copy.setText(self.tr("Copy"))
