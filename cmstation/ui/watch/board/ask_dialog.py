"""Ask a physician about a story: the question, and who is asked."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cmstation.domain.watch import Opinion
from cmstation.ui.icons import Icons
from cmstation.ui.kit.buttons import PrimaryButton, SecondaryButton
from cmstation.ui.kit.dialogs import DialogFrame
from cmstation.ui.kit.labels import PageTitle, Paragraph, Words
from cmstation.ui.theme.tokens import Space
from cmstation.ui.watch.board.physician_choice import PhysicianChoice

_WIDTH, _QUESTION = 520, 96


class AskDialog(DialogFrame):
    """Asks what the physician is to be asked.

    Signals:
        asked: the question, "" for none, and the physician, "" for any of them.
    """

    asked = Signal(str, str)

    def __init__(
        self,
        icons: Icons,
        title: str,
        names: Sequence[str],
        waiting: Opinion | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Ask about a story.

        Args:
            title: of the article.
            names: of physicians, to choose from.
            waiting: the request that waits already; its words are shown and changed.
        """
        heading = self.tr("Ask for an opinion") if waiting is None else self.tr("Change the request")
        super().__init__(icons, heading, parent=parent)
        self.setModal(True)
        self.setMinimumWidth(_WIDTH)
        self.question = QPlainTextEdit(self)
        self.question.setAccessibleName(self.tr("Question for the physician"))
        self.question.setPlaceholderText(self.tr("What do you want to know? You may leave this empty."))
        self.question.setTabChangesFocus(True)
        self.question.setMinimumHeight(_QUESTION)
        self.physician = PhysicianChoice(
            self.tr("Physician who is asked"), self.tr("any physician"), parent=self
        )
        self.physician.offer(names)
        if waiting is not None:
            self.question.setPlainText(waiting.question)
            self.question.moveCursor(QTextCursor.MoveOperation.End)
            self.physician.show_name(waiting.physician)
        words = self.tr("Ask") if waiting is None else self.tr("Change")
        self.ask = PrimaryButton(icons, words)
        self.cancel = SecondaryButton(icons, self.tr("Cancel"))
        self._lay_out(heading, title, waits=waiting is not None)
        self.ask.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.reject)
        self.question.setFocus()

    # --- inside ---

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.question.toPlainText().strip(), self.physician.name)
        self.accept()

    def _lay_out(self, heading: str, title: str, *, waits: bool) -> None:
        self.body.addWidget(PageTitle(self.icons, heading))
        self.body.addWidget(Paragraph(self.icons, title, font="strong"))
        if waits:
            told = self.tr("A request about this news waits already. What you change here replaces it.")
            self.body.addWidget(Paragraph(self.icons, told, colour="muted"))
        self.body.addSpacing(Space.XS)
        for words, field in (
            (self.tr("&Question"), self.question),
            (self.tr("&Physician"), self.physician),
        ):
            label = Words(self.icons, words)
            label.setBuddy(field)
            pair = QVBoxLayout()
            pair.setSpacing(Space.XS)
            pair.addWidget(label)
            pair.addWidget(field)
            self.body.addLayout(pair)
        told = self.tr(
            "The request waits on the expert board, on this computer: nothing is sent. "
            "There you can copy it for an e-mail and write the answer down."
        )
        self.body.addWidget(Paragraph(self.icons, told, font="note", colour="muted"))
        self.add_button(self.cancel)
        self.add_button(self.ask, default=True)
